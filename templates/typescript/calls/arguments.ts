import { code, type Call, type Code, type Operation, type Param } from "heddle/template";
import type { Context } from "../context.js";
import { inlineObject, name, property, type Expression } from "../layout/expression.js";
import { bodyType } from "./contents.js";
import { contentType } from "./result.js";
import { streamChoice } from "./stream-choice.js";
import { genericOf } from "./streaming.js";

/** An argument of a generated function: how it is declared, with `= {}` in functions and `?` in methods, and how it is handed on. */
export interface Argument {
  readonly name: Code;
  readonly declared: Code;
  readonly optional: Code;
  readonly doc: string;
}

export function pathParams(operation: Operation): readonly Param[] {
  return operation.path.flatMap((part) =>
    part.kind === "param" ? operation.params.filter((param) => param.in === "path" && param.name === part.name) : [],
  );
}

/** Query, header and cookie parameters. */
export function otherParams(operation: Operation): readonly Param[] {
  return operation.params.filter((param) => param.in !== "path" && param.removed === undefined);
}

/** The positional arguments: path parameters in path order, the body, the other parameters. */
export function argumentsOf(operation: Operation, call: Call, cx: Context): readonly Argument[] {
  const chosen = genericOf(operation, call, cx);
  const place = chosen && streamChoice(operation, cx)?.in;
  return [
    ...pathParams(operation).map((param) => argument(cx.name(param, "argument"), cx.type(param.type), false, param.doc)),
    ...bodyArgument(operation, place === "body" ? chosen?.narrowed : undefined, cx),
    ...paramsArgument(operation, place === "params" ? chosen?.narrowed : undefined, cx),
  ];
}

/** `{ path: { context_id: contextId }, body, params }`: what a call is made of. */
export function callInput(operation: Operation, cx: Context): Expression {
  const path = pathParams(operation).map((param) => pathArgument(param, cx));
  return inlineObject([
    ...(path.length === 0 ? [] : [code`path: ${inlineObject(path).code}`]),
    ...(operation.body ? [code`body`] : []),
    ...(otherParams(operation).length === 0 ? [] : [code`params`]),
  ]);
}

function pathArgument(param: Param, cx: Context): Code {
  const local = cx.localName(param, "argument");
  return cx.text(param, "argument") === param.name ? local : property(cx.key(param.name), name(local));
}

function bodyArgument(operation: Operation, narrowed: Code | undefined, cx: Context): readonly Argument[] {
  const content = operation.body?.contents[0];
  if (!operation.body || !content) return [];
  const type = contentType(content);
  const empty = cx.startsEmpty(type) && operation.calls.some((call) => call.setters === "body");
  const given = narrowed ?? bodyType(operation, cx);
  if (operation.body.required || empty) return [argument(code`body`, given, empty, undefined)];
  // An argument that may be left out cannot stand before one that may not.
  if (otherParams(operation).some((param) => param.required)) return [argument(code`body`, code`${given} | undefined`, false, undefined)];
  const declared = code`body?: ${given}`;
  return [{ name: code`body`, declared, optional: declared, doc: "" }];
}

function paramsArgument(operation: Operation, narrowed: Code | undefined, cx: Context): readonly Argument[] {
  const params = otherParams(operation);
  if (params.length === 0) return [];
  return [argument(code`params`, narrowed ?? cx.typeName(operation, "params"), !params.some((param) => param.required), undefined)];
}

function argument(name: Code, type: Code, isEmpty: boolean, doc: string | undefined): Argument {
  const declared = isEmpty ? code`${name}: ${type} = {}` : code`${name}: ${type}`;
  return { name, declared, optional: isEmpty ? code`${name}?: ${type}` : declared, doc: doc ?? "" };
}
