import type { Draft } from "./draft.js";
import type { Codec } from "../codecs/codec.js";
import { ConfigError } from "../errors/refusals.js";
import type { NameOptions } from "./header-param.js";
import { param, type Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";
import { inBrowser } from "../client/platform.js";

/** Adds a pair to the request's one `Cookie` header. */
export function addCookie(draft: Draft, pair: string): void {
  const before = draft.headers["cookie"];
  draft.headers["cookie"] = before ? `${before}; ${pair}` : pair;
}

/** A cookie parameter, percent-encoded; browsers do not let programs send cookies. */
export function cookie(
  codec: Codec<unknown>,
  options: NameOptions = {},
): Param {
  return param("cookie", codec, options.name, (draft, name, value) => {
    if (value === null) return;
    if (inBrowser())
      throw new ConfigError(
        name,
        "parameter",
        "a browser sends no cookies of a program",
      );
    addCookie(draft, `${name}=${percentEncode(`${value}`, draft)}`);
  });
}
