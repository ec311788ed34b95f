import { surface } from "heddle:surface";
import type { TypeRef } from "../../../../model/index.js";
import type { Failure } from "../../../harness/protocol.js";
import type { Description } from "../templates/description.js";
import { plain, ToLogical } from "../../../logical/to-logical.js";
import type { Types } from "../../../logical/types.js";

/** An error as data: its own properties in snake case, and what its class computes. */
export function failureOf(error: unknown, operation: string | undefined, description: Description, types: Types): Failure {
  if (!(error instanceof Error)) return { kind: typeof error, text: String(error) };
  const own: readonly (readonly [string, unknown])[] = Object.getOwnPropertyNames(error)
    .filter((name) => !["stack", "message", "headers", "body", "cause"].includes(name))
    .map((name) => [names.get(name) ?? snake(name), propertyOf(error, name)]);
  const kind: unknown = Reflect.get(error, "kind");
  const headers: unknown = Reflect.get(error, "headers");
  const body: unknown = Reflect.get(error, "body");
  const ref = bodyType(String(Reflect.get(error, "errorName") ?? kind), operation, description);
  return {
    ...Object.fromEntries(own),
    kind: typeof kind === "string" ? kind : error.name,
    name: error.name,
    text: error.message,
    ...("kind" in error && { is_retryable: surface.isRetryable(error) }),
    ...(headers instanceof Headers && { headers: Object.fromEntries(headers), rate_limit: surface.rateLimitOf({ headers }) }),
    ...(body !== undefined && { body: ref ? new ToLogical(types).value(body, ref) : plain(body) }),
    ...(error.cause !== undefined && { cause: causeOf(error.cause) }),
  };
}

/** The name of a setting is in the schema's spelling, as its key is. */
function propertyOf(error: Error, name: string): unknown {
  const value: unknown = Reflect.get(error, name);
  return name === "setting" && typeof value === "string" && !/^[A-Z_]+$/.test(value) ? snake(value) : plain(value);
}

/** `detail` is what the rules call the message; the class has that name for its text. */
const names = new Map([["detail", "message"]]);

function bodyType(name: string, operation: string | undefined, description: Description): TypeRef | undefined {
  const own = operation === undefined ? undefined : description.operations[operation]?.errors[name];
  return own ?? description.errors[name] ?? description.errorBody;
}

function causeOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return String(cause);
  const code: unknown = Reflect.get(cause, "code");
  return { name: cause.name, text: cause.message, ...(code !== undefined && { code: String(code) }) };
}

export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
