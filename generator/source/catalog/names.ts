import type { Entry } from "./entry.js";

export const names = {} satisfies Record<`HD3${number}`, Entry<never>>;
