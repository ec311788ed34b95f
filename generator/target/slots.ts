import type { ErrorTable, Model, Operation, Resource, TypeDef } from "../model/index.js";

/** What can be templated, and what each template is given. A template file is named after its slot. */
export interface Slots {
  /** The client class or its counterpart, its settings, what a user imports. */
  client: Model;
  resource: Resource;
  operation: Operation;
  /** One declared type. */
  model: TypeDef;
  errors: ErrorTable;
  /** Whole files beside the modules: a README, a package manifest. The only slot that gives files instead of code. */
  files: Model;
}

export type Slot = keyof Slots;

export const slotNames = ["client", "resource", "operation", "model", "errors", "files"] as const satisfies readonly Slot[];
