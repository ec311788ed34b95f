import type { Credentials } from "./credentials.js";
import { ConfigError } from "./errors/refusals.js";
import type { HeaderValues } from "./options.js";
import type { Service } from "./service.js";
import type { HttpRequest } from "./transport.js";

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
  /** Changes the finished request, last of all and once per attempt. */
  sign?(
    request: HttpRequest,
    credential: unknown,
  ): HttpRequest | Promise<HttpRequest>;
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
  service: Service,
  requirement: AuthRequirement | undefined,
  credentials: Credentials,
  headers: HeaderValues | undefined,
): readonly AuthScheme[] {
  const [first] = requirement ?? [];
  const found = requirement?.find((schemes) =>
    schemes.every(({ credential }) => credentials.has(credential)),
  );
  if (found || !first) return found ?? [];
  if (/^authorization$/im.test(Object.keys(headers ?? {}).join("\n")))
    return [];
  const missing = first.find(({ credential }) => !credentials.has(credential));
  const option = missing?.credential ?? "";
  const variable = service.credentials?.[option];
  const hint = service.env && variable ? ` or ${service.env}_${variable}` : "";
  throw new ConfigError(option, "option", `is not set; set it${hint}`);
}
