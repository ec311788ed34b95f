import type { Template } from "heddle/template";
import type { Context } from "./context.js";
import { alias } from "./types/alias.js";
import { enumeration } from "./types/enumeration.js";
import { record } from "./types/record.js";
import { union } from "./types/union.js";

/** A declared type, and how it is read and written. */
const model: Template<"model", Context> = (type, cx) => {
  switch (type.kind) {
    case "record":
      return record(type, cx);
    case "enum":
      return enumeration(type, cx);
    case "union":
      return union(type, cx);
    case "alias":
      return alias(type, cx);
  }
};

export default model;
