import { blocks, code, lines, type Alias, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { block } from "../layout/declaration.js";
import { hasRules, ownRules } from "./checks.js";
import { derived, traitsOf } from "./derived.js";
import { statements } from "./fields.js";
import { listed } from "./listed.js";

/** Another name for a type, an enumeration of literals, or a type of its own with the other's values. */
export function alias(type: Alias, cx: Context): Code {
  const doc = cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` });
  const literals = cx.listed(type);
  if (literals) return listed(cx.name(type), doc, literals, cx);
  if (type.distinct && type.parameters.length === 0) return distinct(type, doc, cx);
  return lines([doc, code`pub type ${cx.generic(cx.name(type), type.parameters.map(cx.parameter))} = ${cx.type(type.type)};`]);
}

function distinct(type: Alias, doc: Code, cx: Context): Code {
  const name = cx.name(type);
  const inner = cx.type(type.type);
  const isChecked = hasRules(type.type, cx);
  const rules = isChecked ? [] : ownRules(type.type, code`&self.0`, cx);
  const kind = isChecked ? code`checked ` : rules.length > 0 ? code`ruled ` : undefined;
  return blocks([
    lines([doc, derived(["Clone", "Debug", "PartialEq", ...traitsOf(type.type)]), code`pub struct ${name}(pub ${inner});`]),
    code`
      crate::distinct_type! {
          ${kind}${name}: ${inner}
      }
    `,
    rules.length > 0 && block(code`impl ${name}`, block(code`fn rules(&self, at: &mut ${cx.runtime("Checks")})`, lines(statements(rules)))),
  ]);
}
