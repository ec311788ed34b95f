import { blocks, code, lines, type Call, type Code, type Operation, type Template } from "heddle/template";
import { argumentsOf, callInput } from "./calls/arguments.js";
import { builderClass } from "./calls/builder.js";
import { callClass, callOptions, directCallType, directClass, requestCallType } from "./calls/call-class.js";
import { operationConstant } from "./calls/constant.js";
import { operationDoc } from "./calls/doc.js";
import { errorClassOf } from "./calls/error-class.js";
import { paramsType } from "./calls/parameters.js";
import { headersType } from "./calls/response-headers.js";
import { errorUnion } from "./calls/result.js";
import { eventType, genericOf } from "./calls/streaming.js";
import type { Context } from "./context.js";
import { signature } from "./layout/declaration.js";
import { callArguments, name, type Expression } from "./layout/expression.js";

/** One operation: its parameters, its errors, its description as data, and a function for each way to call it. */
const operation: Template<"operation", Context> = (node, cx) =>
  blocks([
    paramsType(node, cx),
    headersType(node, cx),
    ...node.errors.cases.map((error) => errorClassOf(error, cx)),
    errorUnion(node, cx),
    operationConstant(node, cx),
    ...node.calls
      .filter((call) => call.removed === undefined)
      .map((call) => blocks([call.style === "builder" ? builderClass(node, call, cx) : undefined, callFunction(node, call, cx)])),
  ]);

export default operation;

/** A function over any client. */
function callFunction(node: Operation, call: Call, cx: Context): Code {
  const args = argumentsOf(node, call, cx);
  const generic = genericOf(node, call, cx)?.parameters;
  const parameters = [
    code`client: ${cx.runtimeType("Client")}`,
    ...args.map(({ declared }) => declared),
    ...(call.style === "direct" ? [code`options?: ${callOptions(node, cx)}`] : []),
  ];
  return lines([
    operationDoc(node, call, "function", cx),
    code`
      export function ${cx.name(call, "function")}${generic}${signature(parameters, callType(node, call, cx))} {
        return ${callExpression(node, call, cx)};
      }
    `,
  ]);
}

/** What a function gives: a builder, a call, or one that is under way. */
export function callType(node: Operation, call: Call, cx: Context): Code {
  if (call.style === "builder") return cx.typeName(call, "builder");
  return call.style === "direct" ? directCallType(node, call, cx) : requestCallType(node, call, cx);
}

function callExpression(node: Operation, call: Call, cx: Context): Code {
  const input = callInput(node, cx);
  const base: Expression[] = [name(code`client`), name(cx.name(node, "operation"))];
  if (call.style === "direct") return directExpression(node, [...base, input, name(code`options`)], cx);
  const all = callArguments(input.kind === "block" ? [...base, input] : base);
  if (call.style === "builder") return code`new ${cx.name(call, "builder")}${all}`;
  if (genericOf(node, call, cx)) return code`${cx.runtime("chosenCall")}${callArguments([...base, input])}`;
  return code`new ${cx.runtime(callClass(node))}${all}`;
}

/** A call that is sent at once, or is a stream. */
function directExpression(node: Operation, args: readonly Expression[], cx: Context): Code {
  if (node.stream?.when) return code`${cx.runtime("startChosen")}${callArguments(args)}`;
  const event = eventType(node);
  if (event) return code`new ${cx.runtime(directClass(node))}${cx.typeArguments([event])}${callArguments(args)}.stream()`;
  const made = code`new ${cx.runtime(directClass(node))}${callArguments(args)}`;
  return code`${cx.runtime(node.paged ? "startPages" : "start")}${callArguments([{ code: made, kind: "call" }])}`;
}
