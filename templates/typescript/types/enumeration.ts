import { blocks, code, group, indent, line, lines, type Code, type Enum } from "heddle/template";
import type { Context } from "../context.js";
import { deprecationText, described } from "../describe.js";
import { call, inlineArray } from "../layout/expression.js";
import { companion } from "./companion.js";

/** The known values as a union, which an open one extends by any other; the codec lists them under `values`. */
export function enumeration(type: Enum, cx: Context): Code {
  const values = type.values.filter((value) => value.removed === undefined).map(({ value }) => cx.literal(value));
  const base = type.base === "string" ? code`string` : code`number`;
  const members = type.openness === "closed" ? values : [...values, code`(${base} & {})`];
  const alias = code`export type ${cx.typeName(type)} =${group(indent([line, cx.union(members)]))};`;
  const codec = call(cx.runtime(type.openness === "closed" ? "closedEnum" : "openEnum"), [valueList(type, values, cx)]);
  return blocks([lines([cx.doc({ ...described(type, cx), notes: valueNotes(type, cx) }), alias]), companion(type, "EnumCodec", codec, cx)]);
}

function valueList(type: Enum, values: readonly Code[], cx: Context): ReturnType<typeof inlineArray> {
  if (type.base === "string") return inlineArray(values);
  const plain = type.values.filter((value) => value.removed === undefined).map(({ value }) => value);
  return { code: cx.literal(plain), kind: "block" };
}

/** A list of the values that have something to say. */
function valueNotes(type: Enum, cx: Context): readonly string[] {
  const items = type.values
    .filter((value) => value.removed === undefined && (value.doc !== undefined || value.deprecated))
    .map((value) => `- \`${value.value}\`: ${[deprecationText(value, cx), value.doc].filter(Boolean).join(" ")}`);
  return items.length === 0 ? [] : [items.join("\n")];
}
