/** What of an error's details its text mentions. */
interface Mentioned {
  readonly status?: number;
  readonly errorName?: string | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
}

/**
 * The root of everything a call can throw. `kind` tells the classes apart, also
 * in minified programs and across copies of this module. The text is one line:
 * `ai.get: 404 NotFound: Agent not found (code agent_not_found, request req_9)`
 * (ERR-5). Details are not enumerable, so that printing an error shows neither
 * headers nor bodies (SEC-1).
 */
export abstract class ClientError<
  Details extends object = object,
> extends Error {
  /** How many attempts the call made; undefined if the error is not of a call. */
  declare readonly attempts: number | undefined;
  /** What earlier attempts came to, a line each (RETRY-10). */
  declare readonly failures: readonly string[] | undefined;
  /** Whether the same call may succeed later and repeating it does no harm (1.4). */
  declare readonly retryable: boolean | undefined;
  /** Milliseconds that the service asks to wait (RETRY-4). */
  declare readonly retryAfter: number | undefined;
  /** Why the call was not repeated though it could be (RETRY-5). */
  declare readonly retriesRefused: "quota" | undefined;

  constructor(operation: string, words: string, details: Details) {
    const about: Mentioned = details;
    const { kind } = new.target.prototype;
    const label = [about.status, kind, about.errorName].filter(Boolean);
    const code = about.status && about.code && `code ${about.code}`;
    const request = about.requestId && `request ${about.requestId}`;
    const notes = [code, request].filter(Boolean).join(", ");
    const text = [operation, label.join(" "), words].filter(Boolean).join(": ");
    super(notes ? `${text} (${notes})` : text);
    attach(this, details);
  }

  /** The error's flat name: `Timeout`, `Config`, or one of the service's own. */
  abstract get kind(): string;

  override get name(): string {
    return this.kind.replace(/(Error)?$/, "Error");
  }
}

/** Adds to what `error` carries, out of sight of whoever prints it. */
export function attach(error: ClientError, details: object): void {
  for (const [name, value] of Object.entries(details))
    Object.defineProperty(error, name, { value, configurable: true });
}
