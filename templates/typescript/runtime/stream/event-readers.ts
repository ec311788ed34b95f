import type { Codec } from "../codecs/codec.js";
import { decodeText, decodeValue } from "../codecs/json-answer.js";
import type { Bag, ObjectCodec } from "../codecs/object.js";
import { parseJson } from "../codecs/parse-json.js";
import type { EventReader } from "./sse.js";

/** The data is the value, as JSON; its own members say what it is. */
export function byData<T>(codec: Codec<T>): EventReader<T> {
  return ({ data }) => decodeText(data, codec);
}

/** The data is the value, as text. */
export const asText: EventReader<string> = ({ data }) => data;

/**
 * The data is an object, and the event's name its member `tag`. Where `codec` does
 * not know the name, data of another kind is kept as the member `data`.
 */
export function byName<T>(tag: string, codec: ObjectCodec<T>): EventReader<T> {
  return ({ event, data }) => {
    const json = jsonOf(codec, event, data || "{}");
    if (!isObject(json) && codec.knows?.(event)) return decodeText(data, codec);
    const members = isObject(json) ? json : { data: json };
    return decodeValue({ [tag]: event, ...members, [tag]: event }, data, codec);
  };
}

/** The event's name is the member `tag`, the data the member `content` beside it. */
export function byNameBeside<T>(
  tag: string,
  content: string,
  codec: ObjectCodec<T>,
): EventReader<T> {
  return ({ event, data }) => {
    const name = `${JSON.stringify(tag)}:${JSON.stringify(event)}`;
    const rest = data && `,${memberOf(content, codec, event, data)}`;
    return decodeText(`{${name}${rest}}`, codec);
  };
}

/** The data is the only member, and the event's name its name. */
export function byNameAround<T>(codec: ObjectCodec<T>): EventReader<T> {
  return ({ event, data }) =>
    decodeText(`{${memberOf(event, codec, event, data || "{}")}}`, codec);
}

/** `"key":data` as JSON text, with every digit that the data has. */
function memberOf(
  key: string,
  codec: ObjectCodec<unknown>,
  event: string,
  data: string,
): string {
  const isText = jsonOf(codec, event, data) === data;
  return `${JSON.stringify(key)}:${isText ? JSON.stringify(data) : data}`;
}

/** The data as JSON; that of an unknown event may be text. */
function jsonOf(
  codec: ObjectCodec<unknown>,
  event: string,
  data: string,
): unknown {
  try {
    return parseJson(data);
  } catch (mismatch) {
    if (codec.knows?.(event)) throw mismatch;
    return data;
  }
}

function isObject(json: unknown): json is Bag {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
