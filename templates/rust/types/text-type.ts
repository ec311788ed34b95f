import type { TypeRef } from "heddle/template";
import type { Context } from "../context.js";

/** Whether values of a type can be made from a text, or from bytes, without failing: a parameter of it takes `impl Into`. */
export function textType(ref: TypeRef, cx: Context): boolean {
  if (ref.kind === "scalar") return ref.scalar === "string" || ref.scalar === "bytes";
  if (ref.kind !== "named") return false;
  const type = cx.named(ref.name);
  if (type.kind === "alias") return textType(type.type, cx);
  return type.kind === "enum" && type.base === "string" && type.openness !== "closed";
}
