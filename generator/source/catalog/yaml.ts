import type { Entry } from "./entry.js";

export const yaml = {} satisfies Record<`HD1${number}`, Entry<never>>;
