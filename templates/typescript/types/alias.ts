import { blocks, code, lines, type Alias, type Code, type TypeRef } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { callWithThunk } from "../layout/expression.js";
import { companion, declaredName } from "./companion.js";

/** Another name for a type. Its codec asks for the other's when it is used, so that the order of modules does not matter. */
export function alias(type: Alias, cx: Context): Code {
  const declaration = code`export type ${declaredName(type, cx)}${cx.aliased(type.type)};`;
  const target =
    isPlain(type.type) && type.parameters.length === 0
      ? codec(type.type, cx)
      : callWithThunk(cx.runtime("lazy"), codec(type.type, cx).code);
  return blocks([lines([cx.doc(described(type, cx)), declaration]), companion(type, "Codec", target, cx)]);
}

/** Whether the codec is one of the runtime's, or a pure call of one with nothing but those: no order of modules matters to it. */
function isPlain(ref: TypeRef): boolean {
  return ref.kind === "scalar" ? ref.constraints === undefined : ref.kind === "choice" && ref.of.every(isPlain);
}
