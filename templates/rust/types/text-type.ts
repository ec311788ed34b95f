import type { Record, TypeRef } from "heddle/template";
import type { Context } from "../context.js";

/** Whether a file can be given in place of the object (`$file`). */
export function isFile({ file, travels }: Record): boolean {
  return file !== undefined && !travels.response;
}

/** Whether values of a type can be made from a text, from bytes or from a file, without failing: a parameter of it takes `impl Into`. */
export function textType(ref: TypeRef, cx: Context): boolean {
  if (ref.kind === "scalar") return ref.scalar === "string" || ref.scalar === "bytes";
  if (ref.kind !== "named") return false;
  const type = cx.named(ref.name);
  if (type.kind === "alias") return textType(type.type, cx);
  if (type.kind === "record") return isFile(type);
  return type.kind === "enum" && type.base === "string" && type.openness !== "closed";
}
