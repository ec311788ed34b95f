import { code, isEmpty, lines, type Code, type Operation, type ResponseHeader, type Success, type TypeRef } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { described, operationLink } from "../describe.js";
import { call, inlineObject, literal, property, type Expression } from "../layout/expression.js";
import { objectType } from "../types/members.js";

/** A declared header over all successful statuses: required if each of them has it. */
interface TypedHeader {
  readonly header: ResponseHeader;
  readonly types: readonly TypeRef[];
  readonly required: boolean;
}

/** The response headers that are declared, of whatever successful status. */
export function typedHeaders({ success }: Operation): readonly TypedHeader[] {
  const names = new Set(success.flatMap(({ headers }) => headers.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const all = success.flatMap(({ headers }) => headers.filter((header) => header.name === name && header.removed === undefined));
    const [header] = all;
    const required = all.length === success.length && all.every((each) => each.required);
    return header ? [{ header, types: all.map(({ type }) => type), required }] : [];
  });
}

/** The declared response headers of an operation, as one object. */
export function headersType(operation: Operation, cx: Context): Code | undefined {
  const headers = typedHeaders(operation);
  if (headers.length === 0) return undefined;
  return lines([
    cx.doc({ doc: ["Response headers of", code`${operationLink(operation, cx)}.`] }),
    code`export interface ${cx.typeName(operation, "headers")} ${objectType(lines(headers.map((each) => headerMember(each, cx))))}`,
  ]);
}

function headerMember({ header, types, required }: TypedHeader, cx: Context): Code {
  const doc = cx.doc(described(header, cx));
  const member = code`${cx.typeKey(header.name)}${required ? code`` : code`?`}: ${cx.unionOf(types)};`;
  return isEmpty(doc) ? member : lines([doc, member]);
}

/** `withHeaders(reader, { Location: url })` where the operation has declared headers; a status without them gives an empty object. */
export function headed(operation: Operation, { headers }: Success, reader: Expression, cx: Context): Expression {
  if (typedHeaders(operation).length === 0) return reader;
  const present = headers.filter(({ removed }) => removed === undefined);
  const codecs = present.map((header) => property(cx.key(header.name), headerCodec(header, cx)));
  const renamed = present.filter(({ name, wire }) => wire !== name);
  return call(cx.runtime("withHeaders"), [
    reader,
    inlineObject(codecs),
    ...(renamed.length === 0 ? [] : [inlineObject(renamed.map(({ name, wire }) => property(cx.key(name), literal(cx.literal(wire)))))]),
  ]);
}

function headerCodec({ type, required }: ResponseHeader, cx: Context): Expression {
  return required ? codec(type, cx) : call(cx.runtime("optional"), [codec(type, cx)]);
}
