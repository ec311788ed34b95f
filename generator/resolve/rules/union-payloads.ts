import { TypeTable } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";
import type { Rule } from "./rule.js";

/** An internal tag lies among the variant's fields, so the variant is an object; an untagged variant has a type to be told by. */
export const unionPayloads: Rule = (model, report) => {
  const table = new TypeTable(model.types);
  for (const type of model.types) {
    if (type.kind !== "union") continue;
    for (const { name, payload, origin } of type.variants) {
      if (payload.kind === "empty" && type.tagging.kind === "untagged") report.add("HD439", origin, { name });
      if (payload.kind !== "type" || type.tagging.kind !== "internal" || isUnknown(table.target(payload.type))) continue;
      const target = table.target(payload.type);
      const declared = target.kind === "named" ? table.get(target.name) : undefined;
      if (declared?.kind !== "record") report.add("HD438", origin, { name, tag: type.tagging.tag });
    }
  }
};
