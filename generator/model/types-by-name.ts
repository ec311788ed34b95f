import type { Model } from "./model.js";
import type { TypeDef } from "./types.js";

const tables = new WeakMap<Model, ReadonlyMap<string, TypeDef>>();

/** The types of a model by their names; made once for each model, because every reference asks for it. */
export function typesByName(model: Model): ReadonlyMap<string, TypeDef> {
  const types = tables.get(model) ?? new Map(model.types.map((type) => [type.name, type]));
  tables.set(model, types);
  return types;
}
