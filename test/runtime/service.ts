import {
  ApiError,
  bearer,
  Call,
  Client,
  nothing,
  object,
  optional,
  string,
  type BaseOptions,
  type CallInput,
  type Codec,
  type ErrorCases,
  type Operation,
  type OperationSpec,
  type Reader,
  type Service,
} from "../../templates/typescript/runtime/index.js";
import { answer, json as jsonReply, rawServer, type RawServer, type Reply } from "../support/raw-server.js";
import { afterAll, afterEach, beforeAll } from "vitest";

export const sentinel = "SENTINEL-SECRET";

export interface ErrorBody {
  error?: { code?: string; message?: string };
}

export const ErrorBody: Codec<ErrorBody> = object(() => ({
  error: optional(object(() => ({ code: optional(string), message: optional(string) }))),
}));

export class NotFoundError extends ApiError<404, ErrorBody> {
  override get kind(): "NotFound" {
    return "NotFound";
  }
}

export class RateLimitedError extends ApiError<429, ErrorBody> {
  override get kind(): "RateLimited" {
    return "RateLimited";
  }
}

export class ServerError extends ApiError<number, ErrorBody> {
  override get kind(): "ServerError" {
    return "ServerError";
  }
}

export const everywhere: ErrorCases = { 429: RateLimitedError, "5xx": ServerError };

/** A service like the ones that are generated. */
export const service: Service = {
  name: "wacht",
  version: "1.2.0",
  baseUrl: "https://api.wacht.dev",
  env: "WACHT",
  credentials: { apiKey: "API_KEY" },
  auth: () => [[bearer("apiKey")]],
  requestId: ["x-request-id", "request-id"],
  errors: {
    names: { 404: "NotFound", 409: "Conflict", 429: "RateLimited", "5xx": "ServerError" },
    body: () => ErrorBody,
    message: ["error.message", "errors.0.message", "message"],
    code: ["error.code", "errors.0.code"],
  },
};

export interface Options extends BaseOptions {
  readonly apiKey?: string;
}

/** A client of the service that sees no environment but its own, and makes one attempt unless told otherwise. */
export function clientOf(options: Options = {}, of: Service = service): Client {
  return new Client(of, { apiKey: sentinel, env: {}, retry: 1, ...options } as Options);
}

/** An operation with whatever matters to a test. */
export function operationOf<T>(spec: Partial<OperationSpec<T>>, method = "GET", path = "/things"): Operation<T> {
  return { id: "things.test", method, path, spec: () => ({ returns: { 204: nothing as Reader<never> }, ...spec }) };
}

export function callOf<T>(
  client: Client,
  spec: Partial<OperationSpec<T>>,
  input: CallInput = {},
  method = "GET",
  path = "/things",
): Call<T> {
  return new Call<T>(client, operationOf(spec, method, path), input);
}

/** A server for all tests of a file; each begins with no requests and an empty answer. */
export function withServer(): RawServer {
  const holder = {} as { server: RawServer };
  beforeAll(async () => {
    holder.server = await rawServer();
  });
  afterEach(() => {
    holder.server.requests.length = 0;
    holder.server.replies = [answer(204)];
  });
  afterAll(() => holder.server.close());
  return new Proxy({} as RawServer, {
    get: (_, name) => Reflect.get(holder.server, name) as unknown,
    set: (_, name, value) => Reflect.set(holder.server, name, value),
  });
}

/** The error that `call` ends with, as the class that is expected. */
export async function failureOf<E>(call: { send(): Promise<unknown> }, Class: abstract new (...args: never[]) => E): Promise<E> {
  try {
    await call.send();
  } catch (error) {
    if (error instanceof Class) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

export type { Reply };
export { answer, jsonReply };
