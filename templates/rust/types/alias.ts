import { blocks, code, lines, type Alias, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { hasRules } from "./checks.js";

/** Another name for a type, or a type of its own with the other's values. */
export function alias(type: Alias, cx: Context): Code {
  const doc = cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` });
  if (type.distinct && type.parameters.length === 0) return distinct(type, doc, cx);
  return lines([doc, code`pub type ${cx.generic(cx.name(type), type.parameters.map(cx.parameter))} = ${cx.type(type.type)};`]);
}

function distinct(type: Alias, doc: Code, cx: Context): Code {
  const name = cx.name(type);
  const inner = cx.type(type.type);
  return blocks([
    lines([doc, code`#[derive(Clone, Debug, PartialEq)]`, code`pub struct ${name}(pub ${inner});`]),
    code`
      crate::distinct_type! {
          ${hasRules(type.type, cx) ? code`checked ` : undefined}${name}: ${inner}
      }
    `,
  ]);
}
