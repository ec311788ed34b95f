import { blocks, code, lines, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { block } from "../layout/declaration.js";
import { derived } from "./derived.js";

type Literals = NonNullable<ReturnType<Context["listed"]>>;

/** Literals as an enumeration that is closed: no other value is of the type. */
export function listed(name: Code, doc: Code, literals: Literals, cx: Context): Code {
  const variants = literals.map((each) => lines([cx.doc({ doc: `The value \`${String(each.value)}\`.` }), code`${each.name},`]));
  return blocks([
    lines([
      doc,
      derived(["Clone", "Copy", "Debug", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"]),
      block(code`pub enum ${name}`, lines(variants)),
    ]),
    codec(name, literals, cx),
  ]);
}

/** A macro's own grammar, which rustfmt leaves as it is. */
function codec(name: Code, literals: Literals, cx: Context): Code {
  const kinds = new Set(literals.map(({ value }) => baseOf(value)));
  const [only] = kinds;
  const isOne = kinds.size === 1;
  const isTexts = isOne && only === "String";
  const isNumbers = isOne && only === "i64";
  const head = isTexts ? code`closed ${name}` : isNumbers ? code`closed ${name}: i64` : name;
  const values = literals.map(({ value, name: variant }) => {
    const literal = typeof value === "number" ? number(value, cx) : cx.literal(value);
    return code`${variant} = ${literal}${isTexts || isNumbers ? undefined : code` as ${cx.identifier(baseOf(value))}`},`;
  });
  return code`
    crate::${cx.identifier(isTexts ? "text_enum" : isNumbers ? "number_enum" : "literal_enum")}! {
        ${head}
        ${values}
    }
  `;
}

function number(value: number, cx: Context): Code {
  return Number.isInteger(value) ? cx.integer(value) : cx.float(value);
}

function baseOf(value: Literals[number]["value"]): "String" | "bool" | "i64" | "f64" {
  if (typeof value === "string") return "String";
  return typeof value === "boolean" ? "bool" : Number.isInteger(value) ? "i64" : "f64";
}
