import type { Member, Union, Variant } from "../../model/types.js";
import type { Report } from "../../source/report.js";
import { bind } from "../types/substitute.js";
import { declaredAt, firstAt } from "../scope.js";
import { TypeTable } from "../types/type-table.js";
import type { Rule } from "./rule.js";

/** Every tag value selects exactly one variant, and nothing else in the object has the tag's key. */
export const unionTags: Rule = (model, report) => {
  const table = new TypeTable(model.types);
  for (const type of model.types) {
    if (type.kind !== "union" || type.tagging.kind === "untagged") continue;
    uniqueTags(type, report);
    for (const key of keysOf(type)) {
      for (const member of type.base) clash(key, member, type, report);
      if (type.tagging.kind === "internal") for (const variant of type.variants) variantClash(table, key, variant, type, report);
    }
  }
};

function uniqueTags({ variants }: Union, report: Report): void {
  const seen = new Map<string, Variant>();
  for (const variant of variants) {
    const first = seen.get(variant.tag);
    if (first) report.add("HD435", variant.origin, { tag: variant.tag }, firstAt(first.origin));
    else seen.set(variant.tag, variant);
  }
}

/** The keys that the union itself needs in the object. */
function keysOf({ tagging, variants }: Union): readonly string[] {
  switch (tagging.kind) {
    case "internal":
      return [tagging.tag];
    case "adjacent":
      return [tagging.tag, tagging.content];
    case "external":
      return variants.map(({ tag }) => tag);
    case "untagged":
      return [];
  }
}

function clash(key: string, member: Member, union: Union, report: Report): void {
  if (member.kind !== "field" || member.wire !== key) return;
  report.add("HD436", member.origin, { key, union: union.name }, { related: [{ message: "of this union", span: union.origin }] });
}

/** A variant that is a type of its own clashes at the variant: the type may be right in other places. */
function variantClash(table: TypeTable, key: string, { payload, origin }: Variant, union: Union, report: Report): void {
  if (payload.kind === "fields") for (const member of payload.members) clash(key, member, union, report);
  if (payload.kind !== "type") return;
  const type = table.declared(payload.type)?.type;
  const field = type?.kind === "record" ? table.payloadProperties(payload, bind([], [])).find(({ wire }) => wire === key) : undefined;
  if (type && field) report.add("HD437", origin, { key, type: type.name, union: union.name }, declaredAt(type.origin));
}
