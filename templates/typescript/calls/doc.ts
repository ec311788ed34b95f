import type { Call, Code, Operation } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { argumentsOf } from "./arguments.js";
import { exampleStatement } from "./example.js";
import { errorClass } from "./result.js";

/** What an operation does, its arguments, its errors, an example. */
export function operationDoc(operation: Operation, call: Call, cx: Context): Code {
  const params = argumentsOf(operation, cx).filter(({ doc }) => doc !== "");
  return cx.doc({
    ...described(operation),
    ...(call.deprecated && described(call)),
    params: params.map(({ name, doc }) => ({ name, doc })),
    examples: operation.examples.slice(0, 1).flatMap((example) => exampleStatement(operation, call, example, cx) ?? []),
    throws: operation.errors.cases.map((error) => ({ type: cx.typeName(errorClass(error, cx)), doc: error.doc })),
  });
}
