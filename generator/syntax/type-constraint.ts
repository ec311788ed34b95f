import type { Text } from "../source/span.js";
import type { Scanner } from "./scanner.js";
import type { ConstraintExpression } from "./type-expression.js";

const bound = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;

/** Reads `(1..100)`, `(..10)`, `(1..)`, `(/^ctx_/)` or `(1..200, /^ctx_/)`; the scanner stands on the bracket. */
export function readConstraint(scanner: Scanner): ConstraintExpression {
  const open = scanner.at++;
  scanner.skipSpace();
  if (scanner.text[scanner.at] === "/") {
    const pattern = readPattern(scanner);
    close(scanner, open);
    return { kind: "pattern", pattern, span: scanner.source.span(open, scanner.at) };
  }
  const min = readBound(scanner);
  if (!scanner.take("..")) throw malformed(scanner, open);
  scanner.skipSpace();
  const max = readBound(scanner);
  if (!min && !max) throw malformed(scanner, open);
  const pattern = scanner.take(",") ? readSecond(scanner, open) : undefined;
  close(scanner, open);
  return {
    kind: "range",
    ...(min && { min }),
    ...(max && { max }),
    ...(pattern && { pattern }),
    span: scanner.source.span(open, scanner.at),
  };
}

function readSecond(scanner: Scanner, open: number): Text {
  scanner.skipSpace();
  if (scanner.text[scanner.at] !== "/") throw malformed(scanner, open);
  return readPattern(scanner);
}

function readBound(scanner: Scanner): Text | undefined {
  const start = scanner.at;
  const value = scanner.match(bound);
  return value === undefined ? undefined : { value, span: scanner.source.span(start, scanner.at) };
}

/** A slash ends the pattern unless a backslash stands before it; in the pattern, `\/` means `/`. */
function readPattern(scanner: Scanner): Text {
  const start = scanner.at;
  const written = scanner.match(/\/((?:[^/\\]|\\.)*)\//y);
  if (written === undefined)
    throw scanner.failure(
      "HD211",
      { what: "the pattern that begins here" },
      start,
      start + 1,
      "a pattern ends with `/`; a slash in it is written `\\/`",
    );
  return { value: written.slice(1, -1).replaceAll("\\/", "/"), span: scanner.source.span(start + 1, scanner.at - 1) };
}

function close(scanner: Scanner, open: number): void {
  if (scanner.take(")")) return;
  if (scanner.done) throw scanner.failure("HD211", { what: "`(`" }, open, open + 1);
  throw malformed(scanner, open);
}

function malformed(scanner: Scanner, open: number) {
  const end = scanner.text.indexOf(")", open);
  if (end === -1) return scanner.failure("HD211", { what: "`(`" }, open, open + 1);
  const written = scanner.text.slice(open, end + 1);
  return scanner.failure("HD214", { written }, open, end + 1, rangeHint(written));
}

/** What was probably meant by `(1-100)`, `(1, 100)`, `(1...100)`, `(100)`, `(max=100)`. */
function rangeHint(written: string): string | undefined {
  const two = /^\(\s*(-?[\d.]*\d)\s*(?:-|,|:|\.\.\.|to)\s*(-?\d[\d.]*)\s*\)$/.exec(written);
  if (two) return `a range is written \`(${two[1]}..${two[2]})\``;
  const one = /^\(\s*(?:max(?:imum|Length)?|<=?)?\s*[=:]?\s*(\d+)\s*\)$/i.exec(written);
  if (one) return `for at most ${one[1]} write \`(..${one[1]})\`, for exactly ${one[1]} write \`(${one[1]}..${one[1]})\``;
  return undefined;
}
