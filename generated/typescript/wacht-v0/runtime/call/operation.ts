import type { AuthRequirement } from "../auth/auth.js";
import type { Draft } from "../request/draft.js";
import type { ErrorCases } from "../errors/error-cases.js";
import type { Job } from "./job.js";
import type { IdempotencyKey } from "../retry/idempotency-key.js";
import type { Limit } from "../limit/limit.js";
import type { PageStyle } from "../page/page-style.js";
import type { Param } from "../request/param.js";
import type { RetryPolicy } from "../retry/retry-policy.js";
import type { StreamType } from "../stream/stream-type.js";
import type { Transport } from "../http/transport.js";
import type { Timeouts } from "./timeouts.js";

/** A body type: puts a value into the request. */
export interface BodyType {
  write(draft: Draft, value: unknown, job: Job): void;
}

/** How a successful answer becomes a value. */
export interface Reader<T> {
  /** For the `Accept` header (HDR-3). */
  readonly accept?: string;
  /** Reads the body to its end. */
  read(response: Response): Promise<T>;
  /** The declared headers, decoded (HDR-4). */
  typed?(headers: Headers): { readonly typedHeaders: object };
}

/** What operations differ in; made when one is called. */
export interface OperationSpec<T> {
  readonly path?: { readonly [name: string]: Param };
  /** Query, header and cookie parameters. */
  readonly params?: { readonly [name: string]: Param };
  readonly body?: BodyType;
  /** Readers by status; an undeclared 2xx is read by the first (ERR-1). */
  readonly returns: { readonly [status: number]: Reader<T> };
  /** How the answer becomes a stream, where it can be one. */
  readonly stream?: StreamType<unknown>;
  readonly errors?: ErrorCases;
  readonly timeout?: Timeouts;
  /** Where it differs from the service's. */
  readonly auth?: AuthRequirement;
  /** May be repeated though its method says otherwise (RETRY-1). */
  readonly idempotent?: true;
  /** Where it differs from the service's. */
  readonly retry?: RetryPolicy;
  /** For operations that send one (RETRY-6). */
  readonly idempotencyKey?: IdempotencyKey;
  readonly limit?: Limit;
  /** Follows redirects, for methods that may be redirected (CFG-8); absent: a redirect is an answer. */
  readonly redirects?: (transport: Transport) => Transport;
  /** How the list goes on that the answer is a page of. */
  readonly page?: PageStyle;
}

/** One operation of the service. */
export interface Operation<T> {
  /** `ai.list_execution_contexts`: what error texts begin with. */
  readonly id: string;
  readonly method: string;
  /** Appended to the base URL; `{name}` stands for a path parameter. */
  readonly path: string;
  readonly spec: () => OperationSpec<T>;
}

/** A call's arguments, by name. */
export interface CallInput {
  readonly path?: { readonly [name: string]: unknown };
  /** Query, header and cookie parameters. */
  readonly params?: object;
  readonly body?: unknown;
  /** Absolute, instead of path and query: where a page says that the next one is. */
  readonly url?: string;
}

const specs = /* @__PURE__ */ new WeakMap<object, OperationSpec<unknown>>();

/** What an operation says of itself, made once. */
export function specOf(operation: Operation<unknown>): OperationSpec<unknown> {
  const spec = specs.get(operation) ?? operation.spec();
  specs.set(operation, spec);
  return spec;
}
