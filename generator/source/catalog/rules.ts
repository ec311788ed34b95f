import type { Entry } from "./entry.js";
import { operationRules } from "./operation-rules.js";
import { serviceRules } from "./service-rules.js";
import { typeRules } from "./type-rules.js";

/** What a schema must satisfy beyond names: types, operations, and the service around them. */
export const rules = { ...typeRules, ...operationRules, ...serviceRules } satisfies Record<`HD4${number}`, Entry<never>>;
