import { z, type ZodType } from "zod";
import type { Report } from "../source/report.js";
import { nearest, suggestion } from "../source/nearest.js";
import type { Span, Text } from "../source/span.js";
import { foreignKey, synonymOf } from "./foreign-keys.js";
import { isNull, type MappingNode, type Node, type ScalarNode } from "./node.js";
import { factsOf, variantsOf, type ByKey, type KeyRule, type Variants } from "./shapes/shape.js";

/** What a problem is about: the words for it, and the place of its key for when something is missing in it. */
interface Subject {
  readonly what: string;
  readonly key: Span;
}

/**
 * Compares a value with its shape and reports everything that differs, each at its own place.
 * The tree is walked beside the shape, and zod judges the leaves: it knows no places, and its unions blame all variants for a slip in one.
 */
export function check(node: Node, shape: ZodType, subject: Subject, report: Report): void {
  const variants = variantsOf.get(shape);
  if (variants) return checkVariant(node, variants, subject, report);
  if (shape instanceof z.ZodOptional) return check(node, shape.unwrap() as ZodType, subject, report);
  if (shape instanceof z.ZodLazy) return check(node, shape.unwrap() as ZodType, subject, report);
  if (shape instanceof z.ZodObject || shape instanceof z.ZodRecord) {
    if (node.kind !== "mapping") return wrongKind(node, ["a mapping"], subject, report, factsOf.get(shape)?.hint?.(node));
    return shape instanceof z.ZodObject ? checkObject(node, shape, subject, report) : checkRecord(node, shape, report);
  }
  if (shape instanceof z.ZodArray) {
    if (node.kind !== "list") return wrongKind(node, ["a list"], subject, report);
    for (const item of node.items) check(item, shape.element as ZodType, { what: `an item of ${subject.what}`, key: item.span }, report);
    return;
  }
  checkLeaf(node, shape, subject, report);
}

function checkVariant(node: Node, variants: Variants, subject: Subject, report: Report): void {
  if ((isNull(node) && variants.empty) || contradicts(node, variants.mapping, report)) return;
  checkRequired(node, variants.mapping, subject, report);
  const refused = variants.refused?.(node);
  const shape =
    isNull(node) || refused !== undefined
      ? undefined
      : node.kind === "mapping"
        ? mappingShape(node, variants.mapping)
        : isForeignScalar(node, variants)
          ? undefined
          : variants[node.kind];
  if (shape) return check(node, shape, subject, report);
  wrongKind(node, expectedKinds(variants), subject, report, refused ?? variants.hint?.(node));
}

/** A number where words are possible, and a mapping: it is the mapping that was abbreviated. */
function isForeignScalar(node: Node, { scalar, mapping }: Variants): boolean {
  const isWord = scalar instanceof z.ZodEnum || scalar instanceof z.ZodLiteral;
  return node.kind === "scalar" && typeof node.value !== "string" && isWord && mapping !== undefined;
}

function expectedKinds(variants: Variants): string[] {
  if (variants.expected !== undefined) return [variants.expected];
  const { scalar } = variants;
  return [scalar && kindOf(scalar), variants.list && "a list", variants.mapping && "a mapping"].filter((kind) => kind !== undefined);
}

function mappingShape(node: MappingNode, shape: Variants["mapping"]): ZodType | undefined {
  if (!isByKey(shape)) return shape instanceof z.ZodType ? shape : shape?.pick(node);
  return shape.keys.find(([key]) => node.index.has(key))?.[1] ?? shape.otherwise;
}

/** Reports a mapping that has none of the keys that tell what it is, unless one of them is there misspelt. */
function checkRequired(node: Node, shape: Variants["mapping"], subject: Subject, report: Report): void {
  if (node.kind !== "mapping" || !isByKey(shape) || !shape.required) return;
  const keys = shape.keys.map(([key]) => key);
  if (node.entries.some(({ key }) => keys.includes(key.value) || nearest(key.value, keys) !== undefined)) return;
  report.add("HD203", subject.key, { keys, where: definite(factsOf.get(shape.otherwise)?.noun ?? subject.what) });
}

/** `an operation` becomes `this operation`. */
function definite(noun: string): string {
  return noun.replace(/^an? /, "this ");
}

function isByKey(shape: Variants["mapping"]): shape is ByKey {
  return shape !== undefined && "otherwise" in shape;
}

/** Reports the second of two keys that each make the mapping another kind of thing. */
function contradicts(node: Node, shape: Variants["mapping"], report: Report): boolean {
  if (node.kind !== "mapping" || !isByKey(shape) || !shape.exclusive) return false;
  const names = shape.keys.map(([key]) => key);
  const [first, second] = node.entries.filter(({ key }) => names.includes(key.value)).map(({ key }) => key);
  if (!first || !second) return false;
  report.add(
    "HD209",
    second.span,
    { first: first.value, second: second.value },
    { related: [{ message: "the other one", span: first.span }] },
  );
  return true;
}

function checkObject(node: MappingNode, object: z.ZodObject, subject: Subject, report: Report): void {
  const shape = new Map(Object.entries(object.shape) as [string, ZodType][]);
  const rest = object.def.catchall as ZodType | undefined;
  const open = rest !== undefined && !(rest instanceof z.ZodNever);
  const { noun = subject.what, keys } = factsOf.get(object) ?? {};
  for (const { key, value } of node.entries) {
    const known = shape.get(key.value);
    const next = { what: `\`${key.value}\``, key: key.span };
    if (known) check(value, known, next, report);
    else if (open && !key.value.startsWith("$")) {
      if (checkName(key, value, keys, report) && checkKind(key.value, value, shape, next, report)) check(value, rest, next, report);
    } else report.add("HD202", key.span, { key: key.value, where: noun }, unknownHint(key.value, shape.keys(), open));
  }
  for (const [key, value] of shape) {
    if (node.index.has(key) || value instanceof z.ZodOptional) continue;
    const written = node.entries.find((entry) => !shape.has(entry.key.value) && isMeant(entry.key.value, key));
    const hint = written && { hint: `\`${written.key.value}\` is written \`${key}\`` };
    if (!written || open) report.add("HD203", subject.key, { keys: [key], where: definite(noun) }, hint);
  }
}

function isMeant(written: string, key: string): boolean {
  return nearest(written, [key]) === key || synonymOf(written, [key]) === key;
}

/** The keys that make a type another kind of thing than an object. */
const otherKinds = ["$enum", "$union", "$alias"];

function unknownHint(key: string, known: Iterable<string>, open: boolean): { hint?: string } {
  const keys = [...known];
  const dollar = keys.find((candidate) => candidate === `$${key}`);
  const candidates = keys.includes("$page") ? [...keys, ...otherKinds] : keys;
  const hint = dollar ? `write \`${dollar}\`` : (suggestion(key, candidates) ?? foreignKey(key, keys));
  if (hint !== undefined) return { hint };
  if (open && keys.includes("$include"))
    return { hint: `a field that is called \`${key}\` on the wire gets another name here and \`$wire: ${key}\`` };
  const few = !open && keys.length > 0 && keys.length <= 12;
  return few ? { hint: `known keys are ${keys.map((candidate) => `\`${candidate}\``).join(", ")}` } : {};
}

function checkRecord(node: MappingNode, record: z.ZodRecord, report: Report): void {
  const keys = factsOf.get(record)?.keys;
  for (const { key, value } of node.entries) {
    if (checkName(key, value, keys, report)) check(value, record.valueType as ZodType, { what: `\`${key.value}\``, key: key.span }, report);
  }
}

function checkName({ value: name, span }: Text, value: Node, keys: KeyRule | undefined, report: Report): boolean {
  const misplaced = keys?.misplaced?.(name, value);
  if (misplaced) {
    report.add(misplaced, span, { name });
    return false;
  }
  if (!keys || keys.pattern.test(name)) return true;
  report.add("HD206", span, { what: keys.noun, name, rule: keys.rule });
  return false;
}

/** Reports `enum: [a, b]` in a type, which was meant to be `$enum`; a field may be called `enum`, with a type like any. */
function checkKind(name: string, value: Node, shape: ReadonlyMap<string, ZodType>, subject: Subject, report: Report): boolean {
  const isField = value.kind === "scalar" || (value.kind === "mapping" && value.entries.some(({ key }) => key.value.startsWith("$")));
  if (isField || !shape.has("$page") || !otherKinds.includes(`$${name}`)) return true;
  wrongKind(value, ["a type"], subject, report, `write \`$${name}\``);
  return false;
}

function checkLeaf(node: Node, shape: ZodType, subject: Subject, report: Report): void {
  if (shape instanceof z.ZodUnknown) return;
  if (node.kind !== "scalar") return wrongKind(node, [kindOf(shape)], subject, report);
  if (shape instanceof z.ZodString && node.value !== null) return;
  const value = shape instanceof z.ZodEnum && node.value !== null ? node.text : node.value;
  const issue = shape.safeParse(value).error?.issues[0];
  if (!issue) return;
  if (node.value === null) return wrongKind(node, [kindOf(shape)], subject, report);
  if (shape instanceof z.ZodEnum || shape instanceof z.ZodLiteral) return wrongWord(node, shape, subject, report);
  if (shape instanceof z.ZodNumber && typeof node.value === "number") {
    const expected = `a whole number from ${shape.minValue} to ${shape.maxValue}`;
    return report.add("HD205", node.span, { what: subject.what, expected, found: node.text });
  }
  wrongKind(node, [kindOf(shape)], subject, report);
}

function wrongWord(node: ScalarNode, shape: z.ZodEnum | z.ZodLiteral, subject: Subject, report: Report): void {
  const choices = (shape instanceof z.ZodEnum ? shape.options : [...shape.values]).map(String);
  const hint = suggestion(node.text, choices);
  report.add("HD204", node.span, { what: subject.what, found: node.text, choices }, { hint });
}

function kindOf(shape: ZodType): string {
  if (shape instanceof z.ZodNumber) return "a number";
  if (shape instanceof z.ZodBoolean) return "`true` or `false`";
  if (shape instanceof z.ZodNull) return "empty";
  if (shape instanceof z.ZodUnion) return (shape.options as ZodType[]).map(kindOf).join(" or ");
  if (shape instanceof z.ZodEnum) return shape.options.map((word) => `\`${String(word)}\``).join(" or ");
  if (shape instanceof z.ZodLiteral) return [...shape.values].map((value) => `\`${String(value)}\``).join(" or ");
  return "text";
}

function wrongKind(node: Node, expected: readonly string[], subject: Subject, report: Report, hint?: string): void {
  const found = isNull(node) ? "empty" : node.kind === "scalar" ? scalarKind(node) : `a ${node.kind}`;
  const span = isNull(node) ? subject.key : node.kind === "scalar" ? node.span : firstLine(node.span);
  report.add("HD201", span, { what: subject.what, expected: expected.join(" or "), found }, { hint });
}

function scalarKind(node: ScalarNode): string {
  return typeof node.value === "string" ? `the text \`${node.text}\`` : `\`${node.text}\``;
}

/** Of a value that covers many lines, the first is enough to show. */
function firstLine(span: Span): Span {
  const newline = span.file.text.indexOf("\n", span.start);
  return newline === -1 || newline >= span.end ? span : { ...span, end: newline };
}
