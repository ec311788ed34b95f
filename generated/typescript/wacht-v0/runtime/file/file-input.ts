/**
 * The bytes of a file. Streams, responses and whatever is read piece by piece
 * (`fs.ReadStream`) can be sent once; a call with one of them is never repeated
 * after its first byte (FILE-4).
 */
export type FileContent =
  | Blob
  | Uint8Array
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Response;

/** A file with what its content does not say by itself. */
export interface NamedFile {
  readonly content: FileContent;
  /** Only the last component of a path is sent. */
  readonly name?: string | undefined;
  /** Media type; else that of the content, else by the name's extension. */
  readonly type?: string | undefined;
  /** Bytes, for a stream of known length: then `Content-Length` can be sent. */
  readonly size?: number | undefined;
}

/** Everything that can be sent as a file (FILE-1). */
export type FileInput = FileContent | NamedFile;
