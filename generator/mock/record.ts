import type { Json } from "../model/index.js";

/** A request that the mock has answered. Credentials are `***`. */
export interface MockRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Id of the operation, `ai.create_execution_context` say; absent if there is none for the path and method. */
  readonly operation?: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON, form or multipart body; absent for texts and bytes. */
  readonly body?: Json;
  /** Absent if the connection was reset. */
  readonly status?: number;
  /** Milliseconds until the answer began. */
  readonly duration: number;
  /** Why it was refused. */
  readonly problems: readonly string[];
  /** What is worth knowing, and was no reason to refuse. */
  readonly notes: readonly string[];
}

const secret = /key|token|secret|signature|password|^authorization$|^proxy-authorization$|^cookie$/i;

/** Headers without credentials: whatever a scheme of the service reads, and what looks like one. */
export function shownHeaders(headers: Headers, schemes: readonly string[]): Readonly<Record<string, string>> {
  const hidden = new Set(schemes.map((name) => name.toLowerCase()));
  return Object.fromEntries([...headers].map(([name, value]) => [name, hidden.has(name) || secret.test(name) ? "***" : value]));
}

/** A request target whose credentials are hidden. */
export function shownTarget(path: string, query: string, schemes: readonly string[]): string {
  if (query === "") return path;
  const parts = query.split("&").map((part) => {
    const [name = ""] = part.split("=");
    return schemes.includes(name) || secret.test(name) ? `${name}=***` : part;
  });
  return `${path}?${parts.join("&")}`;
}
