import { code, lines, type Alias, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";

/** Another name for a type. */
export function alias(type: Alias, cx: Context): Code {
  const doc = cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` });
  return lines([doc, code`pub type ${cx.generic(cx.name(type), type.parameters.map(cx.parameter))} = ${cx.type(type.type)};`]);
}
