import type { AuthScheme } from "../model/index.js";
import type { Received } from "./request/received.js";
import type { Service } from "./service.js";

/** Who calls. */
export type Caller =
  /** The credentials of one of the sets that the operation admits; none where it needs none. */
  { readonly kind: "known"; readonly credentials: readonly string[] } | { readonly kind: "unknown"; readonly problem: string };

/** Holds a request against the operation's schemes. `keys` are the only credentials that count; any is as good as another without them. */
export function callerOf({ model }: Service, received: Received, keys: readonly string[] | undefined): Caller {
  const { anyOf } = received.operation.auth;
  if (anyOf.length === 0) return { kind: "known", credentials: [] };
  const schemes = new Map(model.client.schemes.map((scheme) => [scheme.name, scheme]));
  const sets = anyOf.map(({ allOf }) => allOf.flatMap((name) => schemes.get(name) ?? []));
  const credentials = sets.map((set) => set.map((scheme) => credentialOf(scheme, received)));
  const whole = credentials.filter((set) => set.every((credential) => credential !== undefined));
  const accepted = whole.find((set) => set.every((each) => each === "" || keys === undefined || keys.includes(each ?? "")));
  if (accepted) return { kind: "known", credentials: accepted.filter((each) => each !== undefined) };
  if (whole.length > 0) return { kind: "unknown", problem: "the credential is none of those that the mock was given" };
  return { kind: "unknown", problem: `there is no credential: ${sets.map((set) => set.map(shownScheme).join(" and ")).join(", or ")}` };
}

/** Undefined if the request has none; the empty text for `custom`, which nobody here can read. */
function credentialOf({ kind, wire }: AuthScheme, { headers, query, cookies }: Received): string | undefined {
  switch (kind) {
    case "bearer":
      return /^bearer +(\S.*)$/i.exec(headers.get(wire) ?? "")?.[1];
    case "basic": {
      const encoded = /^basic +(\S+)$/i.exec(headers.get(wire) ?? "")?.[1];
      return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString();
    }
    case "header":
      return headers.get(wire) ?? undefined;
    case "query":
      return query.find(({ name }) => name === wire)?.text;
    case "cookie":
      return cookies.find(({ name }) => name === wire)?.text;
    case "custom":
      return "";
  }
}

function shownScheme({ kind, wire }: AuthScheme): string {
  switch (kind) {
    case "bearer":
      return "`Authorization: Bearer ...` is wanted";
    case "basic":
      return "`Authorization: Basic ...` is wanted";
    case "custom":
      return "a signature of the service's own is wanted";
    default:
      return `the ${kind === "query" ? "query parameter" : kind} \`${wire}\` is wanted`;
  }
}

/** The scheme of a `WWW-Authenticate` header (RFC 9110, 11.6.1). */
export function challengeOf({ model }: Service): string {
  const kinds = new Set(model.client.schemes.map(({ kind }) => kind));
  return kinds.has("basic") && !kinds.has("bearer") ? 'Basic realm="mock"' : "Bearer";
}
