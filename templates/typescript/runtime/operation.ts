import type { Codec } from "./codec.js";
import type { ErrorCases } from "./errors/api-error.js";
import type { AuthRequirement } from "./auth.js";
import type { Draft } from "./draft.js";

/** Milliseconds; 0 is no limit, absent is inherited. */
export interface Timeouts {
  /** From the first byte sent to the last byte of the body. */
  readonly attempt?: number;
  /** The whole call. */
  readonly total?: number;
}

/** A parameter: puts its value into the request. */
export interface Param {
  add(draft: Draft, name: string, value: unknown): void;
}

/** A body: puts its value into the request. */
export interface BodyType {
  write(draft: Draft, value: unknown): void;
}

/** How a successful answer is read. */
export interface Reader<T> {
  /** For the `Accept` header; absent if nothing is returned. */
  readonly accept?: string;
  read(text: string): T;
  readonly phantom?: Codec<T>;
}

/** What differs between operations; made on the first call. */
export interface OperationSpec<T> {
  readonly path?: { readonly [name: string]: Param };
  readonly params?: { readonly [name: string]: Param };
  readonly body?: BodyType;
  /** Readers by status. */
  readonly returns: { readonly [status: number]: Reader<T> };
  readonly errors?: ErrorCases;
  readonly timeout?: Timeouts;
  /** Where it differs from the service's. */
  readonly auth?: AuthRequirement;
  /** May be repeated though its method says otherwise. */
  readonly idempotent?: true;
}

/** One operation of the service. */
export interface Operation<T> {
  /** `ai.list_execution_contexts`: what error texts begin with. */
  readonly id: string;
  readonly method: string;
  /** Appended to the base URL; `{name}` stands for a path parameter. */
  readonly path: string;
  spec(): OperationSpec<T>;
}

/** A call's arguments, by wire name. */
export interface CallInput {
  readonly path?: { readonly [name: string]: unknown };
  readonly params?: object;
  readonly body?: unknown;
}
