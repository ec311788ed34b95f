import { blocks, code, lines, type Call, type Code, type Operation, type Resource, type Template } from "heddle/template";
import { argumentsOf } from "./calls/arguments.js";
import { operationDoc } from "./calls/doc.js";
import { callOptions } from "./calls/call-class.js";
import { genericOf } from "./calls/streaming.js";
import type { Context } from "./context.js";
import { described } from "./describe.js";
import { signature } from "./layout/declaration.js";
import { callArguments, name } from "./layout/expression.js";
import { callType } from "./operation.js";
import { operationsOf } from "./service/resources.js";

/** A module of operations, and the class that has them as methods, unless the API is all functions. */
const resource: Template<"resource", Context> = (node, cx) =>
  blocks([
    ...operationsOf(node, cx).map((operation) => cx.slot("operation", operation)),
    cx.model.client.surface === "functions" ? undefined : namespaceClass(node, cx),
  ]);

export default resource;

function namespaceClass(node: Resource, cx: Context): Code {
  const members = [
    ...operationsOf(node, cx).flatMap((operation) =>
      operation.calls.filter((call) => call.removed === undefined).map((call) => method(operation, call, cx)),
    ),
    ...node.resources.map((each) => accessor(each, cx)),
  ];
  return lines([
    cx.doc(described(node, cx)),
    code`
      export class ${cx.name(node)} {
        readonly #client: ${cx.runtimeType("Client")};

        constructor(client: ${cx.runtimeType("Client")}) {
          this.#client = client;
        }

        ${blocks(members)}
      }
    `,
  ]);
}

/** The resource inside another one, or inside the client. */
export function accessor(node: Resource, cx: Context, client: Code = code`this.#client`): Code {
  return lines([
    cx.doc(described(node, cx)),
    code`
      get ${cx.name(node, "member")}(): ${cx.typeName(node)} {
        return new ${cx.name(node)}(${client});
      }
    `,
  ]);
}

function method(operation: Operation, call: Call, cx: Context): Code {
  const args = argumentsOf(operation, call, cx);
  const generic = genericOf(operation, call, cx);
  const chosen = generic && code`<${generic.parameter}>`;
  const isDirect = call.style === "direct";
  const parameters = [...args.map(({ optional }) => optional), ...(isDirect ? [code`options?: ${callOptions(operation, cx)}`] : [])];
  const passed = [code`this.#client`, ...args.map((each) => each.name), ...(isDirect ? [code`options`] : [])];
  return lines([
    operationDoc(operation, call, "member", cx),
    code`
      ${cx.name(call, "member")}${generic?.parameters}${signature(parameters, callType(operation, call, cx))} {
        return ${cx.name(call, "function")}${chosen}${callArguments(passed.map(name))};
      }
    `,
  ]);
}
