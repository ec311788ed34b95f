import type { BodyDeclaration, ContentDeclaration } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { anyJson } from "../schema/build.js";
import { hintOf } from "../schema/hint.js";
import { shapeOf } from "../schema/shape.js";
import { typeOf } from "../schema/type-of.js";
import type { Cursor } from "../source/cursor.js";

type Kind = ContentDeclaration["kind"]["value"];

/** Which kind of content a media type is. */
export function kindOf(media: string): Kind {
  const plain = media.toLowerCase().split(";")[0]?.trim() ?? "";
  if (plain === "application/x-www-form-urlencoded") return "form";
  if (plain === "multipart/form-data") return "multipart";
  if (/^application\/(.*\+)?json$|^\*\/\*$|^application\/\*$|[+/]json$/.test(plain)) return "json";
  return /^text\/|[+/]xml$|^application\/(yaml|x-yaml|graphql|sql|javascript)$/.test(plain) ? "text" : "bytes";
}

const own: Readonly<Record<Kind, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
};

/** The contents of a body or an answer, JSON first; a schema has one of each kind. */
export function contentsOf(cx: Cx, content: Cursor | undefined, title: string): readonly ContentDeclaration[] {
  const entries = (content?.entries() ?? []).filter(({ key }) => isMedia(key));
  const sorted = [...entries.filter(({ key }) => kindOf(key) === "json"), ...entries.filter(({ key }) => kindOf(key) !== "json")];
  const found = new Map<Kind, ContentDeclaration>();
  const types = new Map<string, TypeExpression>();
  for (const entry of sorted) {
    const kind = kindOf(entry.key);
    if (found.has(kind)) cx.notes.add("same-kind", entry);
    else found.set(kind, contentOf(cx, entry, title, types));
  }
  return [...found.values()];
}

function isMedia(key: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w.-]+=("[^"]*"|[\w.-]+))*$/.test(key);
}

function contentOf(cx: Cx, entry: Cursor, title: string, types: Map<string, TypeExpression>): ContentDeclaration {
  const kind = kindOf(entry.key);
  const isWild = entry.key.includes("*");
  const media = !isWild && entry.key.toLowerCase() !== own[kind] ? { media: entry.as(entry.key) } : {};
  if (entry.has("encoding")) cx.notes.add("encoding", entry.get("encoding") ?? entry);
  if (kind === "text" || kind === "bytes") return { kind: { value: kind, span: entry.span }, ...media };
  const schema = entry.get("schema");
  if ((kind === "form" || kind === "multipart") && !isFields(cx, schema)) {
    cx.notes.add("form-body", entry);
    return { kind: { value: "bytes", span: entry.span }, media: entry.as(entry.key) };
  }
  return { kind: { value: kind, span: entry.span }, ...media, type: contentType(cx, entry, title, types) };
}

function isFields(cx: Cx, schema: Cursor | undefined): boolean {
  const shape = schema && shapeOf(cx, schema);
  return shape !== undefined && shape.fields.size > 0;
}

/** Media types of one body often have the same schema, written out again. */
function contentType(cx: Cx, entry: Cursor, title: string, types: Map<string, TypeExpression>): TypeExpression {
  const schema = entry.get("schema");
  if (!schema) return anyJson(entry);
  const key = JSON.stringify(schema.value);
  const type = types.get(key) ?? typeOf(cx, schema, hintOf(title));
  types.set(key, type);
  return type;
}

/** The body of a request. */
export function bodyOf(cx: Cx, operation: Cursor, title: string): BodyDeclaration | undefined {
  const written = operation.get("requestBody");
  const body = written && cx.refs.follow(written);
  if (!written || !body) return undefined;
  const shared = /^#\/components\/requestBodies\/([^/]+)$/.exec(written.text("$ref") ?? "")?.[1];
  const contents = contentsOf(cx, body.get("content"), shared ?? `${title}Request`);
  return contents.length === 0 ? undefined : { span: written.span, optional: !body.flag("required"), contents };
}
