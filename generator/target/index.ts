export * from "./names.js";
export type * from "./output-file.js";
export * from "./slots.js";
export type * from "./target.js";
export type * from "./template.js";
