import {
  allResources,
  blocks,
  type Call,
  code,
  type Code,
  lines,
  type Model,
  type Operation,
  type PlannedFile,
  type Resource,
} from "heddle/template";
import { argumentsOf } from "../calls/arguments.js";
import { operationDoc } from "../calls/doc.js";
import { callOptions } from "../calls/call-class.js";
import { genericOf } from "../calls/streaming.js";
import type { Context } from "../context.js";
import { constant, signature } from "../layout/declaration.js";
import { call as callOf, callArguments, callWithThunk, inlineObject, name, property, pure } from "../layout/expression.js";
import { callType } from "../operation.js";
import { operationsOf } from "./resources.js";

/** The client that free functions use, and the way to set it. */
export function defaultClientModule(cx: Context): Code {
  const { client } = cx.model;
  const type = code`${cx.runtimeType("DefaultClient")}<${cx.runtimeType("Client")}>`;
  const options = inlineObject([property(code`hooks`, callOf(cx.runtime("hooks"), []))]);
  const made = callWithThunk(cx.runtime("defaultClient"), code`${cx.name(client, "create")}${callArguments([options])}`);
  return blocks([
    lines([
      cx.doc({ doc: "The client of the free functions, made from the environment on first use." }),
      constant(code`export const ${cx.name(client, "default")}: ${type}`, pure(made)),
    ]),
    lines([
      cx.doc({ doc: "Sets the client of the free functions, before the first of them is called." }),
      code`
        export function ${cx.name(client, "init")}(client: ${cx.runtimeType("Client")}): void {
          ${cx.name(client, "default")}.init(client);
        }
      `,
    ]),
  ]);
}

/** For each resource a module with its functions, without their first argument. */
export function functionModules(model: Model, cx: Context): readonly PlannedFile[] {
  return allResources(model.resources)
    .filter((resource) => operationsOf(resource, cx).length > 0)
    .map((resource) => ({ path: `${cx.functionsModule(resource)}.ts`, content: cx.module(functionModule(resource, cx), resource) }));
}

function functionModule(resource: Resource, cx: Context): Code {
  return blocks(
    operationsOf(resource, cx).flatMap((operation) =>
      operation.calls.filter((call) => call.removed === undefined).map((call) => freeFunction(operation, call, cx)),
    ),
  );
}

function freeFunction(operation: Operation, call: Call, cx: Context): Code {
  const args = argumentsOf(operation, call, cx);
  const generic = genericOf(operation, call, cx);
  const chosen = generic && code`<${generic.parameter}>`;
  const isDirect = call.style === "direct";
  const parameters = [...args.map(({ optional }) => optional), ...(isDirect ? [code`options?: ${callOptions(operation, cx)}`] : [])];
  const passed = [
    code`${cx.name(cx.model.client, "default")}.get()`,
    ...args.map((each) => each.name),
    ...(isDirect ? [code`options`] : []),
  ];
  return lines([
    operationDoc(operation, call, "free function", cx),
    code`
      export function ${cx.name(call, "free function")}${generic?.parameters}${signature(parameters, callType(operation, call, cx))} {
        return ${cx.name(call, "function")}${chosen}${callArguments(passed.map(name))};
      }
    `,
  ]);
}
