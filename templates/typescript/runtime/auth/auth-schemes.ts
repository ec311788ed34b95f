import type { AuthScheme } from "./auth.js";
import { AuthError, ConfigError } from "../errors/refusals.js";
import { addCookie } from "../request/cookie-param.js";
import { inBrowser } from "../client/platform.js";
import { redactCause } from "../client/redact.js";
import type { HttpRequest } from "../http/transport.js";

/** The credential in a header of its own. */
export function headerAuth(credential: string, name: string): AuthScheme {
  return {
    credential,
    apply(headers, _, value) {
      headers.set(name, `${value}`);
    },
  };
}

/** The credential in the query; `name` is percent-encoded already. */
export function queryAuth(credential: string, name: string): AuthScheme {
  return {
    credential,
    apply(_, draft, value) {
      draft.query.push(`${name}=${encodeURIComponent(`${value}`)}`);
    },
  };
}

/** The credential in a cookie, as it is; not in browsers, which send no cookies of a program. */
export function cookieAuth(credential: string, name: string): AuthScheme {
  return {
    credential,
    apply(_, draft, value) {
      if (inBrowser())
        throw new ConfigError(
          credential,
          "option",
          "a browser sends no cookies of a program",
        );
      addCookie(draft, `${name}=${value}`);
    },
  };
}

/** User and password of the Basic scheme (RFC 7617). */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** `Authorization: Basic ..` from a {@link BasicCredential} or from `user:password`. */
export function basic(credential: string): AuthScheme {
  return {
    credential,
    apply(headers, _, value) {
      const { username, password } = value as BasicCredential;
      const pair =
        typeof value === "string" ? value : `${username}:${password}`;
      const bytes = new TextEncoder().encode(pair);
      headers.set(
        "authorization",
        `Basic ${btoa(String.fromCharCode(...bytes))}`,
      );
    },
  };
}

/** A function of the caller from request to request. */
export type Signer = (
  request: HttpRequest,
) => HttpRequest | Promise<HttpRequest>;

/** Authentication by a {@link Signer}: called last, once per attempt. */
export function custom(credential: string): AuthScheme {
  return {
    credential,
    apply(_, __, signer, job) {
      const { id, redact } = job;
      job.sign = (transport) => async (request) => {
        let signed: HttpRequest;
        try {
          signed = await (signer as Signer)(request);
        } catch (error) {
          throw new AuthError(id, "the request could not be authenticated", {
            cause: redactCause(error, redact),
          });
        }
        return transport(signed);
      };
    },
  };
}
