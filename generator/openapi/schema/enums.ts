import type { Json } from "../../model/described.js";
import type { EnumValueDeclaration, TypeBody } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { typeDescription } from "../description.js";
import { Names, snake, wordsOf } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { anyJson, literal, named, oneOf } from "./build.js";
import { isWritable } from "./field-names.js";
import type { Hint } from "./hint.js";

/** More values than this get a name in a parameter, too. */
const inlineLimit = 8;

/** Values that are listed: an enum with a name, one literal, or a choice of literals where they cannot be an enum. */
export function enumType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const values = [...new Map(valuesOf(schema).map((value) => [JSON.stringify(value), value])).values()];
  const [only, second] = values;
  if (only === undefined) return anyJson(schema);
  if (values.every((value) => typeof value === "boolean")) return second === undefined ? literal(schema, only) : named(schema, "bool");
  const isText = values.every((value) => typeof value === "string");
  if (!isText && !values.every((value) => isInt32(value))) return choiceOf(cx, schema, values);
  const isNamed = cx.types.nameOf(schema) !== undefined;
  if (second === undefined && !isNamed && cannotGrow(hint)) return literal(schema, only);
  if (hint.param && !isNamed && isText && values.length <= inlineLimit)
    return oneOf(
      schema,
      values.map((value) => literal(schema, value)),
    );
  return cx.types.declare(schema, [hint.name, `${hint.name}Value`], () => ({
    description: typeDescription(schema, hint),
    examples: [],
    body: enumBody(schema, values, isText),
  }));
}

/** One value alone is a tag or a constant, wherever it stands. */
function cannotGrow({ name }: Hint): boolean {
  return name !== "";
}

function valuesOf(schema: Cursor): readonly (string | number | boolean)[] {
  const values = schema.raw("enum");
  return (Array.isArray(values) ? (values as readonly Json[]) : []).filter(isScalar).filter((value) => isWritable(String(value)));
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isInt32(value: Json): boolean {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2147483648;
}

/** Values of several kinds. */
function choiceOf(cx: Cx, schema: Cursor, values: readonly (string | number | boolean)[]): TypeExpression {
  cx.notes.add("mixed-enum", schema.get("enum") ?? schema);
  const written = values.every((value) => typeof value !== "number" || !/e/i.test(String(value)));
  return written
    ? oneOf(
        schema,
        values.map((value) => literal(schema, value)),
      )
    : anyJson(schema);
}

export function enumBody(schema: Cursor, values: readonly (string | number | boolean)[], isText: boolean): TypeBody {
  const names = new Names();
  const docs = docsOf(schema);
  const given = schema.get("x-enum-varnames")?.items() ?? schema.get("x-enumNames")?.items() ?? [];
  const declared = values.map((value, index): EnumValueDeclaration => {
    const own = given[index]?.value;
    const name = names.take(...valueNames(value, typeof own === "string" ? own : undefined));
    const doc = docs(String(value), index);
    return {
      name: schema.as(name),
      ...((typeof value === "number" || name !== value) && typeof value !== "boolean" && { value: { value, span: schema.span } }),
      description: doc === undefined ? {} : { doc: schema.as(doc) },
    };
  });
  return { kind: "enum", ...(!isText && { base: schema.as("int32") }), values: declared, openness: "open" };
}

/** The value itself if it can be a name; else what its signs are called. */
function valueNames(value: string | number | boolean, given: string | undefined): readonly [string, ...string[]] {
  const text = String(value);
  const plain = typeof value === "string" && /^[A-Za-z][\w.:/ -]*$/.test(text) && text.trim() === text ? [text] : [];
  if (typeof value === "number" && value >= 0) return given !== undefined && /^[A-Za-z]\w*$/.test(given) ? [given, text] : [text];
  const words = wordsOf(text);
  const sign = text.startsWith("-") ? "minus_" : text.startsWith("+") ? "plus_" : "";
  const spelled =
    words.length === 0 ? spell(text) : sign === "" && !/^\d/.test(words[0] ?? "") ? snake(words) : `${sign || "value_"}${words.join("_")}`;
  const own = given !== undefined && /^[A-Za-z]\w*$/.test(given) ? [given] : [];
  const [first = spelled, ...others] = [...own, ...plain, spelled];
  return [first, ...others];
}

const signs: ReadonlyMap<string, string> = new Map([
  ["", "empty"],
  [" ", "space"],
  ["*", "any"],
  ["=", "equal"],
  ["==", "equal"],
  ["!=", "not_equal"],
  ["<", "less"],
  [">", "greater"],
  ["<=", "at_most"],
  [">=", "at_least"],
  ["+", "plus"],
  ["-", "minus"],
  ["/", "slash"],
  [".", "dot"],
  [",", "comma"],
  ["%", "percent"],
]);

function spell(text: string): string {
  return signs.get(text) ?? `sign_${Array.from(text, (sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("_")}`;
}

/** Docs of values, as several generators write them: a list or a mapping. */
function docsOf(schema: Cursor): (value: string, index: number) => string | undefined {
  const docs = schema.get("x-enumDescriptions") ?? schema.get("x-enum-descriptions");
  return (value, index) => {
    const doc = docs?.raw(value) ?? docs?.items()[index]?.value;
    return typeof doc === "string" && doc.trim() !== "" ? doc : undefined;
  };
}
