import type { ContentDeclaration, ParamDeclaration, StreamDeclaration, SuccessDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import { pascal } from "../names/words.js";
import { fieldNames } from "../schema/field-names.js";
import { fieldParts } from "../schema/fields.js";
import { hintOf } from "../schema/hint.js";
import { typeOf } from "../schema/type-of.js";
import type { Cursor } from "../source/cursor.js";
import { contentsOf } from "./contents.js";

/** An answer as declared, its `$ref` followed. */
export interface Answer {
  readonly status: string;
  readonly response: Cursor;
  /** The name under `components/responses`, if it stands there. */
  readonly shared: string | undefined;
}

export function answersOf(cx: Cx, operation: Cursor): readonly Answer[] {
  return (operation.get("responses")?.entries() ?? []).flatMap((entry) => {
    if (entry.key.startsWith("x-")) return [];
    const response = cx.refs.follow(entry);
    const shared = /^#\/components\/responses\/([^/]+)$/.exec(entry.text("$ref") ?? "")?.[1];
    for (const link of response?.get("links")?.entries() ?? []) cx.notes.add("link", link);
    if (!/^([1-5](\d\d|XX)|default)$/i.test(entry.key)) cx.notes.add("response-status", entry);
    return response ? [{ status: entry.key.toUpperCase(), response, shared }] : [];
  });
}

export interface Returned {
  readonly success: readonly SuccessDeclaration[];
  readonly stream?: StreamDeclaration;
}

/** The successes of an operation; `default` is one if there is no other. */
export function successesOf(cx: Cx, answers: readonly Answer[], title: string): Returned {
  const declared = answers.filter(({ status }) => status.startsWith("2"));
  const found = declared.length > 0 ? declared : answers.filter(({ status }) => status === "DEFAULT");
  const exact = found.filter(
    ({ status }, index) => statusOf(status) !== 200 || found.findIndex((other) => statusOf(other.status) === 200) === index,
  );
  const streams = exact.flatMap(({ response }) => streamOf(cx, response, title) ?? []);
  const success = exact.map((answer, index) =>
    successOf(cx, answer, index === 0 ? `${title}Response` : `${title}${answer.status}Response`),
  );
  return { success, ...(streams[0] && { stream: streams[0] }) };
}

function statusOf(status: string): number {
  return /^2\d\d$/.test(status) ? Number(status) : 200;
}

function successOf(cx: Cx, { status, response, shared }: Answer, title: string): SuccessDeclaration {
  const value = statusOf(status);
  const name = shared === undefined ? title : pascal(shared);
  const all = contentsOf(cx, withoutStreams(response.get("content")), name);
  const isEmpty = value === 204 || value === 205;
  if (isEmpty && all.length > 0) cx.notes.add("response-body", response);
  const [content, ...alternatives]: readonly (ContentDeclaration | undefined)[] = isEmpty ? [] : all;
  const others = alternatives.filter((each) => each !== undefined);
  return {
    status: { value, span: response.span },
    ...(content && { content }),
    ...(others.length > 0 && { alternatives: others }),
    headers: headersOf(cx, response, name),
    description: docOf(response),
  };
}

/** What a status says by itself is no doc. */
function docOf(response: Cursor): SuccessDeclaration["description"] {
  const { doc } = descriptionOf(response);
  const isTrivial =
    doc === undefined ||
    doc.value.length < 4 ||
    /^(success(ful)?( (response|operation))?|ok|created|accepted|no content|response|default( response)?)\.?$/i.test(doc.value);
  return isTrivial ? {} : { doc };
}

type HeaderDeclaration = Omit<ParamDeclaration, "in">;

function headersOf(cx: Cx, response: Cursor, title: string): readonly HeaderDeclaration[] {
  const entries = (response.get("headers")?.entries() ?? []).filter(({ key }) => key.toLowerCase() !== "content-type");
  const names = fieldNames(entries.map(({ key }) => key));
  return entries.flatMap((entry) => {
    const header = cx.refs.follow(entry);
    const schema = header?.get("schema");
    const type = schema && typeOf(cx, schema, { ...hintOf(`${title}${pascal(entry.key)}`, entry.key), param: true });
    const isScalar = type?.kind === "name" && /^[a-z]/.test(type.name.value) && type.name.value !== "json";
    if (!header || !type || !isScalar || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(entry.key)) {
      cx.notes.add("response-header", entry);
      return [];
    }
    const name = names.get(entry.key) ?? entry.key;
    const { default: _default, ...parts } = fieldParts(cx, schema, type);
    const description = descriptionOf(header);
    return [
      {
        ...parts,
        examples: [],
        name: entry.as(name),
        ...(name !== entry.key && { wire: entry.as(entry.key) }),
        optional: !header.flag("required"),
        description: description.doc ? description : parts.description,
        segments: false,
      },
    ];
  });
}

const streams: ReadonlyMap<string, "sse" | "jsonl"> = new Map([
  ["text/event-stream", "sse"],
  ["application/x-ndjson", "jsonl"],
  ["application/jsonl", "jsonl"],
  ["application/stream+json", "jsonl"],
  ["application/x-jsonl", "jsonl"],
]);

function streamKind(media: string): "sse" | "jsonl" | undefined {
  return streams.get(media.toLowerCase().split(";")[0]?.trim() ?? "");
}

/** A stream is beside what the operation returns otherwise. */
function withoutStreams(content: Cursor | undefined): Cursor | undefined {
  const rest = content?.entries().filter(({ key }) => streamKind(key) === undefined) ?? [];
  return content && rest.length < content.entries().length
    ? content.with(Object.fromEntries(rest.map(({ key, value }) => [key, value])))
    : content;
}

function streamOf(cx: Cx, response: Cursor, title: string): StreamDeclaration | undefined {
  const content = response.get("content");
  const entry = content?.entries().find(({ key }) => streamKind(key) !== undefined);
  const kind = entry && streamKind(entry.key);
  if (!content || !entry || !kind || content.entries().length > 1) return undefined;
  const schema = entry.get("schema");
  const type = schema && typeOf(cx, schema, hintOf(`${title}Event`));
  const isText = type === undefined || (type.kind === "name" && type.name.value === "string");
  if (isText && kind === "jsonl") return { span: entry.span, kind: "bytes", resume: false };
  return { span: entry.span, kind, ...(type && { type }), ...(kind === "sse" && { tag: entry.as("data") }), resume: false };
}
