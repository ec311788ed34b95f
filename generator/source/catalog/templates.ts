import type { Entry } from "./entry.js";

export const templates = {} satisfies Record<`HD6${number}`, Entry<never>>;
