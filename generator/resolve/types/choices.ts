import type { TypeRef } from "../../model/type-ref.js";
import type { Report } from "../../source/report.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import { jsonKind } from "../values/json-kind.js";
import { isUnknown, unknownType } from "./unknown-type.js";

/** `string | int32`: scalars and literals that JSON itself tells apart. `parts` and `refs` run in parallel. */
export function choice(report: Report, parts: readonly TypeExpression[], refs: readonly TypeRef[]): TypeRef {
  if (refs.some(isUnknown)) return unknownType;
  const before: TypeRef[] = [];
  let sound = true;
  for (const [index, ref] of refs.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const finding = problem(ref, before);
    if (finding) sound = false;
    if (finding === "kind") report.add("HD408", part.span, { part: show(ref) });
    if (finding === "same") report.add("HD409", part.span, { part: show(ref) });
    before.push(ref);
  }
  return sound ? { kind: "choice", of: refs } : unknownType;
}

function problem(ref: TypeRef, before: readonly TypeRef[]): "kind" | "same" | undefined {
  if (ref.kind !== "literal" && (ref.kind !== "scalar" || ref.scalar === "json")) return "kind";
  return before.some((other) => !distinguishable(ref, other)) ? "same" : undefined;
}

function distinguishable(a: TypeRef, b: TypeRef): boolean {
  if (a.kind === "literal" && b.kind === "literal") return a.value !== b.value;
  return jsonKind(a) !== jsonKind(b);
}

function show(ref: TypeRef): string {
  switch (ref.kind) {
    case "scalar":
      return ref.scalar;
    case "named":
    case "parameter":
      return ref.name;
    case "literal":
      return JSON.stringify(ref.value);
    default:
      return ref.kind;
  }
}
