import { code, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { call, callArguments, chain, type Expression } from "../layout/expression.js";

/** `z.builder(..)`: a schema or a check of zod. */
export function zod(builder: Code, cx: Context, ...args: readonly Expression[]): Expression {
  return call(code`${cx.zod}.${builder}`, args);
}

/** `z.builder(..).check(..)`, or the schema alone if there is nothing to check. */
export function checked(builder: Code, args: readonly Expression[], checks: readonly Expression[], cx: Context): Expression {
  if (checks.length === 0) return zod(builder, cx, ...args);
  return chain(cx.zod, [code`.${builder}${callArguments(args)}`, code`.check${callArguments(checks)}`]);
}
