import type { Entry } from "./entry.js";

export const document = {} satisfies Record<`HD2${number}`, Entry<never>>;
