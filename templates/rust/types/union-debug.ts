import { code, hardline, indent, lines, widthOf, type Code, type Union, type Variant } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn, implementation, pattern, remaining } from "../layout/declaration.js";
import { callArguments } from "../layout/expression.js";
import { arm as printed } from "../layout/statement.js";
import { stored } from "./fields.js";
import { hasFields, keepsRest, nameOf, ownMembers, variantsOf } from "./union.js";

/** Whether a variant has a secret among its own fields. */
export function hidesSecrets(type: Union): boolean {
  return variantsOf(type).some((variant) => ownMembers(type, variant).some((member) => member.kind === "field" && member.secret));
}

/** Secrets are not printed (SEC-1). */
export function unionDebug(type: Union, cx: Context): Code | undefined {
  if (!hidesSecrets(type)) return undefined;
  const fmt = cx.external("std", "fmt");
  const unknown = type.open && type.tagging.kind !== "untagged" ? [heldArm(code`Unknown`, "Unknown", "variant", cx)] : [];
  const arms = [...variantsOf(type).map((variant) => arm(type, variant, cx)), ...unknown];
  return implementation(
    code`${fmt}::Debug`,
    nameOf(type, cx),
    fn(code`fn fmt`, [code`&self`, code`f: &mut ${fmt}::Formatter<'_>`], code`${fmt}::Result`, [block(code`match self`, lines(arms))]),
  );
}

function arm(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  const [name, word] = [cx.name(variant), cx.text(variant)];
  if (!hasFields(variant, type))
    return payload.kind === "type"
      ? heldArm(name, word, "content", cx)
      : printed(code`Self::${name}`, code`f.write_str(${cx.literal(word)})`);
  const members = stored(ownMembers(type, variant));
  const own = members.filter((member) => member.kind !== "field" || !member.secret).map((member) => cx.name(member));
  const rest = payload.kind === "type" ? [code`content`] : keepsRest(variant, type) ? [code`extra`] : [];
  const isWhole = own.length === members.length;
  const fields = members.map((member) => {
    const shown = member.kind === "field" && member.secret ? code`&format_args!("***")` : cx.name(member);
    return code`.field${callArguments([cx.literal(cx.text(member)), shown])}`;
  });
  const further = rest.map((each) => code`.field(${cx.literal(payload.kind === "type" ? "content" : "extra")}, ${each})`);
  const matched = pattern(code`Self::${name}`, [...own, ...rest, ...(isWhole ? [] : [remaining])]);
  const calls = [code`.debug_struct(${cx.literal(word)})`, ...fields, ...further, code`.finish()`];
  const whole = code`f${calls}`;
  return widthOf(whole) <= chainWidth ? printed(matched, whole) : code`${matched} => f${indent([hardline, lines(calls)])},`;
}

/** Columns from which on rustfmt breaks a chain. */
const chainWidth = 60;

function heldArm(name: Code, word: string, held: string, cx: Context): Code {
  return printed(code`Self::${name}(${cx.identifier(held)})`, code`write!(f, ${cx.literal(`${word}({${held}:?})`)})`);
}
