import type { Report } from "../source/report.js";
import { suggestion } from "../source/nearest.js";
import type { Span, Text } from "../source/span.js";
import type { Value } from "./document.js";
import { excerpt, trimmed } from "./excerpt.js";
import { readLiteral } from "./literal.js";
import type { ScalarNode } from "./node.js";
import { Failure, Scanner } from "./scanner.js";
import type { TypeExpression } from "./type-expression.js";
import { foreignSpelling } from "./type-hints.js";
import { readType } from "./type-parser.js";

const modifiers = ["readonly", "writeonly", "secret", "deprecated"] as const;
type Modifier = (typeof modifiers)[number];

/** `type = default modifiers -- doc`, taken apart. */
export interface FieldText {
  readonly type?: TypeExpression;
  readonly default?: Value;
  readonly modifiers: ReadonlyMap<Modifier, Span>;
  readonly doc?: Text;
}

/** Reads the short form of a field; `type` is missing if it could not be read, which has been reported. */
export function readFieldText(node: ScalarNode, report: Report): FieldText {
  if (node.comment) report.add("HD120", node.comment, {});
  const scanner = new Scanner(excerpt(node));
  const found: { type?: TypeExpression; default?: Value; doc?: Text } = {};
  const words = new Map<Modifier, Span>();
  attempt(node, report, () => {
    found.type = readType(scanner);
    if (scanner.take("=")) found.default = readDefault(scanner);
    for (;;) if (!readModifier(scanner, words)) break;
    const doc = readDoc(scanner);
    if (doc) found.doc = doc;
  });
  return { ...found, modifiers: words };
}

/** Reads a type, perhaps with a doc, where defaults and modifiers make no sense. */
export function readTypeText(node: ScalarNode, report: Report): { readonly type?: TypeExpression; readonly doc?: Text } {
  const { type, doc, default: value, modifiers: words } = readFieldText(node, report);
  const surplus = value?.span ?? [...words.values()][0];
  if (surplus) report.add("HD216", surplus, { written: surplus.file.text.slice(surplus.start, surplus.end), after: "this type" });
  return { ...(type && { type }), ...(doc && { doc }) };
}

/** Reports what stops a text; a text that a comma cuts, which happens in braces only, is reported as that. */
export function attempt(node: ScalarNode, report: Report, read: () => void): void {
  try {
    read();
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const { file, end } = node.span;
    const cut = node.style === "plain" && /[([<]/.test(node.text) && /^\s*,/.test(file.text.slice(end, end + 20));
    if (cut) report.add("HD121", { file, start: end, end: end + 1 }, { text: node.text });
    else failure.report(report);
  }
}

function readDefault(scanner: Scanner): Value {
  scanner.skipSpace();
  const start = scanner.at;
  const value = readLiteral(scanner);
  return { value, span: scanner.source.span(start, scanner.at) };
}

function readModifier(scanner: Scanner, words: Map<Modifier, Span>): boolean {
  scanner.skipSpace();
  const start = scanner.at;
  const word = scanner.match(/[A-Za-z_]\w*/y);
  if (word === undefined) return false;
  const modifier = modifiers.find((known) => known === word);
  if (!modifier) {
    const hint =
      suggestion(word, modifiers) ?? "behind a type stand `= default`, `readonly`, `writeonly`, `secret`, `deprecated` and ` -- doc`";
    throw scanner.failure("HD216", { written: word, after: "a type" }, start, scanner.at, hint);
  }
  if (words.has(modifier)) throw scanner.failure("HD217", { modifier }, start, scanner.at);
  words.set(modifier, scanner.source.span(start, scanner.at));
  return true;
}

function readDoc(scanner: Scanner): Text | undefined {
  scanner.skipSpace();
  if (scanner.done) return undefined;
  const start = scanner.at;
  if (scanner.match(/--(?=\s|$)/y) === undefined) {
    throw foreignSpelling(scanner, start) ?? scanner.failure("HD216", { written: scanner.ahead(), after: "a type" }, start);
  }
  const doc = trimmed(scanner.source, scanner.at, scanner.text.length);
  if (doc.value === "") throw scanner.failure("HD218", {}, start, start + 2);
  return doc;
}
