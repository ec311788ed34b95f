import type { Codec } from "./codec.js";
import { decodeText } from "./json-answer.js";
import { Mismatch } from "./mismatch.js";
import type { Reader } from "../call/operation.js";

/**
 * What a header's text may stand for, as JSON: itself, or the number or boolean
 * that it spells; a list of the one or of the other.
 */
function readings(text: string): string[] {
  const items = text.split(/\s*,\s*/);
  return [JSON.stringify(text), text, JSON.stringify(items), `[${text}]`];
}

/** The first reading that `codec` takes; throws {@link Mismatch} that names the header. */
function decodeHeader(
  name: string,
  text: string | null,
  codec: Codec<unknown>,
): unknown {
  let first: unknown;
  for (const reading of text === null ? [""] : readings(text)) {
    try {
      return decodeText(reading, codec);
    } catch (error) {
      first ??= error;
    }
  }
  if (!(first instanceof Mismatch)) throw first;
  const { expected, got } = first.details;
  throw new Mismatch(name, expected, got, "", `${text ?? ""}`);
}

/**
 * `reader`, and the response headers that the schema declares, each decoded to
 * its type: what `withResponse()` gives as `typedHeaders` (HDR-4). One that does
 * not fit is a `DecodeError`, as a member of a body is. `wire` has the names of
 * headers that are called otherwise in the program.
 */
export function withHeaders<T>(
  reader: Reader<T>,
  headers: { readonly [name: string]: Codec<unknown> },
  wire: { readonly [name: string]: string } = {},
): Reader<T> {
  return {
    ...reader,
    typed(all) {
      const entries = Object.entries(headers).map(([name, codec]) => {
        const header = wire[name] ?? name;
        return [name, decodeHeader(header, all.get(header), codec)] as const;
      });
      const there = entries.filter(([, value]) => value !== undefined);
      return { typedHeaders: Object.fromEntries(there) };
    },
  };
}
