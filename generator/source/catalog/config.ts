import type { Entry } from "./entry.js";

export const config = {} satisfies Record<`HD0${number}`, Entry<never>>;
