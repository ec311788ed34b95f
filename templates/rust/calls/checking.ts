import { code, lines, type Code, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { block } from "../layout/declaration.js";
import { hugsClosure } from "../layout/expression.js";
import { ownRules } from "../types/checks.js";
import { statements } from "../types/fields.js";

/** Holds a value to rules that its type does not know of (JSON-4). */
export function checking(place: string, type: TypeRef, value: Code, cx: Context): Code | undefined {
  const [first, ...more] = ownRules(type, value, cx);
  if (!first) return undefined;
  const isShort = hugsClosure([cx.key(place), code`|at| ${first}`]);
  if (more.length === 0 && isShort) return code`draft.check(${cx.key(place)}, |at| ${first});`;
  return code`${block(code`draft.check(${cx.key(place)}, |at|`, lines(statements([first, ...more])))});`;
}
