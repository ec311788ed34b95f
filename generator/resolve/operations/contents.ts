import type { Body, Content, Success } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { ContentDeclaration, OperationDeclaration, SuccessDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { responseHeader } from "./params.js";
import type { TypeTable } from "../types/type-table.js";
import { typeRef } from "../types/type-refs.js";
import { isUnknown, unknownType } from "../types/unknown-type.js";

const media: Readonly<Record<Content["kind"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
};

/** The request body. A body with GET or HEAD is legal and often dropped on the way, hence the warning. */
export function bodyOf(cx: Context, table: TypeTable, { body, http }: OperationDeclaration): Body | undefined {
  if (!body) return undefined;
  const method = http.method.value.toUpperCase();
  if (method === "GET" || method === "HEAD") cx.report.add("HD454", body.span, { method });
  return { required: !body.optional, contents: contentsOf(cx, table, body.contents) };
}

/** The media types of one body, each of them once. */
function contentsOf(cx: Context, table: TypeTable, declarations: readonly ContentDeclaration[]): readonly Content[] {
  const contents = declarations.map((content) => contentOf(cx, table, content));
  for (const [index, { media: type }] of contents.entries()) {
    const declared = declarations[index];
    const twice = contents.findIndex((other) => other.media.toLowerCase() === type.toLowerCase()) < index;
    if (twice && declared) cx.report.add("HD455", (declared.media ?? declared.kind).span, { media: type });
  }
  return contents;
}

function contentOf(cx: Context, table: TypeTable, { kind, media: written, type }: ContentDeclaration): Content {
  const ref = type ? typeRef(cx, type) : ownType(kind.value);
  if (written && !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w.-]+=("[^"]*"|[\w.-]+))*$/.test(written.value)) {
    cx.report.add("HD456", written.span, { media: written.value });
  }
  const inFields = kind.value === "form" || kind.value === "multipart";
  if (type && inFields && !isObject(table, ref)) cx.report.add("HD457", type.span, { kind: kind.value });
  return { kind: kind.value, media: written?.value ?? media[kind.value], type: ref };
}

function ownType(kind: Content["kind"]): TypeRef {
  if (kind === "text") return { kind: "scalar", scalar: "string" };
  return kind === "bytes" ? { kind: "scalar", scalar: "bytes" } : unknownType;
}

/** Whether a type can be written as form fields or parts. */
function isObject(table: TypeTable, ref: TypeRef): boolean {
  const declared = table.declared(ref)?.type.kind;
  return isUnknown(table.target(ref)) || declared === "record" || declared === "union";
}

/** What the operation returns; one that says nothing returns nothing, with status 200. */
export function successesOf(cx: Context, table: TypeTable, declarations: readonly SuccessDeclaration[]): readonly Success[] {
  if (declarations.length === 0) return [{ status: 200, headers: [] }];
  return declarations.map((declaration) => {
    const { status, content, alternatives = [], headers, description } = declaration;
    const [main, ...others] = contentsOf(cx, table, content ? [content, ...alternatives] : []);
    const value = status?.value ?? 200;
    const span = status?.span ?? content?.kind.span;
    if (value < 200 || value > 299) cx.report.add("HD458", span, { status: value });
    if (main && (value === 204 || value === 205)) cx.report.add("HD459", span, { status: value });
    return {
      status: value,
      ...(description.doc && { doc: description.doc.value }),
      ...(main && { content: main }),
      ...(others.length > 0 && { alternatives: others }),
      headers: headers.map((header) => responseHeader(cx, table, header)),
    };
  });
}
