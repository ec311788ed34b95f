import { code, lines, type Call, type Code, type Operation, type Param } from "heddle/template";
import type { Context } from "../context.js";
import { block } from "../layout/declaration.js";
import { methodCall } from "../layout/expression.js";
import { given } from "../layout/statement.js";
import { textType } from "../types/text-type.js";
import { bodyStatement, bodyType, hasBodies, isConvertible } from "./body.js";
import { checking } from "./checking.js";

/** An argument of a method: its declaration, and the statement that puts it into the draft. */
export interface Argument {
  readonly name: Code;
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

/** Those of them that must be given. */
export function requiredParams(operation: Operation): readonly Param[] {
  return otherParams(operation).filter(({ required }) => required);
}

export function liveCalls({ calls }: Operation): readonly Call[] {
  return calls.filter(({ removed }) => removed === undefined);
}

/** Whether a call has setters: those of its builder, or where its style has none, those of its optional parameters. */
export function hasBuilder(node: Operation, call: Call, cx: Context): boolean {
  if (call.style === "builder") return setsBody(node, call, cx) || otherParams(node).length > 0;
  return call.style === "request" && otherParams(node).length > 0;
}

/** Whether a call has setters for the fields of its body. */
export function setsBody(operation: Operation, call: Call, cx: Context): boolean {
  return call.style === "builder" && call.setters === "body" && cx.bodyFields(operation).length > 0;
}

/** The path's parameters and the body, as far as no setters make it. */
export function positional(operation: Operation, call: Call, cx: Context): readonly Argument[] {
  const body = setsBody(operation, call, cx) ? [] : bodyArgument(operation, cx).map((each) => ({ name: code`body`, ...each }));
  return [...pathParams(operation).map((param) => pathArgument(param, cx)), ...body];
}

function pathArgument(param: Param, cx: Context): Argument {
  const name = cx.name(param, "argument");
  const type = cx.type(param.type);
  const method = param.segments ? code`segments` : code`path`;
  const isText = textType(param.type, cx);
  const checked = checking(`path.${param.name}`, param.type, code`&${name}`, cx);
  const owned = isText && checked ? given(code`let ${name}: ${type}`, code`${name}.into()`) : undefined;
  const value = code`&${name}${isText && !owned ? code`.into()` : undefined}`;
  const written = code`${methodCall(code`draft`, code`${method}::<${type}>`, [cx.key(param.name), value], undefined, 2)};`;
  return {
    name,
    declared: isText ? code`${name}: ${cx.generic(code`impl Into`, [type])}` : code`${name}: ${type}`,
    statement: lines([owned, checked, written]),
  };
}

function bodyArgument(operation: Operation, cx: Context): readonly Omit<Argument, "name">[] {
  const content = operation.body?.contents[0];
  if (!operation.body || !content) return [];
  if (hasBodies(operation, cx)) return [chosenBody(cx.name(operation, "body"), operation.body.required, cx)];
  const type = bodyType(content, cx);
  const isRaw = content.kind === "text" || content.kind === "bytes";
  if (!operation.body.required) {
    const checked = isRaw ? undefined : checking("body", content.type, code`body`, cx);
    const statement = block(
      code`if let Some(body) = ${isRaw ? undefined : code`&`}body`,
      lines([checked, bodyStatement(content, code`body`, cx)]),
    );
    return [{ declared: code`body: ${cx.generic(code`Option`, [type])}`, statement }];
  }
  if (isRaw) return [{ declared: code`body: ${cx.generic(code`impl Into`, [type])}`, statement: bodyStatement(content, code`body`, cx) }];
  const isInto = isConvertible(content, cx);
  const owned = isInto ? given(code`let body: ${type}`, code`body.into()`) : undefined;
  const checked = checking("body", content.type, code`&body`, cx);
  return [
    {
      declared: isInto ? code`body: ${cx.generic(code`impl Into`, [type])}` : code`body: ${type}`,
      statement: lines([owned, checked, bodyStatement(content, code`&body`, cx)]),
    },
  ];
}

/** A body in one of several media types. */
function chosenBody(type: Code, isRequired: boolean, cx: Context): Omit<Argument, "name"> {
  if (isRequired)
    return { declared: code`body: ${cx.generic(code`impl Into`, [type])}`, statement: code`${type}::write(body.into(), &mut draft);` };
  return {
    declared: code`body: ${cx.generic(code`Option`, [type])}`,
    statement: block(code`if let Some(body) = body`, code`body.write(&mut draft);`),
  };
}
