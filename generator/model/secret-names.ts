import type { Model } from "./model.js";
import type { TypeDef } from "./types.js";
import { allOperations } from "./walk.js";

/** Names on the wire of everything that the schema calls secret: what a client never shows (SEC-2). */
export function secretNames(model: Model): readonly string[] {
  const members = model.types.flatMap(membersOf).flatMap((member) => (member.kind === "field" ? [member] : []));
  const params = allOperations(model.resources).flatMap((operation) => operation.params);
  const names = [...members, ...params].flatMap(({ secret, wire }) => (secret ? [wire] : []));
  return [...new Set(names)];
}

function membersOf(type: TypeDef): Extract<TypeDef, { kind: "record" }>["members"] {
  if (type.kind === "record") return type.members;
  if (type.kind !== "union") return [];
  return [...type.base, ...type.variants.flatMap(({ payload }) => (payload.kind === "fields" ? payload.members : []))];
}
