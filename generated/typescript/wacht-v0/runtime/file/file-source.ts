import { fileNameOf } from "./content-disposition.js";
import type { NamedFile } from "./file-input.js";
import { baseName, percentDecoded } from "./file-name.js";

/** Bytes that are there, or come piece by piece and only once. */
export type Piece =
  | Uint8Array<ArrayBuffer>
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/** A file of whatever kind, as it is sent. */
export interface FileSource {
  readonly content: Piece;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  /** Bytes, as far as that is known before reading. */
  readonly size?: number | undefined;
  /** Somebody has read of it. */
  readonly spent?: boolean | undefined;
}

/** What `input` is as a file, undefined if it is none. */
export function sourceOf(input: unknown): FileSource | undefined {
  const given = isNamed(input) ? input : undefined;
  const found = contentOf(given ? given.content : input);
  const { name = found?.name, type = found?.type } = given ?? {};
  const size = found?.size ?? given?.size;
  return found && { ...found, name: baseName(name ?? ""), type, size };
}

function isNamed(input: unknown): input is NamedFile {
  return typeof input === "object" && input !== null && "content" in input;
}

function contentOf(input: unknown): FileSource | undefined {
  if (input instanceof ArrayBuffer) return contentOf(new Uint8Array(input));
  if (input instanceof Uint8Array)
    return {
      content: input as Uint8Array<ArrayBuffer>,
      size: input.byteLength,
    };
  if (input instanceof Blob)
    return {
      content: input,
      size: input.size,
      type: input.type || undefined,
      name: "name" in input ? `${input.name}` : undefined,
    };
  if (input instanceof Response) return answerOf(input);
  if (!isRead(input)) return undefined;
  return {
    content: input,
    name: "path" in input ? `${input.path}` : undefined,
    spent: "locked" in input && input.locked,
  };
}

/** Whether bytes come out of it piece by piece. */
function isRead(
  input: unknown,
): input is ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string> {
  return (
    typeof input === "object" &&
    input !== null &&
    ("getReader" in input || Symbol.asyncIterator in input)
  );
}

/** A download that is handed on; the length of what was compressed on the way is not known. */
function answerOf({ body, bodyUsed, headers, url }: Response): FileSource {
  const length = headers.has("content-encoding")
    ? null
    : headers.get("content-length");
  return {
    content: body ?? new Uint8Array(),
    name: fileNameOf(headers) ?? percentDecoded(url.replace(/[?#].*/, "")),
    type: headers.get("content-type") ?? undefined,
    size: body ? (length === null ? undefined : Number(length)) : 0,
    spent: bodyUsed,
  };
}
