import type { Entry } from "./entry.js";

export const rules = {} satisfies Record<`HD4${number}`, Entry<never>>;
