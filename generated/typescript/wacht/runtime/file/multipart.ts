import type { BodyType } from "../call/operation.js";
import type { Codec } from "../codecs/codec.js";
import type { Draft } from "../request/draft.js";
import { checkFile, sendPieces, type SizedPiece } from "./file-body.js";
import type { FileInput } from "./file-input.js";
import { sourceOf } from "./file-source.js";
import { mediaTypeOf } from "./media-type.js";

/** A body of parts: what is bytes in `T` is a file there. */
export type Parts<T> = { [Name in keyof T]: Part<T[Name]> };

/** The value of a part, or of several of one name. */
export type Part<V> = V extends Uint8Array
  ? FileInput
  : V extends readonly (infer Item)[]
    ? Part<Item>[]
    : V;

/**
 * A `multipart/form-data` body with a part for each member of `codec`'s type, in
 * schema order: bytes as files, scalars as text, objects as JSON, lists as parts of
 * one name. Null is no part (FILE-3, RFC 7578).
 */
export function multipart(codec: Codec<unknown>): BodyType {
  return {
    write(draft, value, job) {
      draft.path.push("body");
      draft.isFile = (member) => isPart(draft) && !!sourceOf(member);
      const encoded = codec.run(value, draft);
      draft.isFile = undefined;
      if (encoded !== undefined) {
        const members = { ...(encoded as object), ...draft.extraBody };
        const parts = Object.entries(members).flatMap(([name, member]) =>
          partsOf(draft, name, member),
        );
        // Two UUIDs have 244 random bits.
        const { random } = job;
        const boundary = `${random.uuid()}${random.uuid()}`.replace(/-/g, "");
        sendPieces(
          draft,
          [
            ...parts.flatMap((part) => framed(part, boundary)),
            textPiece(`--${boundary}--\r\n`),
          ],
          `multipart/form-data; boundary=${boundary}`,
        );
      }
      draft.path.length = 0;
    },
  };
}

/** A part: its headers behind its name, and what is in it. */
interface BodyPart extends SizedPiece {
  readonly head: string;
}

/** Whether the value at hand is a member or an item of one, and so a part: what lies deeper is inside JSON. */
function isPart({ path }: Draft): boolean {
  return path.length === 2 || (path.length === 3 && Number.isInteger(path[2]));
}

function partsOf(draft: Draft, name: string, value: unknown): BodyPart[] {
  return [value]
    .flat()
    .flatMap((item): readonly BodyPart[] =>
      item == null ? [] : [partOf(draft, name, item)],
    );
}

function partOf(draft: Draft, name: string, value: {}): BodyPart {
  const file = sourceOf(value);
  if (file) {
    draft.path.push(name);
    checkFile(draft, file);
    draft.path.pop();
    const fileName = escaped(file.name ?? name);
    const type = file.type ?? mediaTypeOf(file.name);
    return {
      head: `${escaped(name)}"; filename="${fileName}"\r\nContent-Type: ${type}`,
      piece: file.content,
      size: file.size,
    };
  }
  if (typeof value !== "object")
    return { head: `${escaped(name)}"`, ...textPiece(String(value)) };
  const json = (draft.stringify ?? JSON.stringify)(value);
  const head = `${escaped(name)}"\r\nContent-Type: application/json`;
  return { head, ...textPiece(json) };
}

function framed(
  { head, ...content }: BodyPart,
  boundary: string,
): SizedPiece[] {
  const before = `--${boundary}\r\nContent-Disposition: form-data; name="${head}\r\n\r\n`;
  return [textPiece(before), content, textPiece("\r\n")];
}

function textPiece(text: string): SizedPiece {
  const piece = new TextEncoder().encode(text);
  return { piece, size: piece.length };
}

/** What would end a quoted name, as HTML has it (FILE-3). */
function escaped(name: string): string {
  return name.replace(/"/g, "%22").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
