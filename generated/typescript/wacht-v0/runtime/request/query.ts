import type { Codec } from "../codecs/codec.js";
import type { Draft } from "./draft.js";
import { param, type Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";

/** Writes an encoded value under an encoded name as `name=value` pairs. */
export type QueryStyle = (
  name: string,
  value: unknown,
  draft: Draft,
) => readonly string[];

/** Settings of a query parameter. */
export interface QueryOptions {
  /** The name on the wire where it differs. */
  readonly name?: string;
  /** {@link repeat} unless said otherwise (ENC-5). */
  readonly style?: QueryStyle;
  /** What null becomes; left out unless said otherwise (ENC-6). */
  readonly null?: "empty";
}

/** Scalars and lists: `a=1`, `a=1&a=2`. An empty list is left out (ENC-5). */
export const repeat: QueryStyle = (name, value, draft) =>
  [value].flat().map((item) => `${name}=${percentEncode(`${item}`, draft)}`);

/** A query parameter. */
export function query(
  codec: Codec<unknown>,
  options: QueryOptions = {},
): Param {
  return param("query", codec, options.name, (draft, name, value) => {
    if (value === null && !options.null) return;
    const style = options.style ?? repeat;
    draft.query.push(...style(percentEncode(name, draft), value ?? "", draft));
  });
}
