import { blocks, code, lines, type Code, type Operation, type Param } from "heddle/template";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { fieldList, fn, implementation } from "../layout/declaration.js";
import { callArguments } from "../layout/expression.js";
import { rules } from "../types/checks.js";
import { otherParams } from "./arguments.js";

/** The query, header and cookie parameters of an operation, as one struct. */
export function optionsStruct(operation: Operation, door: Code, cx: Context): Code | undefined {
  const params = otherParams(operation);
  if (params.length === 0) return undefined;
  const name = cx.name(operation, "options");
  const isEmpty = params.every((param) => !param.required);
  const fields = params.map((param) =>
    lines([cx.doc({ ...described(param), doc: valueDoc(param) }), code`pub ${cx.name(param, "field")}: ${paramType(param, cx)},`]),
  );
  return blocks([
    lines([
      cx.doc({ doc: [code`Parameters of ${door}.`] }),
      code`#[derive(Clone, Debug, ${isEmpty ? code`Default, ` : undefined}PartialEq)]`,
      code`#[non_exhaustive]`,
      fieldList(code`pub struct ${name}`, fields),
    ]),
    parameters(name, params, cx),
  ]);
}

/** What may be absent is an `Option`. */
export function paramType({ required, type }: Param, cx: Context): Code {
  if (required) return cx.type(type);
  return type.kind === "nullable" ? cx.generic(cx.runtime("Nullable"), [cx.type(type.of)]) : cx.generic(code`Option`, [cx.type(type)]);
}

function parameters(name: Code, params: readonly Param[], cx: Context): Code {
  const value = (param: Param): Code => code`&self.${cx.name(param, "field")}`;
  const writes = params.map((param) => code`draft.${method(param, cx)}${callArguments([cx.key(param.wire), value(param)])};`);
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

function method(param: Param, cx: Context): Code {
  return cx.identifier(param.in === "query" ? "query" : param.in);
}
