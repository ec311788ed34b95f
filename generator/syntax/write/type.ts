import type { EnumValueDeclaration, TypeBody, TypeDeclaration, VariantDeclaration } from "../document.js";
import { printType } from "../type-print.js";
import { describedEntries, exampleEntries } from "./described.js";
import { memberEntries, typeTree } from "./field.js";
import { bare, list, map, text, type Tree } from "./yaml-tree.js";

type Entry = readonly [key: string, value: Tree];

/** A declared type under its name. */
export function typeEntry({ name, parameters, description, examples, body }: TypeDeclaration): Entry {
  const head = `${name.value}${parameters.length > 0 ? `<${parameters.map(({ value }) => value).join(", ")}>` : ""}`;
  if (body.kind === "derived") return [head, typeTree({ type: body.type, description })];
  return [head, map([...describedEntries(description, "$"), ...bodyEntries(body), ...exampleEntries(examples)])];
}

function bodyEntries(body: Exclude<TypeBody, { kind: "derived" }>): readonly (Entry | undefined)[] {
  switch (body.kind) {
    case "alias":
      return [["$alias", text(printType(body.type))], body.distinct ? ["$distinct", bare(true)] : undefined];
    case "enum":
      return [
        body.base && ["$base", text(body.base.value)],
        openness(body.openness),
        ["$enum", enumTree(body.values, body.base !== undefined)],
      ];
    case "union":
      return unionEntries(body);
    case "record":
      return [
        body.exhaustive ? ["$exhaustive", bare(true)] : undefined,
        body.page && ["$page", map(body.page.entries.map(({ key, value }) => [key.value, text(value.value)]))],
        body.file && [
          "$file",
          map([
            ["data", text(body.file.data.value)],
            body.file.name && ["name", text(body.file.name.value)],
            body.file.type && ["type", text(body.file.type.value)],
          ]),
        ],
        ...memberEntries(body.members),
        body.extra && ["$extra", text(printType(body.extra))],
      ];
  }
}

function openness(value: "open" | "closed" | "string"): Entry | undefined {
  if (value === "open") return undefined;
  return ["$open", value === "closed" ? bare(false) : text("string")];
}

function enumTree(values: readonly EnumValueDeclaration[], isInteger: boolean): Tree {
  const isListed = values.every(
    ({ name, value, description }) => !Object.keys(description).length && (!value || (isInteger && String(value.value) === name.value)),
  );
  if (isListed) return list(values.map(({ name }) => (isInteger ? bare(name.value) : text(name.value))));
  return map(
    values.map(({ name, value, description }) => {
      const entries = [
        value && (["value", typeof value.value === "number" ? bare(value.value) : text(value.value)] as const),
        ...describedEntries(description, ""),
      ];
      const { doc } = description;
      const isShort = !value && doc && Object.keys(description).length === 1 && !/^\s|\s$|^--\s|^-?\d+(\s|$)/.test(doc.value);
      return [name.value, isShort ? text(doc.value) : mapOrNothing(entries)];
    }),
  );
}

function mapOrNothing(entries: readonly (Entry | "" | undefined)[]): Tree {
  const tree = map(entries.map((entry) => (entry === "" ? undefined : entry)));
  return tree.entries.length === 0 ? bare("") : tree;
}

function unionEntries({
  tag,
  content,
  placement,
  openness: open,
  base,
  variants,
}: Extract<TypeBody, { kind: "union" }>): readonly (Entry | undefined)[] {
  const isListed = variants.every((variant) => isNamedLikeItsType(variant));
  return [
    tag && ["$tag", text(tag.value)],
    content && ["$content", text(content.value)],
    placement && ["$placement", text(placement.value)],
    openness(open),
    base.length > 0 ? ["$base", map(memberEntries(base))] : undefined,
    ["$union", isListed ? list(variants.map(({ name }) => text(name.value))) : map(variants.map(variantEntry))],
  ];
}

function isNamedLikeItsType({ name, tag, description, payload }: VariantDeclaration): boolean {
  return !tag && Object.keys(description).length === 0 && payload.kind === "type" && printType(payload.type) === name.value;
}

function variantEntry({ name, tag, description, payload }: VariantDeclaration): Entry {
  const head = tag ? [["$tag", text(tag.value)] as const] : [];
  if (payload.kind === "type" && !tag) return [name.value, typeTree({ type: payload.type, description })];
  if (payload.kind === "type")
    return [name.value, map([...head, ...describedEntries(description, "$"), ["$type", text(printType(payload.type))]])];
  return [
    name.value,
    map([...head, ...describedEntries(description, "$"), ...(payload.kind === "fields" ? memberEntries(payload.members) : [])]),
  ];
}
