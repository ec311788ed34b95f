import { encodeBase64 } from "../codecs/bytes.js";
import { object, type Fields, type ObjectCodec } from "../codecs/object.js";
import { checkFile } from "./file-body.js";
import { sourceOf, type FileSource } from "./file-source.js";
import { joined } from "./joined-pieces.js";
import { mediaTypeOf } from "./media-type.js";

/** The members of an object that hold a file's bytes, its name and its media type. */
export interface FilePlaces {
  readonly data: string;
  readonly name?: string;
  readonly type?: string;
}

/** An object that is a file: given as that, or as the file itself, which is read when the call is sent (FILE-2). */
export function embeddedFile<T>(
  places: FilePlaces,
  fields: () => Fields,
): ObjectCodec<T> {
  const whole = object<T>(fields);
  return {
    ...whole,
    run(value, at) {
      const file = sourceOf(value);
      const part = file ? value : partOf(places, value);
      if (at.isFile?.(part)) return part;
      if (!file || !at.later) return whole.run(value, at);
      checkFile(at, file);
      const made = whole.run(objectOf(places, file), { ...at, checked: false });
      at.later(async () => {
        Object.assign(made as object, { [places.data]: await base64Of(file) });
      });
      return made;
    },
  };
}

/** The object that a file becomes, still without its bytes. */
function objectOf({ data, name, type }: FilePlaces, file: FileSource): object {
  return {
    [data]: new Uint8Array(),
    ...(name && { [name]: file.name ?? "file" }),
    ...(type && { [type]: file.type ?? mediaTypeOf(file.name) }),
  };
}

/** The same the other way round, for a body of parts. */
function partOf(
  { data, name = "", type = "" }: FilePlaces,
  value: unknown,
): object {
  const members = Object(value) as { readonly [name: string]: unknown };
  return { content: members[data], name: members[name], type: members[type] };
}

async function base64Of({ content }: FileSource): Promise<string> {
  const body = new Response(joined([content], () => undefined));
  return encodeBase64(new Uint8Array(await body.arrayBuffer()));
}
