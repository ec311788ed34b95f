import { code, type Code, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { readerOf, typeOf } from "./content.js";

/** What a call is: the runtime's kind of it with its type arguments, how a draft becomes one, and what it gives. */
export interface Answer {
  /** `PageCall<OffsetPage<Context>>`. */
  readonly call: Code;
  /** Name and arguments apart, for macros. */
  readonly kind: "Call" | "PageCall" | "DownloadCall" | "StreamCall";
  readonly arguments: readonly Code[];
  /** `page_call(json)`. */
  readonly made: Code;
  /** What reads the one answer. */
  readonly reader: Code;
  readonly value: Code;
}

export function answerOf(operation: Operation, cx: Context): Answer {
  const content = operation.success[0]?.content;
  const own = cx.responses(operation).length > 0 ? cx.name(operation, "response") : undefined;
  const value = own ?? (content ? typeOf(content, cx) : code`()`);
  const reader = own ? code`${own}::read` : content ? readerOf(content, cx) : cx.runtime("nothing");
  const event = operation.stream && (operation.stream.type ? cx.type(operation.stream.type) : cx.external("bytes", "Bytes"));
  const kind = event ? "StreamCall" : operation.paged ? "PageCall" : content?.kind === "bytes" ? "DownloadCall" : "Call";
  const args = event ? [value, event] : [value];
  const method = { Call: code`call`, PageCall: code`page_call`, DownloadCall: code`download_call`, StreamCall: code`stream_call` }[kind];
  return { call: cx.generic(cx.runtime(kind), args), kind, arguments: args, made: code`${method}(${reader})`, reader, value };
}
