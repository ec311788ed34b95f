import type { Entry } from "./entry.js";

export const output = {} satisfies Record<`HD7${number}`, Entry<never>>;
