import type { Entry } from "./entry.js";

export const targets = {} satisfies Record<`HD5${number}`, Entry<never>>;
