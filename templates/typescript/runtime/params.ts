import type { Codec } from "./codec.js";
import type { Draft } from "./draft.js";
import type { Param } from "./operation.js";
import { percentEncode } from "./percent-encoding.js";

/** Writes one encoded value as `name=value` pairs, percent-encoded. */
export type QueryStyle = (name: string, value: unknown) => string[];

/** Settings of a query parameter. */
export interface QueryOptions {
  /** The name on the wire where it differs. */
  readonly name?: string;
  /** {@link repeat} unless said otherwise (ENC-5). */
  readonly style?: QueryStyle;
  /** What null becomes; left out unless said otherwise (ENC-6). */
  readonly null?: "empty";
}

/** A list is written as `a=1&a=2`, anything else as `a=1` (ENC-5). */
export const repeat: QueryStyle = (name, value) =>
  [value].flat().map((item) => `${name}=${percentEncode(String(item))}`);

/** A query parameter. */
export function query(
  codec: Codec<unknown>,
  options: QueryOptions = {},
): Param {
  return {
    add(draft: Draft, name: string, value: unknown): void {
      const encoded = codec.encode(value, draft);
      if (encoded === null && options.null !== "empty") return;
      if (encoded === undefined) return;
      draft.query.push(
        ...(options.style ?? repeat)(
          percentEncode(options.name ?? name),
          encoded ?? "",
        ),
      );
    },
  };
}

/** A path parameter that fills one segment; its slashes are encoded (ENC-9). */
export function segment(codec: Codec<unknown>): Param {
  return {
    add(draft: Draft, name: string, value: unknown): void {
      draft.segments[name] = percentEncode(String(codec.encode(value, draft)));
    },
  };
}
