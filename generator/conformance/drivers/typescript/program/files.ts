import { surface } from "heddle:surface";
import { isBag, type Bag } from "../../../logical/types.js";

/** `{$file: {text | base64, name, type, as}}`: a file in one of the forms that a program may have it in. */
export function fileOf({ $file: file }: Bag): unknown {
  const { text, base64, name, type, size, as } = Object(file) as Bag;
  const bytes = text === undefined ? Buffer.from(String(base64 ?? ""), "base64") : Buffer.from(String(text));
  const content = contentOf(Uint8Array.from(bytes), as, type, name);
  if (as === "file" || (name === undefined && type === undefined && size === undefined)) return content;
  return { content, ...(name !== undefined && { name }), ...(type !== undefined && { type }), ...(size !== undefined && { size }) };
}

function contentOf(bytes: Uint8Array<ArrayBuffer>, as: unknown, type: unknown, name: unknown): unknown {
  const options = type === undefined ? {} : { type: String(type) };
  switch (as) {
    case "blob":
      return new Blob([bytes], options);
    case "file":
      return new File([bytes], String(name), options);
    case "buffer":
      return bytes.buffer;
    case "stream":
      return new Blob([bytes]).stream();
    case "response":
      return new Response(bytes);
    case "iterable":
      return pieces(bytes);
    default:
      return bytes;
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 3) {
    await Promise.resolve();
    yield bytes.subarray(at, at + 3);
  }
}

/** `{$media: text/csv, value: ..}`: a body in another than the first of its media types. */
export function mediaOf(value: unknown, convert: (value: unknown) => unknown): unknown {
  if (!isBag(value) || typeof value["$media"] !== "string") return convert(value);
  return surface.media(value["$media"], convert(value["value"]));
}
