import type { Content, Json, Operation, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { fromBrackets } from "./bracketed.js";
import { readMultipart } from "./multipart.js";
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
      return ofParts(table, content, bytes, media ?? content.media);
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

async function ofParts(table: TypeTable, content: Content, bytes: Uint8Array, media: string): Promise<ReadBody> {
  try {
    return { kind: "value", content, value: await readMultipart(table, content.type, bytes, media) };
  } catch (error) {
    return { kind: "wrong", status: 400, problem: `is not multipart: ${error instanceof Error ? error.message : String(error)}` };
  }
}
