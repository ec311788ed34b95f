export { splitWords } from "../model/name.js";
export * from "./allocate.js";
export * from "./arrangement.js";
export * from "./builders.js";
export * from "./casing.js";
export * from "./imports.js";
export * from "./layout.js";
export * from "./tag.js";
export { NotCode, type Code, type CodeLike } from "./value.js";
