import { code, type Code, type Json, type Union, type Variant } from "heddle/template";
import { structLiteral } from "../layout/expression.js";
import { hasFields, variantsOf } from "../types/union.js";
import { Inexpressible } from "./inexpressible.js";
import { fieldsOf, own, type ExampleValues, type Fields } from "./values.js";

/** The variant that a JSON value is: `Payment::Card { .. }`, `Shape::Label("Hi".to_string())`. */
export function variantValue(json: Json, type: Union, values: ExampleValues): Code {
  const object = fieldsOf(json);
  const variant = variantsOf(type).find((each) => isOf(each, type, object));
  if (!variant) throw new Inexpressible();
  const { cx } = values;
  const name = code`${cx.name(type)}::${cx.name(variant)}`;
  const inside = contentOf(variant, type, object);
  const { payload } = variant;
  const held = (): Code => {
    if (payload.kind !== "type" || inside === undefined) throw new Inexpressible();
    const value = values.value(inside, payload.type, cx.text(variant).toLowerCase());
    return cx.isRecursive(payload.type, type) ? code`Box::new(${value})` : value;
  };
  if (!hasFields(variant, type)) return payload.kind === "empty" ? name : code`${name}(${held()})`;
  if (type.open && !type.travels.request) throw new Inexpressible();
  const fields = payload.kind === "fields" ? values.literal(payload.members, fieldsOf(inside ?? {}), type) : [];
  const content = payload.kind === "type" ? [code`content: ${held()}`] : [];
  return structLiteral(name, [...values.literal(type.base, object, type), ...fields, ...content]);
}

function isOf({ tag }: Variant, { tagging }: Union, object: Fields): boolean {
  switch (tagging.kind) {
    case "internal":
    case "adjacent":
      return own(object, tagging.tag) === tag;
    case "external":
      return Object.hasOwn(object, tag);
    case "untagged":
      return false;
  }
}

/** What lies in a variant, the tag and the fields of all variants left out. */
function contentOf({ tag, payload }: Variant, { tagging, base }: Union, object: Fields): Json | undefined {
  if (tagging.kind === "adjacent") return own(object, tagging.content);
  if (tagging.kind !== "internal") return own(object, tag);
  if (payload.kind !== "type") return object;
  const shared = new Set([tagging.tag, ...base.map((member) => (member.kind === "field" ? member.wire : ""))]);
  return Object.fromEntries(Object.entries(object).filter(([key]) => !shared.has(key)));
}
