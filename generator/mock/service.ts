import { allOperations, type Model, type Operation } from "../model/index.js";
import { TypeTable } from "../resolve/types/type-table.js";

/** What is served: a schema, and quick ways to look things up in it. */
export interface Service {
  readonly model: Model;
  readonly table: TypeTable;
  /** Those that were not removed. */
  readonly operations: readonly Operation[];
}

export function serviceOf(model: Model): Service {
  const operations = allOperations(model.resources).filter(({ removed }) => removed === undefined);
  return { model, table: new TypeTable(model.types), operations };
}
