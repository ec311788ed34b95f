import type { Call, Code, Operation } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { argumentsOf } from "./arguments.js";
import { exampleStatement, pageLoop, type Door } from "./example.js";

/** What an operation does, its arguments, its errors, an example. */
export function operationDoc(operation: Operation, call: Call, door: Door, cx: Context): Code {
  const params = argumentsOf(operation, call, cx).filter(({ doc }) => doc !== "");
  return cx.doc({
    ...described(operation, cx),
    ...(call.deprecated && described(call, cx)),
    params: params.map(({ name, doc }) => ({ name, doc })),
    examples: [
      ...operation.examples.slice(0, 1).flatMap((example) => exampleStatement(operation, call, door, example, cx) ?? []),
      ...[pageLoop(operation, call, door, cx)].filter((loop) => loop !== undefined),
    ],
    throws: operation.errors.cases.map((error) => ({ type: cx.typeName(cx.errorOf(error)), doc: error.doc })),
  });
}
