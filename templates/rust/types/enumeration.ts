import { blocks, code, lines, type Code, type Enum, type EnumValue } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { block } from "../layout/declaration.js";
import { assigned } from "../layout/statement.js";
import { derived } from "./derived.js";

/** An enumeration; one that is open keeps what this version does not know, and may grow. */
export function enumeration(type: Enum, cx: Context): Code {
  return type.openness === "string" ? plainText(type, cx) : blocks([declaration(type, cx), codec(type, cx)]);
}

function present({ values }: Enum): readonly EnumValue[] {
  return values.filter(({ removed }) => removed === undefined);
}

function docOf(type: Enum, cx: Context): Code {
  return cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` });
}

function valueDocOf(value: EnumValue, cx: Context): Code {
  return cx.doc({ ...described(value), doc: value.doc ?? `The value \`${value.value}\`.` });
}

/** A text, with constants for what is known of it. */
function plainText(type: Enum, cx: Context): Code {
  const constants = present(type).map((value) =>
    lines([valueDocOf(value, cx), assigned(code`pub const ${cx.name(value)}: &str`, cx.literal(value.value), 1)]),
  );
  const doc = cx.doc({ doc: [code`Known values of [\`${cx.localName(type)}\`].`] });
  return blocks([
    lines([docOf(type, cx), code`pub type ${cx.name(type)} = String;`]),
    lines([doc, block(code`pub mod ${cx.name(type, "constants")}`, lines(constants))]),
  ]);
}

function declaration(type: Enum, cx: Context): Code {
  const isOpen = type.openness === "open";
  const known = present(type).map((value) => lines([valueDocOf(value, cx), code`${cx.name(value)},`]));
  const unknown = lines([cx.doc({ doc: "A value that this version does not know." }), code`Unknown(${baseOf(type)}),`]);
  return lines([
    docOf(type, cx),
    derived(isOpen && type.base === "string" ? comparable : ["Copy", ...comparable]),
    isOpen ? code`#[non_exhaustive]` : undefined,
    block(code`pub enum ${cx.name(type)}`, lines([...known, ...(isOpen ? [unknown] : [])])),
  ]);
}

const comparable = ["Clone", "Debug", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"] as const;

function baseOf({ base }: Enum): Code {
  if (base === "string") return code`String`;
  return base === "int32" ? code`i32` : code`i64`;
}

/** A macro's own grammar, which rustfmt leaves as it is. */
function codec(type: Enum, cx: Context): Code {
  const macro = type.base === "string" ? code`text_enum` : code`number_enum`;
  const openness = type.openness === "open" ? code`open` : code`closed`;
  const base = type.base === "string" ? undefined : code`: ${baseOf(type)}`;
  const values = present(type).map((value) => code`${cx.name(value)} = ${cx.literal(value.value)},`);
  return code`
    crate::${macro}! {
        ${openness} ${cx.name(type)}${base}
        ${values}
    }
  `;
}
