import type { MemberDeclaration, UnionBody, VariantDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { snake, wordsOf } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { literalOf } from "./faces.js";
import { variantsOf } from "./facts.js";
import { fieldNames } from "./field-names.js";
import type { Hint } from "./hint.js";
import { recordBody, namedRecord, withoutFields } from "./records.js";
import { shapeOf, type Shape } from "./shape.js";
import { VariantNames } from "./variant-names.js";

interface Tagged {
  readonly variant: Cursor;
  readonly shape: Shape;
  readonly tag: string;
}

/** The body of a union whose variants hold a tag: named by `discriminator`, or a field that is another literal in each. Undefined if there is none. */
export function taggedBody(cx: Cx, schema: Cursor, variants: readonly Cursor[], hint: Hint): ((name: string) => UnionBody) | undefined {
  const inside = variants.map((variant) => ({ variant, shape: isUnion(cx, variant) ? undefined : shapeOf(cx, variant) }));
  const objects = inside.flatMap(({ variant, shape }) => (shape ? [{ variant, shape }] : []));
  if (objects.length < variants.length || objects.length < 2) return undefined;
  const wire = schema.get("discriminator")?.text("propertyName") ?? commonTag(objects.map(({ shape }) => shape));
  if (wire === undefined || !/^[^\s\p{C}]+$/u.test(wire)) return undefined;
  const tagged = objects.map(({ variant, shape }) =>
    tagsOf(cx, schema, variant, shape, wire).map((tag): Tagged => ({ variant, shape, tag })),
  );
  const tags = tagged.flat();
  if (tagged.some((all) => all.length === 0) || new Set(tags.map(({ tag }) => tag)).size < tags.length) return undefined;
  return (name) => ({
    kind: "union",
    tag: schema.as(wire),
    openness: "open",
    base: [],
    variants: variantsWith(cx, tags, wire, { ...hint, name }),
  });
}

function isUnion(cx: Cx, variant: Cursor): boolean {
  const target = cx.refs.follow(variant);
  return target !== undefined && variantsOf(cx, target) !== undefined && !target.has("properties");
}

/** The first field that every variant requires with a text of its own. */
function commonTag([first, ...others]: readonly Shape[]): string | undefined {
  return [...(first?.fields.keys() ?? [])].find((wire) => {
    const literals = [first, ...others].map((shape) => {
      const field = shape?.fields.get(wire);
      return field?.required ? literalOf(field.schema) : undefined;
    });
    return literals.every((literal) => typeof literal === "string" && literal !== "") && new Set(literals).size === literals.length;
  });
}

/** The values of the tag that select a variant: its own literal, those of the mapping, or the name it is declared under. */
function tagsOf(cx: Cx, schema: Cursor, variant: Cursor, shape: Shape, wire: string): readonly string[] {
  const field = shape.fields.get(wire)?.schema;
  const target = field && cx.refs.follow(field);
  const literal = target && literalOf(target);
  const ref = variant.text("$ref");
  const mapping = schema.get("discriminator")?.get("mapping")?.entries() ?? [];
  const mapped = mapping
    .filter(({ value }) => ref !== undefined && (value === ref || `#/components/schemas/${String(value)}` === ref))
    .map(({ key }) => key);
  if (mapped.length > 0) return mapped;
  if (typeof literal === "string" && literal !== "") return [literal];
  const name = ref?.split("/").at(-1);
  return name === undefined || !schema.has("discriminator") ? [] : [name];
}

function variantsWith(cx: Cx, tags: readonly Tagged[], wire: string, hint: Hint): readonly VariantDeclaration[] {
  const names = new VariantNames(cx, hint.name);
  return tags.map(({ variant, shape, tag }) => {
    const words = wordsOf(tag);
    const spelled = words.length === 0 ? "variant" : snake(words);
    const { name, type } = /^[A-Za-z][\w.-]*$/.test(tag) ? names.take(tag, spelled) : names.take(spelled);
    const members = membersOf(cx, variant, shape, wire, { ...hint, name: type });
    return {
      name: variant.as(name),
      ...(name !== tag && { tag: variant.as(tag) }),
      description: {},
      payload: members.length === 0 ? { kind: "empty" } : { kind: "fields", members },
    };
  });
}

/** What a variant has beside the tag. */
function membersOf(cx: Cx, variant: Cursor, shape: Shape, wire: string, hint: Hint): readonly MemberDeclaration[] {
  const record = namedRecord(cx, variant);
  const name = record && cx.types.nameOf(record);
  if (record && name !== undefined) {
    const names = fieldNames(shape.fields.keys());
    const tag = names.get(wire);
    if (shape.fields.size === 1 && tag !== undefined) return [];
    return [{ kind: "include", type: withoutFields(variant, name, tag === undefined ? [] : [tag]) }];
  }
  const fields = new Map([...shape.fields].filter(([key]) => key !== wire));
  return recordBody(cx, cx.refs.follow(variant) ?? variant, { ...shape, fields }, hint).members;
}
