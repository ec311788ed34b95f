import type { Codec } from "../codecs/codec.js";
import { decodeText } from "../codecs/json-answer.js";
import { LineParser, type Line } from "./line-parser.js";
import {
  largestFrame,
  unreadable,
  type StreamOptions,
  type StreamType,
} from "./stream-type.js";

/** A stream of JSON values, each on a line of its own (SSE-16). */
export function jsonl<T>(
  codec: Codec<T>,
  options: StreamOptions = {},
): StreamType<T, Line> {
  return {
    ...options,
    accept: "application/jsonl, application/x-ndjson",
    media: /json/i,
    read: unreadable,
    frames: (emit) => new LineParser(options.limit ?? largestFrame, emit),
    decode: ({ data }) => decodeText(data, codec),
  };
}
