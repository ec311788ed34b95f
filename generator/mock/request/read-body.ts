import type { Content, Json, Operation, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { fromBrackets } from "./bracketed.js";
import { fromText } from "./from-text.js";
import { parseJson } from "../json-text.js";
import { pairsOf } from "./pairs.js";

/** A body as the operation understands it. */
export type ReadBody =
  | { readonly kind: "absent" }
  | { readonly kind: "value"; readonly content: Content; readonly value: Json }
  /** Texts and bytes are taken as they are. */
  | { readonly kind: "raw"; readonly content: Content }
  | { readonly kind: "wrong"; readonly status: 400 | 415; readonly problem: string };

/** Reads a body by the media type that the request declares. */
export async function readBody(table: TypeTable, operation: Operation, bytes: Uint8Array, media: string | undefined): Promise<ReadBody> {
  const contents = operation.body?.contents ?? [];
  const [first] = contents;
  if (!first || (bytes.length === 0 && media === undefined)) return { kind: "absent" };
  const content = media === undefined ? first : contents.find((each) => matches(each, bare(media)));
  if (!content)
    return { kind: "wrong", status: 415, problem: `is ${bare(media ?? "")}; ${contents.map((each) => each.media).join(" or ")} is taken` };
  switch (content.kind) {
    case "json":
      return bytes.length === 0 ? { kind: "absent" } : ofJson(content, bytes);
    case "form":
      return { kind: "value", content, value: ofForm(table, content.type, new TextDecoder().decode(bytes)) };
    case "multipart":
      return ofMultipart(table, content, bytes, media ?? content.media);
    default:
      return { kind: "raw", content };
  }
}

function bare(media: string): string {
  return (media.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whoever sends bytes may say what they are. */
function matches({ kind, media }: Content, given: string): boolean {
  if (bare(media) === given || kind === "bytes") return true;
  return kind === "json" && (given === "application/json" || given.endsWith("+json"));
}

function ofJson(content: Content, bytes: Uint8Array): ReadBody {
  try {
    return { kind: "value", content, value: parseJson(new TextDecoder().decode(bytes)) };
  } catch (error) {
    return { kind: "wrong", status: 400, problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The fields that the type has; others cannot be told apart from parts of nested ones. */
function ofForm(table: TypeTable, type: TypeRef, text: string): Json {
  const pairs = pairsOf(text);
  const known = (table.properties(type) ?? []).flatMap(({ wire, type: ref }): (readonly [string, Json])[] => {
    const value = fromBrackets(table, ref, wire, pairs);
    return value === undefined ? [] : [[wire, value]];
  });
  const names = new Set(known.map(([name]) => name));
  const others = pairs.filter(({ name }) => !names.has(name.split("[")[0] ?? "")).map(({ name, text: value }) => [name, value] as const);
  return Object.fromEntries([...others, ...known]);
}

async function ofMultipart(table: TypeTable, content: Content, bytes: Uint8Array, media: string): Promise<ReadBody> {
  const found = new Map<string, Json[]>();
  const properties = new Map((table.properties(content.type) ?? []).map(({ wire, type }) => [wire, type]));
  try {
    const parts = await new Response(new Uint8Array(bytes), { headers: { "content-type": media } }).formData();
    for (const [name, part] of parts) {
      const type = properties.get(name);
      const value = typeof part === "string" ? part : await fileValue(table, type, part);
      found.set(name, [...(found.get(name) ?? []), typeof part === "string" && type ? fromText(table, itemOf(table, type), part) : value]);
    }
  } catch (error) {
    return { kind: "wrong", status: 400, problem: `is not multipart: ${error instanceof Error ? error.message : String(error)}` };
  }
  const fields = [...found].map(([name, values]) => {
    const type = properties.get(name);
    const isList = type && table.present(type).kind === "list";
    // A list is one part for each item, or one part that is a JSON list.
    return [name, isList && !(values.length === 1 && Array.isArray(values[0])) ? values : (values[0] ?? null)] as const;
  });
  return { kind: "value", content, value: Object.fromEntries(fields) };
}

function itemOf(table: TypeTable, type: TypeRef): TypeRef {
  const present = table.present(type);
  return present.kind === "list" ? present.of : type;
}

/** A file as its bytes would stand in JSON, so that the same constraints hold; text where the field is one. */
async function fileValue(table: TypeTable, type: TypeRef | undefined, file: Blob): Promise<Json> {
  const present = type && table.present(itemOf(table, type));
  const bytes = Buffer.from(await file.arrayBuffer());
  if (present?.kind !== "scalar" || present.scalar !== "bytes") return type ? fromText(table, type, bytes.toString()) : bytes.toString();
  return bytes.toString(present.encoding === "hex" || present.encoding === "base64url" ? present.encoding : "base64");
}
