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
  const isStream = asksForStream(operation, example, cx);
  const verb = isStream ? code`.stream()` : code`.send()`;
  const made = args && callExpression(operation, style, door, args, style.style === "direct" ? [] : [verb], cx);
  return made && (isStream ? eventLoop(made) : statement(operation, made));
}

/** `const stream = ..;`, and a loop over its events. */
function eventLoop(made: Expression): Code {
  return lines([
    code`${group([code`const stream =`, made.kind === "plain" ? group(indent([line, made.code])) : hanging(made.code)])};`,
    code`
      for await (const event of stream) {
        console.log(event);
      }
    `,
  ]);
}

/** A loop over all items of a list; undefined where the operation gives no page, or the schema not enough for a call. */
export function pageLoop(operation: Operation, style: Call, door: Door, cx: Context): Code | undefined {
  const nothing = { path: {}, query: {}, headers: {}, body: undefined };
  const { path, query, headers, body } = operation.examples[0] ?? nothing;
  const isFiltered = otherParams(operation).some((param) => param.required);
  const given = isFiltered ? { path, query, headers, body } : { ...nothing, path, body };
  const args = operation.paged ? exampleArguments(operation, given, cx) : undefined;
  const made = args && callExpression(operation, style, door, args, [code`.items()`], cx);
  return (
    made &&
    code`
      for await (const item of ${made.code}) {
        console.log(item);
      }
    `
  );
}

/** A call through one of the doors, and the verbs behind it. */
function callExpression(
  operation: Operation,
  style: Call,
  door: Door,
  args: readonly Expression[],
  verbs: readonly Code[],
  cx: Context,
): Expression | undefined {
  if (door !== "member") {
    const made = call(cx.localName(style, door), door === "function" ? [name(code`client`), ...args] : args);
    return verbs.length === 0 ? made : { code: code`${made.code}${verbs}`, kind: made.kind };
  }
  const path = memberPath(cx.model.resources, operation, cx);
  if (!path) return undefined;
  const method = code`.${cx.localName(style, door)}`;
  return verbs.length === 0 ? call(code`${path}${method}`, args) : chain(path, [call(method, args).code, ...verbs]);
}

/** `const page = await ..;`, or the call alone where nothing is returned. */
function statement(operation: Operation, made: Expression): Code {
  if (!operation.success.some(({ content }) => content)) return code`await ${made.code};`;
  const variable = operation.paged ? code`page` : code`result`;
  const right = code`await ${made.code}`;
  return code`${group([code`const ${variable} =`, made.kind === "plain" ? group(indent([line, right])) : hanging(right)])};`;
}

type ExampleInput = Pick<OperationExample, "path" | "query" | "headers"> & { readonly body?: Json | undefined };

function exampleArguments(operation: Operation, example: ExampleInput, cx: Context): readonly Expression[] | undefined {
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
