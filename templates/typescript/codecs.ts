import { code, type Code, type Constraints, type Json, type ListRef, type LiteralRef, type ScalarRef, type TypeRef } from "heddle/template";
import type { Context } from "./context.js";
import { call, inlineArray, inlineObject, literal, name, property, type Expression } from "./layout/expression.js";

/**
 * The expression that reads and writes values of a type. An alias of anything but a scalar is looked through: what a codec can do beside
 * decoding and encoding (members to spread, null as a value) depends on the type behind it.
 */
export function codec(ref: TypeRef, cx: Context): Expression {
  switch (ref.kind) {
    case "scalar":
      return constrained(name(cx.runtime(scalarCodec(ref, cx))), rules(ref, cx), cx);
    case "parameter":
      return name(cx.parameterCodec(ref.name));
    case "named": {
      const type = cx.named(ref.name);
      if (type.kind === "alias" && type.parameters.length === 0 && type.type.kind !== "scalar") return codec(type.type, cx);
      const declared = cx.name(type);
      return ref.args.length === 0
        ? name(declared)
        : call(
            declared,
            ref.args.map((arg) => codec(arg, cx)),
          );
    }
    case "literal":
      return call(cx.runtime("constant"), [literal(cx.literal(ref.value))]);
    case "list":
      return constrained(call(cx.runtime("list"), [codec(ref.of, cx)]), items(ref, cx), cx);
    case "map":
      return call(cx.runtime("map"), [codec(ref.of, cx)]);
    case "nullable":
      return call(cx.runtime("nullable"), [codec(ref.of, cx)]);
    case "choice":
      return choice(ref.of, cx);
  }
}

/** Literals alone are a closed enumeration; among scalars, those of one JSON kind are. The resolver sees to it that the kinds differ. */
function choice(of: readonly TypeRef[], cx: Context): Expression {
  const literals = of.filter((ref) => ref.kind === "literal");
  if (literals.length === of.length) return oneOf(literals, cx);
  const kinds = [...new Set(literals.map((ref) => jsonKind(ref, cx)))];
  const alternatives = [
    ...of.filter((ref) => ref.kind !== "literal").map((ref) => alternative(ref, cx)),
    ...kinds.map((kind) =>
      property(
        cx.key(kind),
        oneOf(
          literals.filter((ref) => jsonKind(ref, cx) === kind),
          cx,
        ),
      ),
    ),
  ];
  return call(cx.runtime("choice"), [inlineObject(alternatives)]);
}

/** `number: int32`; a plain string is its own key. */
function alternative(ref: TypeRef, cx: Context): Code {
  const own = codec(ref, cx);
  const isShort = ref.kind === "scalar" && ref.scalar === "string" && own.kind === "name";
  return isShort ? own.code : property(cx.key(jsonKind(ref, cx)), own);
}

function oneOf(literals: readonly LiteralRef[], cx: Context): Expression {
  return call(cx.runtime("closedEnum"), [{ code: cx.literal(literals.map(({ value }) => value)), kind: "block" }]);
}

/** A member's or parameter's codec: what is not required may be absent, or is sent as its default. */
export function memberCodec(member: { type: TypeRef; required: boolean; default?: Json; sendDefault: boolean }, cx: Context): Expression {
  const own = codec(member.type, cx);
  if (member.sendDefault && member.default !== undefined)
    return call(cx.runtime("withDefault"), [own, literal(cx.value(member.default, member.type))]);
  return member.required ? own : call(cx.runtime("optional"), [own]);
}

/** A variant without a tag: the JSON kind it is known by, its codec, and members that only it must have. */
export function candidate(ref: TypeRef, cx: Context, required: readonly string[] = []): Code {
  return inlineArray([cx.literal(jsonKind(ref, cx)), codec(ref, cx).code, ...required.map(cx.literal)]).code;
}

/** What a value of the type is in JSON. */
export function jsonKind(ref: TypeRef, cx: Context): "string" | "number" | "boolean" | "list" | "object" {
  switch (ref.kind) {
    case "scalar":
      return scalarKind(ref);
    case "literal":
      return typeof ref.value === "string" ? "string" : typeof ref.value === "number" ? "number" : "boolean";
    case "list":
      return "list";
    case "nullable":
      return jsonKind(ref.of, cx);
    case "named":
      return declaredKind(ref.name, cx);
    default:
      return "object";
  }
}

function declaredKind(typeName: string, cx: Context): ReturnType<typeof jsonKind> {
  const type = cx.named(typeName);
  if (type.kind === "alias") return jsonKind(type.type, cx);
  return type.kind !== "enum" ? "object" : type.base === "string" ? "string" : "number";
}

function scalarKind({ scalar, encoding }: ScalarRef): "string" | "number" | "boolean" {
  if (scalar === "bool") return "boolean";
  if (encoding !== undefined) return ["number", "unix", "unix_ms", "seconds", "milliseconds"].includes(encoding) ? "number" : "string";
  return /^(u?int|float)/.test(scalar) ? "number" : "string";
}

const encodedScalars = new Map([
  ["bytes base64url", "bytesBase64Url"],
  ["bytes hex", "bytesHex"],
  ["decimal number", "decimalNumber"],
  ["datetime unix", "datetimeUnix"],
  ["datetime unix_ms", "datetimeUnixMs"],
  ["duration seconds", "durationSeconds"],
  ["duration milliseconds", "durationMilliseconds"],
]);

/** What the codecs of 64-bit integers are called that do not give a bigint. */
const programForms = new Map<unknown, string>([
  ["number", "Number"],
  ["string", "String"],
]);

/** The name of the codec of a scalar. */
export function scalarCodec({ scalar, encoding }: ScalarRef, cx: Context): string {
  if (scalar === "json") return "jsonValue";
  if (scalar === "int64" || scalar === "uint64") return `${scalar}${encoding ? "Text" : ""}${programForms.get(cx.options["int64"]) ?? ""}`;
  return (encoding && encodedScalars.get(`${scalar} ${encoding}`)) ?? scalar;
}

function constrained(codec: Expression, rules: readonly Expression[], cx: Context): Expression {
  return rules.length === 0 ? codec : call(cx.runtime("constrained"), [codec, ...rules]);
}

function rules(ref: ScalarRef, cx: Context): readonly Expression[] {
  const pattern = ref.constraints?.pattern;
  return [...boundRule(ref, cx), ...(pattern === undefined ? [] : [call(cx.runtime("pattern"), [literal(cx.literal(pattern))])])];
}

/** The rule for the bounds of a scalar, if it has any: `length(1, 200)`. */
export function boundRule({ scalar, constraints = {} }: ScalarRef, cx: Context): readonly Expression[] {
  const { min, max } = constraints;
  return min === undefined && max === undefined ? [] : [call(cx.runtime(ruleOf(scalar)), bounds(min, max, scalar, cx))];
}

function ruleOf(scalar: ScalarRef["scalar"]): string {
  if (scalar === "decimal") return "decimalRange";
  return /^(u?int|float)/.test(scalar) ? "range" : "length";
}

function items({ minItems, maxItems }: ListRef, cx: Context): readonly Expression[] {
  return minItems === undefined && maxItems === undefined ? [] : [call(cx.runtime("length"), bounds(minItems, maxItems, "int32", cx))];
}

/** `(1, 100)`, `(1)` or `(undefined, 100)`. */
function bounds(min: Constraints["min"], max: Constraints["max"], scalar: ScalarRef["scalar"], cx: Context): readonly Expression[] {
  return [min === undefined ? name(code`undefined`) : bound(min, scalar, cx), ...(max === undefined ? [] : [bound(max, scalar, cx)])];
}

/** A bound as the program has values of the scalar. */
export function bound(value: number | string, scalar: ScalarRef["scalar"], cx: Context): Expression {
  const isWide = /int64/.test(scalar) && cx.options["int64"] !== "number";
  return literal(cx.literal(isWide ? BigInt(value) : scalar === "decimal" ? String(value) : Number(value)));
}
