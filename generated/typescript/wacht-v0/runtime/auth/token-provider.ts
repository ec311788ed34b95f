import { AuthError } from "../errors/refusals.js";
import type { Job } from "../call/job.js";
import { redactCause } from "../client/redact.js";

/** A credential that ends. */
export interface Token {
  readonly token: string;
  /** When it ends, a date or milliseconds since 1970; absent: never. */
  readonly expiresAt?: Date | number | undefined;
}

/** Asks for a credential: a token service, a key store. */
export type AskForToken = () => Promise<Token | string>;

/** A credential that is asked for when it is needed; made by {@link tokenProvider}. */
export interface TokenProvider {
  (job: Job): Promise<string>;
  /** Never there: it keeps other functions from passing for providers. */
  readonly cached: true;
}

/** Less time left, in milliseconds: asked again while the old one is still used; and before anything is sent (AUTH-2). */
const [ahead, atOnce] = [120_000, 30_000];

/** Calls whose credential the service refused once (AUTH-3). */
const refused = /* @__PURE__ */ new WeakSet<Job>();

/**
 * A credential from a function, kept until it is about to end. Many calls at once
 * ask only once. If the service refuses the credential (401), it is asked for again
 * and the call is repeated, once.
 *
 * @example
 * const apiKey = tokenProvider(async () => {
 *   const { access_token, expires_in } = await login();
 *   return { token: access_token, expiresAt: Date.now() + expires_in * 1000 };
 * });
 */
export function tokenProvider(ask: AskForToken): TokenProvider {
  let kept: Token | undefined;
  let coming: Promise<Token> | undefined;
  const refresh = (): Promise<Token> =>
    (coming ??= asked(ask)
      .then((token) => (kept = token))
      .finally(() => (coming = undefined)));
  const read = async (now: number): Promise<Token> => {
    const left = Number(kept?.expiresAt ?? Infinity) - now;
    if (!kept || left < atOnce) return refresh();
    if (left <= ahead) refresh().catch((): undefined => undefined);
    return kept;
  };
  const provide = async (job: Job): Promise<string> => {
    const used = await read(job.clock.now()).catch((error: unknown): never => {
      throw new AuthError(job.id, "the credential could not be had", {
        cause: redactCause(error, job.redact),
      });
    });
    onRefusal(job, () => {
      if (kept === used) kept = undefined;
    });
    const { redact } = job;
    job.redact = (text) => redact(text).replaceAll(used.token, "***");
    return used.token;
  };
  return Object.assign(provide, { cached: true } as const);
}

async function asked(ask: AskForToken): Promise<Token> {
  const given = await ask();
  const token = typeof given === "string" ? { token: given } : given;
  if (!/^[!-~]+$/.test(token.token))
    throw new TypeError("a token must be visible ASCII without spaces");
  return token;
}

/** Lets the call forget what was refused, and try again once. */
function onRefusal(job: Job, forget: () => void): void {
  const { renew } = job;
  job.renew = (error) => {
    const { status } = error as { readonly status?: number };
    const again = status === 401 && !refused.has(job);
    if (again) {
      renew?.(error);
      refused.add(job);
      forget();
    }
    return again;
  };
}
