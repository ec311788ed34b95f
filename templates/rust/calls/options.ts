import { blocks, code, lines, type Code, type Operation, type Param, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { block, fieldList, fn, implementation } from "../layout/declaration.js";
import { intoField, methodCall, structLiteral } from "../layout/expression.js";
import { typedField } from "../layout/statement.js";
import { rules } from "../types/checks.js";
import { defaulted, given } from "../types/fields.js";
import { structDebug, type PrintedField } from "../types/secret-debug.js";
import { otherParams } from "./arguments.js";

/** The query, header and cookie parameters of an operation, as one struct. */
export function optionsStruct(operation: Operation, door: Code, cx: Context): Code | undefined {
  const params = otherParams(operation);
  if (params.length === 0) return undefined;
  const name = cx.name(operation, "options");
  const isEmpty = params.every((param) => !param.required);
  const isSecret = params.some(({ secret }) => secret);
  const printed = (param: Param): PrintedField => ({ name: cx.name(param, "field"), text: cx.text(param, "field"), secret: param.secret });
  const fields = params.map((param) =>
    lines([
      cx.doc({ ...described(param), doc: valueDoc(param) }),
      typedField(code`pub ${cx.name(param, "field")}`, paramType(param, cx), 1),
    ]),
  );
  return blocks([
    lines([
      cx.doc({ doc: [code`Parameters of ${door}.`] }),
      code`#[derive(Clone, ${isSecret ? undefined : code`Debug, `}${isEmpty ? code`Default, ` : undefined}PartialEq)]`,
      code`#[non_exhaustive]`,
      fieldList(code`pub struct ${name}`, fields),
    ]),
    isEmpty ? undefined : constructor(name, operation, cx),
    isSecret && structDebug(name, cx.text(operation, "options"), params.map(printed), cx),
    parameters(name, params, cx),
  ]);
}

/** `new`, with an argument for each parameter that must be there. */
function constructor(name: Code, operation: Operation, cx: Context): Code {
  const fields = otherParams(operation).map((param) => {
    const field = cx.name(param, "field");
    if (param.required) return { argument: given(param.type, cx.type(param.type), field, cx), field };
    return { value: code`${field}: ${param.type.kind === "nullable" ? code`${cx.runtime("Nullable")}::Absent` : code`None`}`, field };
  });
  const args = fields.flatMap(({ argument, field }) => (argument ? [code`${field}: ${argument.type}`] : []));
  const values = fields.map(({ argument, value, field }) => value ?? (argument?.value === field ? field : intoField(field, field)));
  return block(
    code`impl ${name}`,
    lines([
      cx.doc({ doc: "What must be given, and nothing else." }),
      code`#[must_use]`,
      fn(code`pub fn new`, args, code`Self`, [structLiteral(code`Self`, values)]),
    ]),
  );
}

/** What may be absent is an `Option`. */
export function paramType({ required, type }: Param, cx: Context): Code {
  if (required) return cx.type(type);
  return type.kind === "nullable" ? cx.generic(cx.runtime("Nullable"), [cx.type(type.of)]) : cx.generic(code`Option`, [cx.type(type)]);
}

function parameters(name: Code, params: readonly Param[], cx: Context): Code {
  const value = (param: Param): Code => code`&self.${cx.name(param, "field")}`;
  const writes = params.flatMap((param) => writing(param, value(param), cx));
  const checks = params.flatMap((param) => rules(param, value(param), cx)).map((check) => code`${check};`);
  return implementation(
    cx.runtime("Parameters"),
    name,
    blocks([
      fn(code`fn write`, [code`&self`, code`draft: &mut ${cx.runtime("Draft")}`], undefined, writes),
      checks.length > 0 && fn(code`fn check`, [code`&self`, code`at: &mut ${cx.runtime("Checks")}`], undefined, checks),
    ]),
  );
}

/** The statements that put a parameter into the draft (ENC-5, ENC-6). */
function writing(param: Param, own: Code, cx: Context): readonly Code[] {
  const name = cx.key(param.wire);
  const statement = (method: Code, args: readonly Code[]): Code => code`${methodCall(code`draft`, method, args)};`;
  const value = defaulted(param, own, cx);
  if (param.in === "header") return [statement(param.secret ? code`secret_header` : code`header`, [name, value])];
  if (param.in !== "query") return [statement(cx.identifier(param.in), [name, value])];
  const empty = param.null === "empty" ? [statement(code`query_null`, [name, own])] : [];
  const style = queryStyle(param, cx);
  if (style === undefined) return [...empty, statement(code`query`, [name, value])];
  return [...empty, statement(code`query_as`, [code`${cx.runtime("QueryStyle")}::${style}`, name, value])];
}

const listStyles = { repeat: undefined, comma: "Comma", pipe: "Pipe", space: "Space", brackets: "Brackets", indices: "Indices" } as const;

/** How a list or an object is written, unless that is the usual way. */
function queryStyle({ type, list, object }: Param, cx: Context): Code | undefined {
  const style = isObject(type, cx) ? (object === "json" ? "Json" : undefined) : listStyles[list];
  return style && cx.identifier(style);
}

function isObject(ref: TypeRef, cx: Context): boolean {
  if (ref.kind === "nullable") return isObject(ref.of, cx);
  if (ref.kind !== "named") return ref.kind === "map";
  const type = cx.named(ref.name);
  return type.kind === "alias" ? isObject(type.type, cx) : type.kind !== "enum";
}
