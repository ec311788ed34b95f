// The client
export { Client, withOptions } from "./client/client.js";
export { request, type RequestOptions } from "./call/request.js";
export { Call, withField, withParam } from "./call/call.js";
export { start, type DirectCall } from "./call/direct-call.js";
export { PageCall } from "./page/page-call.js";
export type { PageOptions } from "./page/walk.js";
export { startPages, type DirectPageCall } from "./page/direct-page-call.js";
export { defaultClient, type DefaultClient } from "./client/default-client.js";
export type {
  BaseOptions,
  CallOptions,
  HeaderValues,
} from "./client/options.js";
export { sameOrigin } from "./http/redirect.js";
export {
  idempotencyKey,
  type IdempotencyKey,
} from "./retry/idempotency-key.js";
export type { RetryPolicy } from "./retry/retry-policy.js";
export type { Limit } from "./limit/limit.js";
export {
  rollingLimit,
  type RollingLimitOptions,
} from "./limit/rolling-limit.js";
export { hooks, type HookOptions } from "./hooks/hooks.js";
export type { Handlers, Hooks } from "./hooks/hooks-option.js";
export { notify, type Moments } from "./hooks/notify.js";
export type { Middleware, MiddlewareContext } from "./hooks/middleware.js";
export type {
  CallEvent,
  EndEvent,
  LimitWaitEvent,
  Observer,
  RetryEvent,
  StreamEventEvent,
} from "./hooks/observer.js";
export type { Logger, LogLevel } from "./hooks/logger.js";
export { toCurl } from "./debug/to-curl.js";
export { errorReport, type ErrorReport } from "./debug/error-report.js";
export {
  tokenProvider,
  type AskForToken,
  type Token,
  type TokenProvider,
} from "./auth/token-provider.js";
export type { Random } from "./http/random.js";
export type { Timeouts } from "./call/timeouts.js";
export type { Clock } from "./http/clock.js";
export type { Fetch, HttpRequest, Transport } from "./http/transport.js";
export type {
  RawResponse,
  ResponseInfo,
  Result,
  WithResponse,
  WithTypedHeaders,
} from "./call/result.js";
export { rateLimitOf, type RateLimit } from "./http/rate-limit.js";
export { CallBase } from "./call/call.js";
export {
  chosenCall,
  EventCall,
  StreamCall,
  type ChosenCall,
} from "./stream/stream-call.js";
export { startChosen, type ChosenAnswer } from "./stream/direct-stream.js";
export type { EventStream } from "./stream/event-stream.js";

// What a generated module declares
export { reconnecting } from "./stream/reconnecting.js";
export { sse, type EventReader, type SseOptions } from "./stream/sse.js";
export {
  asText,
  byData,
  byName,
  byNameAround,
  byNameBeside,
} from "./stream/event-readers.js";
export { jsonl } from "./stream/jsonl.js";
export { byteStream } from "./stream/byte-stream.js";
export type {
  Resume,
  StreamOptions,
  StreamType,
} from "./stream/stream-type.js";
export {
  withServer,
  type Server,
  type ServerOptions,
  type ServerVariable,
} from "./client/server.js";
export type { Service, ServiceErrors } from "./client/service.js";
export type {
  BodyType,
  CallInput,
  Operation,
  OperationSpec,
  Reader,
} from "./call/operation.js";
export type { Draft, RequestBody } from "./request/draft.js";
export type { Param } from "./request/param.js";
export { segment, segments } from "./request/path.js";
export {
  query,
  repeat,
  type QueryOptions,
  type QueryStyle,
} from "./request/query.js";
export {
  asJson,
  brackets,
  comma,
  deep,
  indices,
  pipe,
  space,
} from "./request/query-styles.js";
export { header, type NameOptions } from "./request/header-param.js";
export { cookie } from "./request/cookie-param.js";
export { json } from "./codecs/json-answer.js";
export { jsonBody } from "./codecs/json-body.js";
export { form } from "./request/form-body.js";
export { textBody } from "./request/plain-body.js";
export { bodyByMedia, Media, media } from "./request/body-by-media.js";
export { answerByMedia } from "./request/answer-by-media.js";
export type { FileContent, FileInput, NamedFile } from "./file/file-input.js";
export { bytesBody } from "./file/bytes-body.js";
export { multipart, type Part, type Parts } from "./file/multipart.js";
export { embeddedFile, type FilePlaces } from "./file/embedded-file.js";
export { jsonWithFiles } from "./file/json-with-files.js";
export { bytesAnswer } from "./file/bytes-answer.js";
export { DownloadCall, type Download } from "./file/download-call.js";
export type {
  FetchedPage,
  PageParameters,
  PageStyle,
} from "./page/page-style.js";
export {
  numberPage,
  offsetPage,
  type NumberPageOptions,
  type OffsetPageOptions,
} from "./page/counted-page.js";
export {
  cursorPage,
  lastIdPage,
  type CursorPageOptions,
  type LastIdPageOptions,
} from "./page/cursor-page.js";
export { linkPage, type LinkPageOptions } from "./page/link-page.js";
export type { PageSource } from "./page/page-source.js";
export { nothing } from "./codecs/nothing.js";
export { limited } from "./codecs/limited.js";
export { withHeaders } from "./codecs/typed-headers.js";
export { bearer, type AuthRequirement, type AuthScheme } from "./auth/auth.js";
export {
  basic,
  cookieAuth,
  custom,
  headerAuth,
  queryAuth,
  type BasicCredential,
  type Signer,
} from "./auth/auth-schemes.js";

// Types at run time
export type { Codec, EnumCodec, Infer, PathKey, Walk } from "./codecs/codec.js";
export { bool, string } from "./codecs/scalars.js";
export { float32, float64, int32, uint32 } from "./codecs/numbers.js";
export {
  int64,
  int64Number,
  int64String,
  int64Text,
  int64TextNumber,
  int64TextString,
  uint64,
  uint64Number,
  uint64String,
  uint64Text,
  uint64TextNumber,
  uint64TextString,
} from "./codecs/int64.js";
export { date, decimal, duration, time, url, uuid } from "./codecs/texts.js";
export { datetime } from "./codecs/datetime.js";
export {
  datetimeUnix,
  datetimeUnixMs,
  decimalNumber,
  durationMilliseconds,
  durationSeconds,
} from "./codecs/numeric-texts.js";
export { bytes, bytesBase64Url, bytesHex } from "./codecs/bytes.js";
export { jsonValue, type Json } from "./codecs/json-value.js";
export { lazy } from "./codecs/lazy.js";
export {
  closedEnum,
  constant,
  namedEnum,
  openEnum,
  type NamedEnum,
} from "./codecs/enum.js";
export { list, nullable, optional, withDefault } from "./codecs/containers.js";
export {
  object,
  type Fields,
  type Members,
  type ObjectCodec,
  type Spread,
} from "./codecs/object.js";
export {
  exhaustiveObject,
  extensibleObject,
  map,
} from "./codecs/strict-object.js";
export {
  spread,
  taggedUnion,
  type UnknownVariant,
  type Variants,
} from "./codecs/union.js";
export { externalUnion, type UnknownMember } from "./codecs/external-union.js";
export { choice } from "./codecs/choice.js";
export {
  untaggedUnion,
  type Candidate,
  type JsonKind,
} from "./codecs/untagged-union.js";
export {
  constrained,
  length,
  pattern,
  range,
  type Constraint,
} from "./codecs/constraints.js";
export { decimalRange } from "./codecs/decimal-range.js";

// Errors
export { ClientError } from "./errors/client-error.js";
export { ResponseError, type Failure } from "./errors/response-error.js";
export {
  ApiError,
  UnexpectedStatusError,
  type ApiFailure,
} from "./errors/api-error.js";
export { DecodeError, type DecodeDetails } from "./errors/decode-error.js";
export {
  CancelledError,
  TimeoutError,
  TransportError,
  type TimeoutDetails,
  type TimeoutPhase,
  type TransportDetails,
  type TransportPhase,
} from "./errors/interruptions.js";
export {
  AuthError,
  ConfigError,
  type ConfigDetails,
  InvalidArgumentError,
  type Violation,
} from "./errors/refusals.js";
export type { CallError } from "./errors/call-error.js";
export type {
  ErrorCase,
  ErrorCases,
  ErrorChoice,
  ErrorClass,
  ErrorEntry,
} from "./errors/error-cases.js";
export { LocalRateLimitError } from "./errors/local-rate-limit-error.js";
export { MiddlewareError } from "./errors/middleware-error.js";
export { isRetryable } from "./errors/is-retryable.js";
export { firstOf, type DiscriminatedCase } from "./errors/error-choice.js";
export { withRanges, type StatusRange } from "./errors/with-ranges.js";
