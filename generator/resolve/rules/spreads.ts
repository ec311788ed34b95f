import type { Member, Spread } from "../../model/types.js";
import type { Report } from "../../source/report.js";
import { TypeTable, type Property } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";
import type { Rule } from "./rule.js";

/** What is spread is a tagged union, and none of its keys is a key of the object around it, or of another spread in it. */
export const spreads: Rule = (model, report) => {
  const table = new TypeTable(model.types);
  for (const type of model.types) {
    if (type.kind === "record") checkMembers(table, type.members, report);
    if (type.kind !== "union") continue;
    checkMembers(table, type.base, report);
    for (const { payload } of type.variants) {
      if (payload.kind === "fields") checkMembers(table, payload.members, report);
    }
  }
};

function checkMembers(table: TypeTable, members: readonly Member[], report: Report): void {
  const taken = new Map(members.flatMap((member) => (member.kind === "field" ? [[member.wire, member.origin] as const] : [])));
  for (const member of members) {
    if (member.kind !== "spread") continue;
    for (const { wire } of firstOfEach(keysOf(table, member, report))) {
      const first = taken.get(wire);
      if (first)
        report.add("HD429", member.origin, { key: wire, union: nameOf(member) }, { related: [{ message: "also here", span: first }] });
      else taken.set(wire, member.origin);
    }
  }
}

function keysOf(table: TypeTable, spread: Spread, report: Report): readonly Property[] {
  const target = table.target(spread.type);
  if (isUnknown(target)) return [];
  const type = target.kind === "named" ? table.get(target.name) : undefined;
  if (type?.kind === "union" && type.tagging.kind !== "untagged") return table.properties(target) ?? [];
  report.add("HD427", spread.origin, { name: spread.name, untagged: type?.kind === "union" });
  return [];
}

/** Variants may share a key among themselves: only one of them is there at a time. */
function firstOfEach(properties: readonly Property[]): readonly Property[] {
  return [...new Map(properties.map((property) => [property.wire, property])).values()];
}

function nameOf({ type }: Spread): string {
  return type.kind === "named" ? type.name : "";
}
