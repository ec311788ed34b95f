import { code, lines, type Code, type Union, type Variant } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn, implementation, pattern, remaining } from "../layout/declaration.js";
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
  const unknown = type.open && type.tagging.kind !== "untagged" ? [heldArm(code`Unknown`, "Unknown", code`variant`, cx)] : [];
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
    return payload.kind === "type" ? heldArm(name, word, code`content`, cx) : code`Self::${name} => f.write_str(${cx.literal(word)}),`;
  const members = stored(ownMembers(type, variant));
  const own = members.filter((member) => member.kind !== "field" || !member.secret).map((member) => cx.name(member));
  const rest = payload.kind === "type" ? [code`content`] : keepsRest(variant, type) ? [code`extra`] : [];
  const isWhole = own.length === members.length;
  const fields = members.map((member) => {
    const shown = member.kind === "field" && member.secret ? code`&format_args!("***")` : cx.name(member);
    return code`.field(${cx.literal(cx.text(member))}, ${shown})`;
  });
  const further = rest.map((each) => code`.field(${cx.literal(payload.kind === "type" ? "content" : "extra")}, ${each})`);
  return code`
    ${pattern(code`Self::${name}`, [...own, ...rest, ...(isWhole ? [] : [remaining])])} => f
        .debug_struct(${cx.literal(word)})
        ${[...fields, ...further]}
        .finish(),
  `;
}

function heldArm(name: Code, word: string, held: Code, cx: Context): Code {
  return code`Self::${name}(${held}) => f.debug_tuple(${cx.literal(word)}).field(${held}).finish(),`;
}
