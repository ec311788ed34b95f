import {
  code,
  group,
  hanging,
  indent,
  line,
  lines,
  type Call,
  type Code,
  type Json,
  type Operation,
  type OperationExample,
  type Resource,
} from "heddle/template";
import type { Context } from "../context.js";
import { call, chain, inlineObject, literal, name, property, type Expression } from "../layout/expression.js";
import { otherParams, pathParams } from "./arguments.js";
import { contentType } from "./result.js";
import { asksForStream } from "./streaming.js";

/** What is called: a method of a namespace of `client`, a function that takes `client` first, or one over the default client. */
export type Door = "member" | "function" | "free function";

/** A statement that makes the call of an example; undefined where the example does not say enough. */
export function exampleStatement(operation: Operation, style: Call, door: Door, example: OperationExample, cx: Context): Code | undefined {
  const args = exampleArguments(operation, example, cx);
  if (!args) return undefined;
  const isStream = asksForStream(operation, example, cx);
  const verb = style.style === "direct" ? undefined : isStream ? code`.stream()` : code`.send()`;
  const made = door === "member" ? memberCall(operation, style, args, verb, cx) : functionCall(style, door, args, verb, cx);
  return made && (isStream ? loop(made) : statement(operation, made));
}

function functionCall(style: Call, door: Door, args: readonly Expression[], verb: Code | undefined, cx: Context): Expression {
  const made = call(cx.localName(style, door), door === "function" ? [name(code`client`), ...args] : args);
  return verb ? { code: code`${made.code}${verb}`, kind: made.kind } : made;
}

function memberCall(
  operation: Operation,
  style: Call,
  args: readonly Expression[],
  verb: Code | undefined,
  cx: Context,
): Expression | undefined {
  const path = memberPath(cx.model.resources, operation, cx);
  if (!path) return undefined;
  const method = code`.${cx.localName(style, "member")}`;
  return verb ? chain(path, [call(method, args).code, verb]) : call(code`${path}${method}`, args);
}

/** `const stream = ..;`, and a loop over its events. */
function loop(made: Expression): Code {
  return lines([
    code`${group([code`const stream =`, made.kind === "plain" ? group(indent([line, made.code])) : hanging(made.code)])};`,
    code`for await (const event of stream) console.log(event);`,
  ]);
}

/** `const page = await ..;`, or the call alone where nothing is returned. */
function statement(operation: Operation, made: Expression): Code {
  if (!operation.success.some(({ content }) => content)) return code`await ${made.code};`;
  const variable = operation.paged ? code`page` : code`result`;
  const right = code`await ${made.code}`;
  return code`${group([code`const ${variable} =`, made.kind === "plain" ? group(indent([line, right])) : hanging(right)])};`;
}

function exampleArguments(operation: Operation, example: OperationExample, cx: Context): readonly Expression[] | undefined {
  const path = pathParams(operation).map((param) => {
    const value = example.path[param.name];
    return value === undefined ? undefined : literal(cx.value(value, param.type));
  });
  if (path.includes(undefined)) return undefined;
  const params = otherParams(operation).flatMap((param) => {
    const value = (param.in === "query" ? example.query : example.headers)[param.name];
    return value === undefined ? [] : [property(cx.key(param.name), literal(cx.value(value, param.type)))];
  });
  if (otherParams(operation).some((param) => param.required) && params.length === 0) return undefined;
  const content = operation.body?.contents[0];
  if (content && example.body === undefined && operation.body?.required) return undefined;
  return [
    ...path.filter((value) => value !== undefined),
    ...(content && example.body !== undefined ? [valueExpression(example.body, cx.value(example.body, contentType(content)))] : []),
    ...(params.length === 0 ? [] : [inlineObject(params)]),
  ];
}

function valueExpression(json: Json, value: Code): Expression {
  const isBlock = typeof json === "object" && json !== null && Object.keys(json).length > 0;
  return { code: value, kind: isBlock ? "block" : "literal" };
}

/** `client.parcels.events` for an operation of the resource `events` in `parcels`. */
function memberPath(resources: readonly Resource[], operation: Operation, cx: Context, above: Code = code`client`): Code | undefined {
  for (const resource of resources) {
    const path = code`${above}.${cx.localName(resource, "member")}`;
    if (resource.operations.includes(operation)) return path;
    const found = memberPath(resource.resources, operation, cx, path);
    if (found) return found;
  }
  return undefined;
}
