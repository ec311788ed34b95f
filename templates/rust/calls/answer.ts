import { code, type Code, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { contentType } from "./arguments.js";

/** What a call is: the runtime's kind of it with its type arguments, how a draft becomes one, and what it gives. */
export interface Answer {
  /** `PageCall<OffsetPage<Context>>`. */
  readonly call: Code;
  /** Name and arguments apart, for macros. */
  readonly kind: "Call" | "PageCall" | "StreamCall";
  readonly arguments: readonly Code[];
  /** `page_call(json)`. */
  readonly made: Code;
  readonly value: Code;
}

export function answerOf(operation: Operation, cx: Context): Answer {
  const content = operation.success[0]?.content;
  const value = content ? valueOf(operation, cx) : code`()`;
  const reader = cx.runtime(content ? readers[content.kind] : "nothing");
  const event = operation.stream && (operation.stream.type ? cx.type(operation.stream.type) : cx.external("bytes", "Bytes"));
  const kind = event ? "StreamCall" : operation.paged ? "PageCall" : "Call";
  const args = event ? [value, event] : [value];
  const method = { Call: code`call`, PageCall: code`page_call`, StreamCall: code`stream_call` }[kind];
  return { call: cx.generic(cx.runtime(kind), args), kind, arguments: args, made: code`${method}(${reader})`, value };
}

const readers = { json: "json", form: "json", multipart: "json", text: "text", bytes: "bytes" } as const;

function valueOf(operation: Operation, cx: Context): Code {
  const content = operation.success[0]?.content;
  return content ? contentType(content, cx) : code`()`;
}
