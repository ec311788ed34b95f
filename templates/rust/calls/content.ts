import { code, type Code, type Content } from "heddle/template";
import type { Context } from "../context.js";

/** The type of a body as the program has it. */
export function typeOf({ kind, type }: Content, cx: Context): Code {
  if (kind === "text") return code`String`;
  return kind === "bytes" ? cx.external("bytes", "Bytes") : cx.type(type);
}

const readers = { json: "json", form: "json", multipart: "json", text: "text", bytes: "bytes" } as const;

/** The function that reads an answer's body. */
export function readerOf({ kind }: Content, cx: Context): Code {
  return cx.runtime(readers[kind]);
}
