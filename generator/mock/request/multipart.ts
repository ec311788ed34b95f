import type { FileFields, Json, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { isUnknown } from "../../resolve/types/unknown-type.js";
import { parseJson } from "../json-text.js";
import { fromText } from "./from-text.js";

/** The object that the parts of a body are. Throws for a body that has none. */
export async function readMultipart(table: TypeTable, type: TypeRef, bytes: Uint8Array, media: string): Promise<Json> {
  const properties = new Map((table.properties(type) ?? []).map(({ wire, type: ref }) => [wire, ref]));
  const found = new Map<string, Json[]>();
  for (const [name, part] of await new Response(new Uint8Array(bytes), { headers: { "content-type": media } }).formData()) {
    const declared = properties.get(name);
    const value = await partValue(table, declared && itemOf(table, declared), part);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  const fields = [...found].map(([name, values]) => {
    const declared = properties.get(name);
    const isList = declared && table.present(declared).kind === "list";
    // A list is one part for each item, or one part that is a JSON list.
    return [name, isList && !(values.length === 1 && Array.isArray(values[0])) ? values : (values[0] ?? null)] as const;
  });
  return Object.fromEntries(fields);
}

function itemOf(table: TypeTable, type: TypeRef): TypeRef {
  const present = table.present(type);
  return present.kind === "list" ? present.of : type;
}

async function partValue(table: TypeTable, type: TypeRef | undefined, part: string | File): Promise<Json> {
  if (!type) return typeof part === "string" ? part : part.text();
  const named = table.present(type);
  const declared = named.kind === "named" ? table.get(named.name) : undefined;
  if (declared?.kind === "record" && declared.file) return fileObject(declared.file, part);
  if (typeof part !== "string" && named.kind === "scalar" && named.scalar === "bytes") return inJson(await bytesOf(part), named.encoding);
  const text = typeof part === "string" ? part : await part.text();
  return isUnknown(named) ? objectOrText(text) : fromText(table, type, text);
}

/** An object that is sent as its file (`$file`). */
async function fileObject(fields: FileFields, part: string | File): Promise<Json> {
  const data = inJson(await bytesOf(part));
  if (typeof part === "string") return { [fields.data]: data };
  return {
    [fields.data]: data,
    ...(fields.name !== undefined && { [fields.name]: part.name }),
    ...(fields.type !== undefined && { [fields.type]: part.type }),
  };
}

async function bytesOf(part: string | File): Promise<Buffer> {
  return typeof part === "string" ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
}

/** Bytes as they would stand in JSON, so that the same constraints hold. */
function inJson(bytes: Buffer, encoding?: string): string {
  return bytes.toString(encoding === "hex" || encoding === "base64url" ? encoding : "base64");
}

/** What a variant of a union in the parts holds: its object as JSON, else a text. */
function objectOrText(text: string): Json {
  if (!text.startsWith("{")) return text;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
