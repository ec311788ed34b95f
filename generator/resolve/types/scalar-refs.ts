import { encodings, type Constraints, type Encoding, type Scalar, type ScalarRef } from "../../model/type-ref.js";
import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { ConstraintExpression, TypeExpression } from "../../syntax/type-expression.js";
import { compareDecimals, isDecimal, isInteger } from "../values/decimals.js";
import { patternProblem } from "../../syntax/pattern.js";
import { hintFor } from "../hint.js";

type Named = Extract<TypeExpression, { kind: "name" }>;

/** How a scalar reads the numbers of a range. */
type Bounds = { readonly of: "length" | "integer" | "decimal"; readonly least?: string; readonly most?: string; readonly exact: boolean };

const bounds: ReadonlyMap<Scalar, Bounds> = new Map<Scalar, Bounds>([
  ["string", { of: "length", least: "0", most: "4294967295", exact: false }],
  ["bytes", { of: "length", least: "0", most: "4294967295", exact: false }],
  ["int32", { of: "integer", least: "-2147483648", most: "2147483647", exact: false }],
  ["uint32", { of: "integer", least: "0", most: "4294967295", exact: false }],
  ["int64", { of: "integer", least: "-9223372036854775808", most: "9223372036854775807", exact: true }],
  ["uint64", { of: "integer", least: "0", most: "18446744073709551615", exact: true }],
  ["float32", { of: "decimal", exact: false }],
  ["float64", { of: "decimal", exact: false }],
  ["decimal", { of: "decimal", exact: true }],
]);

/** What an integer scalar can hold; undefined for every other scalar. */
export function integerBounds(scalar: Scalar): { readonly least: string; readonly most: string } | undefined {
  const found = bounds.get(scalar);
  return found?.of === "integer" && found.least !== undefined && found.most !== undefined
    ? { least: found.least, most: found.most }
    : undefined;
}

/** A scalar with the encoding and the constraint that stand behind it, both checked against it. */
export function scalarRef(report: Report, scalar: Scalar, { encoding, constraint }: Named): ScalarRef {
  const checked = constraint && constraints(report, scalar, constraint);
  return {
    kind: "scalar",
    scalar,
    ...(encoding && encodingOf(report, scalar, encoding)),
    ...(checked && Object.keys(checked).length > 0 && { constraints: checked }),
  };
}

function encodingOf(report: Report, scalar: Scalar, encoding: Text): { encoding?: Encoding } {
  const legal: readonly Encoding[] = scalar in encodings ? encodings[scalar as keyof typeof encodings] : [];
  const found = legal.find((candidate) => candidate === encoding.value);
  if (found) return { encoding: found };
  report.add("HD401", encoding.span, { scalar, encoding: encoding.value, legal }, hintFor(encoding.value, legal));
  return {};
}

function constraints(report: Report, scalar: Scalar, constraint: ConstraintExpression): Constraints {
  const { pattern, span } = constraint;
  const matching = pattern && patternOf(report, scalar, pattern, constraint.kind === "pattern" ? span : pattern.span);
  if (constraint.kind === "pattern") return { ...matching };
  const how = bounds.get(scalar);
  if (!how) report.add("HD402", span, { type: scalar, what: "range" });
  return { ...(how && range(report, constraint, { ...how, what: scalar })), ...matching };
}

function patternOf(report: Report, scalar: Scalar, pattern: Text, span: Text["span"]): Constraints {
  if (scalar !== "string") {
    report.add("HD402", span, { type: scalar, what: "pattern" });
    return {};
  }
  const problem = patternProblem(pattern.value);
  if (problem) report.add("HD406", pieceOf(pattern, problem), { what: problem.what });
  return problem ? {} : { pattern: pattern.value };
}

/** The piece of a pattern that is wrong, if the text stands in the file as it is. */
function pieceOf({ value, span }: Text, { at, length = 0 }: { at?: number; length?: number }): Text["span"] {
  const from = span.file.text.slice(span.start, span.end).indexOf(value);
  return at === undefined || from === -1 ? span : { file: span.file, start: span.start + from + at, end: span.start + from + at + length };
}

/** Item counts of a list; the same checks as a length. */
export function itemCounts(report: Report, constraint: ConstraintExpression | undefined): { minItems?: number; maxItems?: number } {
  if (!constraint) return {};
  const { pattern } = constraint;
  if (pattern) report.add("HD402", constraint.kind === "pattern" ? constraint.span : pattern.span, { type: "T[]", what: "pattern" });
  if (constraint.kind === "pattern") return {};
  const { min, max } = range(report, constraint, { of: "length", least: "0", most: "4294967295", exact: false, what: "list" });
  return { ...(min !== undefined && { minItems: Number(min) }), ...(max !== undefined && { maxItems: Number(max) }) };
}

function range(
  report: Report,
  { min, max, span }: Extract<ConstraintExpression, { kind: "range" }>,
  how: Bounds & { what: string },
): Constraints {
  const low = min && bound(report, min, how);
  const high = max && bound(report, max, how);
  if (low !== undefined && high !== undefined && compareDecimals(low, high) > 0) report.add("HD405", span, { min: low, max: high });
  const valueOf = (text: string) => (how.exact ? text : Number(text));
  return { ...(low !== undefined && { min: valueOf(low) }), ...(high !== undefined && { max: valueOf(high) }) };
}

function bound(report: Report, { value, span }: Text, { of, least, most, what }: Bounds & { what: string }): string | undefined {
  if (of === "decimal" ? !isDecimal(value) : !isInteger(value)) {
    report.add("HD403", span, { value, kind: of, type: what });
    return undefined;
  }
  const outside = (least !== undefined && compareDecimals(value, least) < 0) || (most !== undefined && compareDecimals(value, most) > 0);
  if (outside) report.add("HD404", span, { value, type: what, least: least ?? "", most: most ?? "", of });
  return outside ? undefined : value;
}
