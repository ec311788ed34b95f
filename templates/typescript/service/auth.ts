import type { AuthRequirement, AuthScheme, Code } from "heddle/template";
import type { Context } from "../context.js";
import { call, inlineArray, literal, type Expression } from "../layout/expression.js";

/** Any of these sets of schemes; `[]` needs no credential. */
export function authExpression(auth: AuthRequirement, cx: Context): Expression {
  const sets = auth.anyOf.map(({ allOf }) => allOf.flatMap((name) => scheme(name, cx)));
  return inlineArray(
    sets.map((set) => inlineArray(set).code),
    { isTable: sets.every((set) => set.length > 1) },
  );
}

const functions = {
  bearer: "bearer",
  basic: "basic",
  header: "headerAuth",
  query: "queryAuth",
  cookie: "cookieAuth",
  custom: "custom",
} as const;

function scheme(name: string, cx: Context): readonly Code[] {
  const found = cx.model.client.schemes.find((each) => each.name === name);
  return found ? [schemeCall(found, cx)] : [];
}

function schemeCall(scheme: AuthScheme, cx: Context): Code {
  const named = scheme.kind === "header" || scheme.kind === "query" || scheme.kind === "cookie";
  const wire = scheme.kind === "query" ? encodeURIComponent(scheme.wire) : scheme.wire;
  const args = [cx.nameLiteral(scheme, "option"), ...(named ? [cx.literal(wire)] : [])];
  return call(cx.runtime(functions[scheme.kind]), args.map(literal)).code;
}
