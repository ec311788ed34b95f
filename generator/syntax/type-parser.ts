import type { Text } from "../source/span.js";
import { readConstraint } from "./type-constraint.js";
import type { ConstraintExpression, TypeExpression } from "./type-expression.js";
import { foreignSpelling } from "./type-hints.js";
import type { Scanner } from "./scanner.js";
import { readQuoted } from "./literal.js";

/** Levels of nesting in one type; deeper ones are somebody's joke, and recursion has an end. */
const depthLimit = 100;
const namePattern = /[A-Za-z_][A-Za-z0-9_]*/y;

/**
 * Reads a type at the scanner and stops behind it. Throws a `Failure` if there is none.
 *
 *     type    = item { "|" item }
 *     item    = ( "null" | literal | name [ "<" type { "," type } ">" ] [ constraint ] [ "as" name ] | "(" type ")" ) { "[]" [ constraint ] }
 */
export function readType(scanner: Scanner, depth = 0): TypeExpression {
  scanner.skipSpace();
  if (depth > depthLimit) throw scanner.failure("HD103", { limit: depthLimit }, scanner.at, scanner.at + 1);
  const start = scanner.at;
  const of = [readItem(scanner, depth)];
  while (scanner.take("|")) of.push(readItem(scanner, depth));
  const [only] = of;
  return only && of.length === 1 ? only : { kind: "union", of, span: scanner.source.span(start, ended(scanner)) };
}

function readItem(scanner: Scanner, depth: number): TypeExpression {
  scanner.skipSpace();
  const start = scanner.at;
  let type = readOperand(scanner, depth);
  for (let lists = 1; opensList(scanner); lists++) {
    if (depth + lists > depthLimit) throw scanner.failure("HD103", { limit: depthLimit }, start, start + 1);
    const constraint = scanner.text[scanner.at] === "(" ? readConstraint(scanner) : undefined;
    type = { kind: "list", of: type, ...(constraint && { constraint }), span: scanner.source.span(start, scanner.at) };
  }
  return type;
}

function opensList(scanner: Scanner): boolean {
  const before = scanner.at;
  if (!scanner.take("[")) {
    scanner.at = before;
    return false;
  }
  if (scanner.take("]")) return true;
  throw foreignSpelling(scanner, before) ?? scanner.failure("HD211", { what: "`[`" }, before, before + 1);
}

function readOperand(scanner: Scanner, depth: number): TypeExpression {
  const start = scanner.at;
  const first = scanner.text[start];
  if (first === undefined) throw scanner.failure("HD213", {}, start);
  if (first === '"' || first === "'") {
    const value = readQuoted(scanner);
    return { kind: "literal", value, span: scanner.source.span(start, scanner.at) };
  }
  const number = scanner.match(/-?\d+(\.\d+)?([eE][+-]?\d+)?(?![\w.])/y);
  if (number !== undefined) return { kind: "literal", value: Number(number), span: scanner.source.span(start, scanner.at) };
  if (scanner.take("(")) return readGroup(scanner, start, depth);
  const name = scanner.match(namePattern);
  if (name === undefined)
    throw foreignSpelling(scanner, start) ?? scanner.failure("HD210", { expected: "a type", found: scanner.ahead() }, start);
  return readNamed(scanner, { value: name, span: scanner.source.span(start, scanner.at) }, start, depth);
}

function readGroup(scanner: Scanner, start: number, depth: number): TypeExpression {
  const inner = readType(scanner, depth + 1);
  if (!scanner.take(")")) throw scanner.failure("HD211", { what: "`(`" }, start, start + 1);
  return inner;
}

function readNamed(scanner: Scanner, name: Text, start: number, depth: number): TypeExpression {
  const span = name.span;
  if (name.value === "null") return { kind: "null", span };
  if (name.value === "true" || name.value === "false") return { kind: "literal", value: name.value === "true", span };
  const args = readArguments(scanner, name, start, depth);
  if (name.value === "map" && args.length > 0) return mapOf(scanner, args, start);
  const constraint = opensConstraint(scanner) ? readConstraint(scanner) : undefined;
  const encoding = readEncoding(scanner);
  return named(name, args, constraint, encoding, scanner, start);
}

function named(
  name: Text,
  args: readonly TypeExpression[],
  constraint: ConstraintExpression | undefined,
  encoding: Text | undefined,
  scanner: Scanner,
  start: number,
): TypeExpression {
  return {
    kind: "name",
    name,
    args,
    ...(constraint && { constraint }),
    ...(encoding && { encoding }),
    span: scanner.source.span(start, scanner.at),
  };
}

function mapOf(scanner: Scanner, args: readonly TypeExpression[], start: number): TypeExpression {
  const [of, second] = args;
  if (!of || second) {
    const value = scanner.text.slice(scanner.text.lastIndexOf(",", scanner.at) + 1, scanner.at).trim();
    throw scanner.failure(
      "HD212",
      { written: scanner.text.slice(start, scanner.at) },
      start,
      scanner.at,
      `keys are always strings: \`map<${value}\``,
    );
  }
  return { kind: "map", of, span: scanner.source.span(start, scanner.at) };
}

function readArguments(scanner: Scanner, name: Text, start: number, depth: number): TypeExpression[] {
  const open = scanner.at;
  if (scanner.text[open] !== "<") return [];
  scanner.at++;
  if (scanner.take(">")) throw scanner.failure("HD210", { expected: "a type", found: ">" }, scanner.at - 1, scanner.at);
  const args = [readType(scanner, depth + 1)];
  while (scanner.take(",")) args.push(readType(scanner, depth + 1));
  if (!scanner.take(">"))
    throw scanner.failure("HD211", { what: `\`<\` of \`${name.value}\`` }, open, open + 1, foreignEnd(scanner, start));
  return args;
}

function foreignEnd(scanner: Scanner, start: number): string {
  return `write \`${scanner.text.slice(start, ended(scanner))}>\``;
}

/** `string (1..5)` and `string(1..5)` are both a constraint; `string = (` is not reached. */
function opensConstraint(scanner: Scanner): boolean {
  const before = scanner.at;
  scanner.skipSpace();
  if (scanner.text[scanner.at] === "(") return true;
  scanner.at = before;
  return false;
}

function readEncoding(scanner: Scanner): Text | undefined {
  const before = scanner.at;
  if (scanner.match(/\s+as(?![A-Za-z0-9_])/y) === undefined) return undefined;
  scanner.skipSpace();
  const start = scanner.at;
  const encoding = scanner.match(namePattern);
  if (encoding === undefined) {
    const at = scanner.done ? before + 1 : start;
    throw scanner.failure("HD210", { expected: "an encoding, such as `int64 as string`,", found: scanner.ahead() }, at);
  }
  return { value: encoding, span: scanner.source.span(start, scanner.at) };
}

/** Where the last token ended: a failed `take` leaves the scanner behind white space. */
function ended(scanner: Scanner): number {
  return scanner.text.slice(0, scanner.at).trimEnd().length;
}
