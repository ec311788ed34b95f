import type { Content, Json, Success, TypeRef } from "../../model/index.js";
import { exampleValue, type Random } from "../../values/index.js";
import type { Answer } from "./answer.js";
import { isList } from "../fields.js";
import { jsonText } from "../json-text.js";
import type { Service } from "../service.js";

/** A body as it goes over the wire, with its media type; nothing if the answer has none. */
export function contentBytes({ table }: Service, content: Content | undefined, value: Json | undefined): Pick<Answer, "body" | "headers"> {
  if (!content || value === undefined) return { headers: {} };
  const headers = { "Content-Type": content.media };
  if (content.kind === "json") return { headers, body: jsonText(table, content.type, value) };
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { headers, body: content.kind === "bytes" ? bytesOf(text) : text };
}

/** Bytes stand in JSON as base64; a text that is none is taken as it is. */
function bytesOf(text: string): Uint8Array {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : Buffer.from(text);
}

/** The headers that a success declares; those that are given have their value already. */
export function declaredHeaders(
  service: Service,
  { headers }: Success,
  random: Random,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const missing = headers.filter(({ wire }) => !known.has(wire.toLowerCase()));
  return {
    ...given,
    ...Object.fromEntries(missing.map(({ wire, name, type }) => [wire, headerText(service, type, random, name)])),
  };
}

function headerText({ table }: Service, type: TypeRef, random: Random, name: string): string {
  const value = exampleValue(table, type, { random: random.for(name), optional: true, examples: true }, name);
  if (isList(value)) return value.map(String).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
