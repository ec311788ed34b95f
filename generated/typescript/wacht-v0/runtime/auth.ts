import { ConfigError } from "./errors/refusals.js";
import type { HeaderValues } from "./options.js";
import type { Redact } from "./redact.js";
import type { Settings } from "./settings.js";
import type { Transport } from "./transport.js";

/** The parts of a request that credentials go into. */
export interface AuthTarget {
  readonly headers: Headers;
  /** Encoded `name=value` pairs. */
  readonly query: string[];
  readonly cookies: string[];
}

/** A way to show the credential that a client option holds. */
export interface AuthScheme {
  /** The option's name. */
  readonly credential: string;
  apply?(target: AuthTarget, credential: unknown): void;
  /** Stands before the transport, for what needs the finished request. */
  wrap?(
    transport: Transport,
    credential: unknown,
    call: { readonly id: string; readonly redact: Redact },
  ): Transport;
}

/** Any of these sets, all schemes of a set together; an empty set needs nothing (AUTH-1). */
export type AuthRequirement = readonly (readonly AuthScheme[])[];

/** `Authorization: Bearer <credential>`. */
export function bearer(credential: string): AuthScheme {
  return {
    credential,
    apply({ headers }, value) {
      headers.set("authorization", `Bearer ${value}`);
    },
  };
}

/** The first set that there are credentials for; none where a caller's own header stands in (AUTH-4). */
export function choose(
  { service, credentials, options }: Settings,
  requirement: AuthRequirement | undefined,
  headers: HeaderValues | undefined,
): readonly AuthScheme[] {
  const missingOf = (schemes: readonly AuthScheme[]): string | undefined =>
    schemes
      .map(({ credential }) => credential)
      .find((each) => !credentials.has(each));
  const found = requirement?.find((schemes) => !missingOf(schemes));
  const missing = missingOf(requirement?.[0] ?? []);
  const own = Object.keys({ ...options.headers, ...headers }).join();
  if (found || !missing || /\bauthorization\b/i.test(own)) return found ?? [];
  const { env, credentials: names } = service;
  const hint = env ? `: set it or ${env}_${names?.[missing]}` : "";
  throw new ConfigError(missing, "option", `is missing${hint}`);
}
