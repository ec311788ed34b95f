// What a template may use: `import { code, type Template } from "heddle/template"`.
export {
  blocks,
  code,
  delimited,
  empty,
  fill,
  firstFit,
  group,
  hanging,
  hugged,
  hardline,
  ifBreak,
  indent,
  isEmpty,
  join,
  line,
  lines,
  softline,
  widthOf,
} from "./code/index.js";
export type { Code, CodeLike, Delimiters } from "./code/index.js";
export type * from "./model/index.js";
export * from "./model/secret-names.js";
export * from "./model/walk.js";
export type { DocParts, PlannedFile, Prose, Rendered, Slot, Slots, Template, TemplateContext } from "./target/index.js";
