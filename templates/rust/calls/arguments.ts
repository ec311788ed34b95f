import { code, type Call, type Code, type Content, type Operation, type Param, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { textType } from "../types/text-type.js";

/** An argument of a method: its declaration, and the statement that puts it into the draft. */
export interface Argument {
  readonly declared: Code;
  readonly statement: Code;
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

/** Whether a call has setters for the fields of its body. */
export function setsBody(operation: Operation, call: Call, cx: Context): boolean {
  return call.style === "builder" && call.setters === "body" && cx.bodyFields(operation).length > 0;
}

/** The path's parameters and the body, as far as no setters make it. */
export function positional(operation: Operation, call: Call, cx: Context): readonly Argument[] {
  const body = setsBody(operation, call, cx) ? [] : bodyArgument(operation, cx);
  return [...pathParams(operation).map((param) => pathArgument(param, cx)), ...body];
}

function pathArgument(param: Param, cx: Context): Argument {
  const name = cx.name(param, "argument");
  const type = cx.type(param.type);
  const method = param.segments ? code`segments` : code`path`;
  const isText = textType(param.type, cx);
  return {
    declared: isText ? code`${name}: impl Into<${type}>` : code`${name}: ${type}`,
    statement: code`draft.${method}::<${type}>(${cx.key(param.name)}, &${name}${isText ? code`.into()` : undefined});`,
  };
}

function bodyArgument(operation: Operation, cx: Context): readonly Argument[] {
  const content = operation.body?.contents[0];
  if (!operation.body || !content) return [];
  const type = cx.type(contentType(content));
  const declared = operation.body.required ? type : cx.generic(code`Option`, [type]);
  const isText = operation.body.required && textType(contentType(content), cx);
  const value = isText ? code`&body.into()` : code`&body`;
  return [
    {
      declared: isText ? code`body: impl Into<${type}>` : code`body: ${declared}`,
      statement: code`draft.${cx.identifier(content.kind)}(${value});`,
    },
  ];
}

/** The type of a body as the program has it. */
export function contentType({ kind, type }: Content): TypeRef {
  if (kind === "text") return { kind: "scalar", scalar: "string" };
  return kind === "bytes" ? { kind: "scalar", scalar: "bytes" } : type;
}
