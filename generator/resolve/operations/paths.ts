import type { Param, PathPart } from "../../model/operation.js";
import { nearest } from "../../source/nearest.js";
import type { Span, Text } from "../../source/span.js";
import type { PathPiece } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { hintFor } from "../hint.js";

/** `at: /users/{user_id}` in pieces, each with its place. What follows it begins with a slash, so it ends without one. */
export function prefixPieces(cx: Context, at: Text): readonly PathPiece[] {
  const pieces: PathPiece[] = [];
  for (const found of at.value.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    const [text, name] = found;
    const span = partOf(at, found.index + (name === undefined ? 0 : 1), (name ?? text).length);
    pieces.push(name === undefined ? { kind: "text", text: { value: text, span } } : { kind: "param", name: { value: name, span } });
  }
  checkText(cx, pieces);
  if (at.value.endsWith("/")) cx.report.add("HD443", at.span, { problem: "ends with `/`, and more follows" });
  return pieces;
}

/** The place of a part of a text, if the text stands in the file as it is; else the place of the whole. */
function partOf({ value, span }: Text, offset: number, length: number): Span {
  const from = span.file.text.slice(span.start, span.end).indexOf(value);
  return from === -1 ? span : { file: span.file, start: span.start + from + offset, end: span.start + from + offset + length };
}

/** The path of an operation behind that of its resources; every parameter in it is declared, and every declared one is in it, once. */
export function pathOf(
  cx: Context,
  prefix: readonly PathPiece[],
  own: readonly PathPiece[],
  params: readonly Param[],
): readonly PathPart[] {
  checkText(cx, own);
  const pieces = [...prefix, ...own];
  const declared = params.filter((param) => param.in === "path");
  const used = new Map<string, Span>();
  for (const piece of pieces) {
    if (piece.kind === "text") continue;
    const { value, span } = piece.name;
    const first = used.get(value);
    if (first) cx.report.add("HD442", span, { name: value }, { related: [{ message: "first used here", span: first }] });
    else if (!declared.some((param) => param.wire === value || param.name === value)) undeclared(cx, piece.name, declared);
    used.set(value, first ?? span);
  }
  const names = declared.map(({ name }) => name);
  const meant = new Set([...used.keys()].map((name) => nearest(name, names)));
  for (const param of declared) {
    if (!used.has(param.name) && !used.has(param.wire) && !meant.has(param.name))
      cx.report.add("HD441", param.origin, { name: param.name });
  }
  return merge(pieces, declared);
}

function undeclared(cx: Context, { value, span }: Text, declared: readonly Param[]): void {
  cx.report.add(
    "HD440",
    span,
    { name: value },
    hintFor(
      value,
      declared.map((param) => param.name),
    ),
  );
}

/** Text goes into the URL as it stands, so only what RFC 3986 (3.3) allows in a path may be in it. */
function checkText(cx: Context, pieces: readonly PathPiece[]): void {
  const [first] = pieces;
  if (first?.kind === "text" && !first.text.value.startsWith("/"))
    cx.report.add("HD443", first.text.span, { problem: "does not start with `/`" });
  if (first?.kind === "param") cx.report.add("HD443", first.name.span, { problem: "does not start with `/`" });
  const shape = pieces.map((piece) => (piece.kind === "text" ? piece.text.value : "{}")).join("");
  const empty = /\/\/|\/\.{1,2}(?=\/|$)/.test(shape);
  for (const { text } of pieces.filter((piece) => piece.kind === "text")) {
    const illegal = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@%/-]/u.exec(text.value)?.[0];
    if (illegal !== undefined) cx.report.add("HD443", text.span, { problem: `has ${JSON.stringify(illegal)} in it` });
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "text" && piece.text.value.endsWith("$") && pieces[index + 1]?.kind === "param")
      cx.report.add("HD443", piece.text.span, { problem: "has `$` before a brace" });
  }
  if (empty && first?.kind === "text") cx.report.add("HD443", first.text.span, { problem: "has an empty, `.` or `..` segment" });
}

/** Neighbouring texts become one; parameters go by the author's name. */
function merge(pieces: readonly PathPiece[], declared: readonly Param[]): readonly PathPart[] {
  const parts: PathPart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.kind === "param") {
      const param = declared.find(({ name, wire }) => name === piece.name.value || wire === piece.name.value);
      parts.push({ kind: "param", name: param?.name ?? piece.name.value });
    } else if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + piece.text.value };
    else parts.push({ kind: "text", text: piece.text.value });
  }
  return parts;
}
