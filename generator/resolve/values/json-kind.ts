import type { ScalarRef, TypeRef } from "../../model/type-ref.js";

export type JsonKind = "string" | "number" | "boolean" | "array" | "object" | "any";

/** The kind of JSON value that a reference is written as; `any` for `json` and for what depends on a declaration. */
export function jsonKind(ref: TypeRef): JsonKind {
  switch (ref.kind) {
    case "scalar":
      return scalarKind(ref);
    case "literal":
      return typeof ref.value as "string" | "number" | "boolean";
    case "list":
      return "array";
    case "map":
      return "object";
    default:
      return "any";
  }
}

/** `int64 as string` is a string, `datetime as unix` a number: the encoding decides. */
export function scalarKind({ scalar, encoding }: ScalarRef): JsonKind {
  switch (scalar) {
    case "json":
      return "any";
    case "bool":
      return "boolean";
    case "int32":
    case "uint32":
    case "float32":
    case "float64":
      return "number";
    case "int64":
    case "uint64":
      return encoding === "string" ? "string" : "number";
    case "decimal":
      return encoding === "number" ? "number" : "string";
    case "datetime":
    case "duration":
      return encoding === undefined ? "string" : "number";
    default:
      return "string";
  }
}
