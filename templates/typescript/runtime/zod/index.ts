export { openEnum } from "./enum.js";
export { exhaustiveObject, extensibleObject, object } from "./object.js";
export { fits, rule } from "./rules.js";
export { allOf, externalUnion, taggedUnion, untaggedUnion } from "./union.js";
export type { ObjectValidator, Validator } from "./validator.js";
