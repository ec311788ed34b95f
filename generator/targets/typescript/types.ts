import {
  code,
  delimited,
  group,
  hanging,
  ifBreak,
  indent,
  isCode,
  join,
  line,
  printCode,
  softline,
  text,
  type Code,
} from "../../code/index.js";
import type { Scalar, ScalarRef, TypeRef } from "../../model/index.js";
import { numberLiteral, stringLiteral } from "./encode/strings.js";

/** What a type needs to know of the package it stands in. */
export interface TypeScope {
  /** The type that a declared name stands for. */
  named(name: string): Code;
  /** The TypeScript name of a type parameter. */
  parameter(name: string): string;
  runtime(name: string): Code;
  /** How 64-bit integers are given. */
  readonly int64: "bigint" | "number" | "string";
}

/** A type, and what Prettier wants to know about it. `hugged` is `User | null`, which is never broken. */
interface Shape {
  readonly code: Code;
  readonly kind: "keyword" | "null" | "reference" | "generic" | "object" | "hugged" | "union" | "other";
}

/** These stay on the line of their `<`. */
const inline: ReadonlySet<Shape["kind"]> = new Set<Shape["kind"]>(["keyword", "reference", "object", "hugged"]);

/** A type behind a colon: of a member, a parameter, a result. `more` are further members of a union. */
export function annotation(ref: TypeRef, scope: TypeScope, more: readonly Code[] = []): Code {
  const type =
    more.length === 0
      ? shape(ref, scope)
      : unionOf([...alternatives(ref, scope), ...more.map((code): Shape => ({ code, kind: "keyword" }))]);
  return type.kind === "union" ? group(indent([softline, type.code])) : type.code;
}

/** The equals sign of `type X` and what follows. */
export function aliased(ref: TypeRef, scope: TypeScope): Code {
  const type = shape(ref, scope);
  return type.kind === "union" ? code` =${group(indent([line, type.code]))}` : code` =${hanging(type.code)}`;
}

/** Types between `<` and `>`, brackets included; code is a name, a list the union of its items. */
export function typeArguments(items: readonly (TypeArgument | readonly TypeArgument[])[], scope: TypeScope): Code {
  const types = items.map((item) => (isList(item) ? unionOf(item.flatMap((each) => argument(each, scope))) : only(argument(item, scope))));
  const [first] = types;
  if (types.length === 1 && first && inline.has(first.kind)) return code`<${first.code}>`;
  return delimited(
    types.map((type) => type.code),
    { open: code`<`, close: code`>`, separator: code`,` },
  );
}

type TypeArgument = TypeRef | Code;

function argument(item: TypeArgument, scope: TypeScope): readonly Shape[] {
  if (isCode(item)) return [{ code: item, kind: "reference" }];
  return item.kind === "choice" || item.kind === "nullable" ? alternatives(item, scope) : [shape(item, scope)];
}

function only(members: readonly Shape[]): Shape {
  const [first] = members;
  return first && members.length === 1 ? first : unionOf(members);
}

function isList(item: TypeArgument | readonly TypeArgument[]): item is readonly TypeArgument[] {
  return Array.isArray(item);
}

/** `A | B`, or one a line with a leading bar. */
export function union(members: readonly Code[]): Code {
  return group(members.map((member, index) => [index === 0 ? ifBreak(code`| `) : [line, code`| `], indent(member)]));
}

function shape(ref: TypeRef, scope: TypeScope): Shape {
  switch (ref.kind) {
    case "scalar":
      return scalar(ref, scope);
    case "parameter":
      return { code: text(scope.parameter(ref.name)), kind: "reference" };
    case "named": {
      const name = scope.named(ref.name);
      return ref.args.length === 0
        ? { code: name, kind: "reference" }
        : { code: code`${name}${typeArguments(ref.args, scope)}`, kind: "generic" };
    }
    case "literal":
      return { code: text(literalType(ref.value)), kind: "other" };
    case "list":
      return { code: arrayOf(shape(ref.of, scope)), kind: "other" };
    case "map":
      return { code: mapOf(annotation(ref.of, scope)), kind: "object" };
    case "nullable":
    case "choice":
      return unionOf(alternatives(ref, scope));
  }
}

function scalar(ref: ScalarRef, scope: TypeScope): Shape {
  if (ref.scalar === "json") return { code: scope.runtime("Json"), kind: "reference" };
  if (ref.scalar === "bytes") return { code: code`Uint8Array`, kind: "reference" };
  return { code: text(scalarType(ref, scope)), kind: "keyword" };
}

function scalarType(ref: ScalarRef, { int64 }: TypeScope): string {
  if (ref.scalar === "int64" || ref.scalar === "uint64") return int64;
  return numbers.has(ref.scalar) ? "number" : ref.scalar === "bool" ? "boolean" : "string";
}

const numbers: ReadonlySet<Scalar> = new Set<Scalar>(["int32", "uint32", "float32", "float64"]);

function literalType(value: string | number | boolean): string {
  return typeof value === "string" ? stringLiteral(value) : typeof value === "number" ? numberLiteral(value) : String(value);
}

function arrayOf(item: Shape): Code {
  if (item.kind === "union") return code`(${group([indent([softline, item.code]), softline])})[]`;
  return item.kind === "hugged" ? code`(${item.code})[]` : code`${item.code}[]`;
}

function mapOf(value: Code): Code {
  return group([
    code`{`,
    indent([line, group([code`[`, group([indent([softline, code`key: string`]), softline]), code`]: `, value]), ifBreak(code`;`)]),
    line,
    code`}`,
  ]);
}

/** The members of a union, nested ones included. */
function alternatives(ref: TypeRef, scope: TypeScope): readonly Shape[] {
  if (ref.kind === "nullable") return [...alternatives(ref.of, scope), { code: code`null`, kind: "null" }];
  if (ref.kind !== "choice") return [shape(ref, scope)];
  return ref.of.flatMap((each) => alternatives(each, scope));
}

/** Prettier keeps a union whole if it is one object or named type beside nothing but null. */
function unionOf(all: readonly Shape[]): Shape {
  const members = distinct(all);
  const codes = members.map((member) => member.code);
  const [first, second] = members;
  if (first && !second) return first;
  const hugs =
    members.length === 2 &&
    second?.kind === "null" &&
    (first?.kind === "reference" || first?.kind === "generic" || first?.kind === "object");
  return hugs ? { code: join(code` | `, codes), kind: "hugged" } : { code: union(codes), kind: "union" };
}

/** Two types of a schema can be one in TypeScript: `string | uuid`. */
function distinct(members: readonly Shape[]): readonly Shape[] {
  const texts = members.map((member) => printCode(member.code, { width: Infinity, local: ({ name }) => name }));
  return members.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}
