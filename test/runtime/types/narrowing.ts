import type {
  ApiError,
  Call,
  CallError,
  Codec,
  DirectCall,
  EnumCodec,
  Infer,
  ObjectCodec,
  RawResponse,
  Result,
  UnknownMember,
  UnknownVariant,
  WithResponse,
  WithTypedHeaders,
} from "../../../templates/typescript/runtime/index.js";

/** Fails to compile unless both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export type Holds<T extends true> = T;

// JSON-9: a switch over the tag of an open union narrows, and its default sees the unknown.
interface NewMessage {
  type: "new_message";
  message: string;
}
interface Continue {
  type: "continue";
  files?: string[];
}
type Open = NewMessage | Continue | UnknownVariant<"type">;

export function narrow(run: Open): string {
  switch (run.type) {
    case "new_message": {
      const known: NewMessage = run;
      return known.message;
    }
    case "continue": {
      const known: Continue = run;
      return known.files?.join() ?? "";
    }
    default: {
      const unknown: UnknownVariant<"type"> = run;
      return unknown.type;
    }
  }
}

export const literal: Open = { type: "new_message", message: "Hi" };
export const variable = (run: NewMessage | Continue): Open => run;

// JSON-9: so does an open union whose tag is a key.
interface ToDoor {
  to_door: { street: string };
}
interface ToLocker {
  to_locker: { locker_id: string };
}
type Delivery = ToDoor | ToLocker | UnknownMember;

export function narrowByKey(delivery: Delivery): string {
  if ("to_door" in delivery) return delivery.to_door.street;
  if ("to_locker" in delivery) return delivery.to_locker.locker_id;
  const unknown: UnknownMember = delivery;
  const [[name, value] = ["", undefined]] = Object.entries(unknown);
  return `${name} ${String(value)}`;
}

export const known: Delivery = { to_door: { street: "Main St 1" } };
// @ts-expect-error 2353
export const misspelt: Delivery = { to_dor: { street: "Main St 1" } };

// Errors: kind and status tell a call's errors apart, and a switch over all kinds leaves nothing.
declare abstract class NotFoundError extends ApiError<404, { message: string }> {
  get kind(): "NotFound";
}
declare abstract class ServerError extends ApiError<number> {
  get kind(): "ServerError";
}
type TestError = NotFoundError | ServerError | CallError;

export function exhaust(result: Result<string, TestError>): string {
  if (result.ok) return result.value;
  const { error } = result;
  switch (error.kind) {
    case "NotFound":
      return `${error.status satisfies 404} ${error.body?.message satisfies string | undefined}`;
    case "ServerError":
    case "UnexpectedStatus":
      return `${error.status} ${error.retryAfter ?? 0} ${error.requestId ?? ""}`;
    case "Config":
      return error.setting;
    case "InvalidArgument":
      return error.violations.map(({ path }) => path).join();
    case "Transport":
      return error.phase;
    case "Timeout":
      return `${error.phase} ${error.limit} ${error.elapsed}`;
    case "Cancelled":
      return error.message;
    case "Decode":
      return error.path;
    case "LocalRateLimit":
      return `${error.retryAfter}`;
    case "Auth":
    case "Middleware":
      return error.name;
    default:
      return error satisfies never;
  }
}

export function byStatus(error: TestError): NotFoundError | undefined {
  return error.kind === "NotFound" ? error : undefined;
}

// Calls carry their value and their errors.
type Value = Call<string, TestError>;
interface Located {
  Location: string;
}
export type Calls = [
  Holds<Same<Awaited<ReturnType<Value["send"]>>, string>>,
  Holds<Same<Awaited<ReturnType<Value["result"]>>, Result<string, TestError>>>,
  Holds<Same<ReturnType<Value["withResponse"]>, Call<WithResponse<string>, TestError>>>,
  Holds<Same<ReturnType<Call<string, TestError, Located>["withResponse"]>, Call<WithTypedHeaders<string, Located>, TestError>>>,
  Holds<Call<string, TestError, Located> extends Value ? true : false>,
  Holds<Same<ReturnType<Value["asResponse"]>, Call<RawResponse, TestError>>>,
  Holds<Same<Awaited<DirectCall<string, TestError>>, string>>,
];

// Codecs carry their type, and any codec is a codec of something unknown.
export type Codecs = [
  Holds<Same<Infer<Codec<string | undefined>>, string | undefined>>,
  Holds<Same<Infer<EnumCodec<"a" | "b">>, "a" | "b">>,
  Holds<Same<Infer<ObjectCodec<Open>>, Open>>,
  Holds<Codec<NewMessage> extends Codec<unknown> ? true : false>,
  Holds<Codec<string> extends Codec<number> ? false : true>,
];
