// The client
export { Client, withOptions } from "./client.js";
export { request, type RequestOptions } from "./request.js";
export { Call, withField, withParam } from "./call.js";
export { start, type DirectCall } from "./direct-call.js";
export { defaultClient, type DefaultClient } from "./default-client.js";
export type { BaseOptions, CallOptions, HeaderValues } from "./options.js";
export type { Timeouts } from "./timeouts.js";
export type { Clock } from "./clock.js";
export type { Fetch, HttpRequest, Transport } from "./transport.js";
export type {
  RawResponse,
  ResponseInfo,
  Result,
  WithResponse,
} from "./result.js";
export { rateLimitOf, type RateLimit } from "./rate-limit.js";

// What a generated module declares
export type { Service, ServiceErrors } from "./service.js";
export type {
  BodyType,
  CallInput,
  Operation,
  OperationSpec,
  Reader,
} from "./operation.js";
export type { Draft, RequestBody } from "./draft.js";
export type { Param } from "./param.js";
export { segment, segments } from "./path.js";
export { query, repeat, type QueryOptions, type QueryStyle } from "./query.js";
export {
  asJson,
  brackets,
  comma,
  deep,
  indices,
  pipe,
  space,
} from "./query-styles.js";
export { header, type NameOptions } from "./header-param.js";
export { cookie } from "./cookie-param.js";
export { json } from "./json-answer.js";
export { jsonBody } from "./json-body.js";
export { form } from "./form-body.js";
export { bytesBody, textBody } from "./plain-body.js";
export { nothing } from "./nothing.js";
export { bearer, type AuthRequirement, type AuthScheme } from "./auth.js";
export {
  basic,
  cookieAuth,
  custom,
  headerAuth,
  queryAuth,
  type BasicCredential,
  type Signer,
} from "./auth-schemes.js";

// Types at run time
export type { Codec, EnumCodec, Infer, PathKey, Walk } from "./codec.js";
export { bool, string } from "./scalars.js";
export { float32, float64, int32, uint32 } from "./numbers.js";
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
} from "./int64.js";
export { date, decimal, duration, time, url, uuid } from "./texts.js";
export { datetime } from "./datetime.js";
export {
  datetimeUnix,
  datetimeUnixMs,
  decimalNumber,
  durationMilliseconds,
  durationSeconds,
} from "./numeric-texts.js";
export { bytes, bytesBase64Url, bytesHex } from "./bytes.js";
export { jsonValue, type Json } from "./json-value.js";
export { lazy } from "./lazy.js";
export { closedEnum, constant, openEnum } from "./enum.js";
export { list, nullable, optional, withDefault } from "./containers.js";
export {
  object,
  type Fields,
  type Members,
  type ObjectCodec,
  type Spread,
} from "./object.js";
export { exhaustiveObject, extensibleObject, map } from "./strict-object.js";
export {
  spread,
  taggedUnion,
  type UnknownVariant,
  type Variants,
} from "./union.js";
export { externalUnion } from "./external-union.js";
export { choice } from "./choice.js";
export {
  untaggedUnion,
  type Candidate,
  type JsonKind,
} from "./untagged-union.js";
export {
  constrained,
  length,
  pattern,
  range,
  type Constraint,
} from "./constraints.js";
export { decimalRange } from "./decimal-range.js";

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
export { isRetryable } from "./errors/is-retryable.js";
export { firstOf, type DiscriminatedCase } from "./errors/error-choice.js";
