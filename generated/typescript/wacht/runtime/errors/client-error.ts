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
  constructor(operation: string, words: string, details: Details) {
    const { status, errorName, code, requestId }: Mentioned = details;
    const { kind } = new.target.prototype;
    const label = [status, kind, errorName].filter(Boolean).join(" ");
    const notes = [
      status && code && `code ${code}`,
      requestId && `request ${requestId}`,
    ].filter(Boolean);
    super(
      `${operation && `${operation}: `}${label}: ${words}${notes[0] ? ` (${notes.join(", ")})` : ""}`,
    );
    for (const [name, value] of Object.entries(details))
      Object.defineProperty(this, name, { value });
  }

  /** The error's flat name: `Timeout`, `Config`, or one of the service's own. */
  abstract get kind(): string;

  override get name(): string {
    return this.kind.replace(/(Error)?$/, "Error");
  }
}
