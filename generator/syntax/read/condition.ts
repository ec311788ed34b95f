import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import { attempt } from "../field-text.js";
import { excerpt } from "../excerpt.js";
import { readLiteral } from "../literal.js";
import type { Node } from "../node.js";
import { Scanner } from "../scanner.js";

export interface Condition {
  readonly field: Text;
  readonly equals: { readonly value: string | number | boolean; readonly span: Text["span"] };
}

/** `type = stream`: a field, or a path of fields, and the value it has. */
export function readCondition(node: Node | undefined, report: Report): Condition | undefined {
  if (node?.kind !== "scalar" || node.value === null) return undefined;
  let condition: Condition | undefined;
  attempt(node, report, () => {
    const scanner = new Scanner(excerpt(node));
    condition = scan(scanner);
    if (!condition) throw scanner.failure("HD224", { written: node.text }, 0, node.text.length);
  });
  return condition;
}

function scan(scanner: Scanner): Condition | undefined {
  scanner.skipSpace();
  const start = scanner.at;
  const field = scanner.match(/[^\s=]+/y);
  const end = scanner.at;
  if (field === undefined || !scanner.take("=")) return undefined;
  scanner.skipSpace();
  const from = scanner.at;
  if (scanner.done) return undefined;
  const value = readLiteral(scanner);
  const to = scanner.at;
  scanner.skipSpace();
  if (!scanner.done || value === null || typeof value === "object") return undefined;
  return { field: { value: field, span: scanner.source.span(start, end) }, equals: { value, span: scanner.source.span(from, to) } };
}
