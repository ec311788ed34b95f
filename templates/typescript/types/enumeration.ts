import { blocks, code, group, indent, isEmpty, line, lines, type Code, type Enum, type EnumValue } from "heddle/template";
import type { Context } from "../context.js";
import { deprecationText, described } from "../describe.js";
import { call, inlineArray, name, object, property, type Expression } from "../layout/expression.js";
import { companion } from "./companion.js";

/** The known values as a union, which an open one extends by any other; the codec lists them under `values`. */
export function enumeration(type: Enum, cx: Context): Code {
  const values = present(type).map(({ value }) => cx.literal(value));
  const base = type.base === "string" ? code`string` : code`number`;
  const members = type.openness === "closed" ? values : [...values, code`(${base} & {})`];
  const alias = code`export type ${cx.typeName(type)} =${group(indent([line, cx.union(members)]))};`;
  const make = cx.runtime(type.openness === "closed" ? "closedEnum" : "openEnum");
  return blocks([
    lines([cx.doc({ ...described(type, cx), notes: valueNotes(type, cx) }), alias]),
    ...(cx.namesValues(type)
      ? [namedValues(type, cx), companion(type, "NamedEnum", named(type, make, cx), cx, [code`typeof ${cx.name(type, "values")}`])]
      : [companion(type, "EnumCodec", call(make, [valueList(type, values, cx)]), cx)]),
  ]);
}

function present({ values }: Enum): readonly EnumValue[] {
  return values.filter(({ removed }) => removed === undefined);
}

/** `const zoneValues = { domestic: 1 } as const;` */
function namedValues(type: Enum, cx: Context): Code {
  const members = present(type).map((value) => {
    const doc = cx.doc(described(value, cx));
    const member = property(cx.localName(value), name(cx.literal(value.value)));
    return isEmpty(doc) ? member : lines([doc, member]);
  });
  return code`const ${cx.name(type, "values")} = ${object(members).code} as const;`;
}

function named(type: Enum, make: Code, cx: Context): Expression {
  return call(cx.runtime("namedEnum"), [name(make), name(cx.name(type, "values"))]);
}

function valueList(type: Enum, values: readonly Code[], cx: Context): Expression {
  if (type.base === "string") return inlineArray(values);
  return { code: cx.literal(present(type).map(({ value }) => value)), kind: "block" };
}

/** A list of the values that have something to say. */
function valueNotes(type: Enum, cx: Context): readonly string[] {
  const isNamed = cx.namesValues(type);
  const items = present(type)
    .filter((value) => isNamed || value.doc !== undefined || value.deprecated)
    .map((value) => {
      const said = [deprecationText(value, cx), value.doc].filter(Boolean).join(" ");
      const label = isNamed ? `\`${value.value}\` (\`${cx.text(value)}\`)` : `\`${value.value}\``;
      return `- ${[label, said].filter(Boolean).join(": ")}`;
    });
  return items.length === 0 ? [] : [items.join("\n")];
}
