import { ConfigError } from "./errors/refusals.js";
import type { HeaderValues } from "./options.js";
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
    call: { readonly id: string; readonly settings: Settings },
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
  { service, credentials, environment, options }: Settings,
  requirement: AuthRequirement | undefined,
  headers: HeaderValues | undefined,
): readonly AuthScheme[] {
  const isMissing = ({ credential }: AuthScheme): boolean =>
    !credentials.has(credential);
  const found = requirement?.find((schemes) => !schemes.some(isMissing));
  const missing = requirement?.[0]?.find(isMissing)?.credential;
  const own = Object.keys({ ...options.headers, ...headers });
  if (found || !missing || /\bauthorization\b/i.test(own.join()))
    return found ?? [];
  const [variable] = environment(service.credentials?.[missing] ?? "");
  const hint = service.env ? `: set it or ${variable}` : "";
  throw new ConfigError(missing, "option", `is missing${hint}`);
}
