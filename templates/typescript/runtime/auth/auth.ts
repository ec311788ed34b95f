import type { Draft } from "../request/draft.js";
import { ConfigError } from "../errors/refusals.js";
import type { HeaderValues } from "../client/options.js";
import type { Job } from "../call/job.js";
import type { Settings } from "../client/settings.js";

/** A way to show the credential that a client option holds. */
export interface AuthScheme {
  /** The option's name. */
  readonly credential: string;
  /** Shows it to one attempt, or lets the job sign finished requests with it. */
  apply(headers: Headers, draft: Draft, credential: unknown, job: Job): void;
}

/** Any of these sets, all schemes of a set together; an empty set needs nothing (AUTH-1). */
export type AuthRequirement = readonly (readonly AuthScheme[])[];

/** `Authorization: Bearer <credential>`. */
export function bearer(credential: string): AuthScheme {
  return {
    credential,
    apply(headers, _, value) {
      headers.set("authorization", `Bearer ${value}`);
    },
  };
}

/** The first set that there are credentials for; none where a caller's own header stands in (AUTH-4). */
export function choose(
  settings: Settings,
  requirement: AuthRequirement | undefined,
  headers: HeaderValues | undefined,
): readonly AuthScheme[] {
  const missingOf = (schemes: readonly AuthScheme[] = []): string | undefined =>
    schemes.find((scheme) => !settings.credentials.has(scheme.credential))
      ?.credential;
  const found = requirement?.find((schemes) => !missingOf(schemes));
  const missing = missingOf(requirement?.[0]);
  if (found || !missing) return found ?? [];
  const own = Object.keys({ ...settings.options.headers, ...headers }).join();
  if (/\bauthorization\b/i.test(own)) return [];
  const { env, credentials } = settings.service;
  const hint = env ? `: set it or ${env}_${credentials?.[missing]}` : "";
  throw new ConfigError(missing, "option", `is missing${hint}`);
}
