export type { AuthRequirement, AuthScheme, AuthTarget } from "./auth.js";
export { bearer } from "./auth.js";
export { Call, withField, withParam } from "./call.js";
export type { RequestOptions } from "./client.js";
export { Client } from "./client.js";
export type {
  BaseOptions,
  CallOptions,
  Clock,
  HttpRequest,
  Transport,
} from "./client-options.js";
export type { Codec, EnumCodec, Infer, Walk } from "./codec.js";
export { list, nullable, optional } from "./containers.js";
export type { DefaultClient } from "./default-client.js";
export { defaultClient } from "./default-client.js";
export type { DirectCall } from "./direct-call.js";
export { start } from "./direct-call.js";
export { closedEnum, openEnum } from "./enum.js";
export type {
  ErrorCase,
  ErrorCases,
  ErrorClass,
  Failure,
} from "./errors/api-error.js";
export {
  ApiError,
  DecodeError,
  UnexpectedStatusError,
} from "./errors/api-error.js";
export type { CallError } from "./errors/call-error.js";
export type { Violation } from "./errors/call-errors.js";
export {
  AuthError,
  CancelledError,
  ConfigError,
  InvalidArgumentError,
  TimeoutError,
  TransportError,
} from "./errors/call-errors.js";
export { ClientError } from "./errors/client-error.js";
export type { JsonType } from "./json-body.js";
export { json } from "./json-body.js";
export type { Fields, ObjectCodec, Spread } from "./object.js";
export { object } from "./object.js";
export type {
  BodyType,
  CallInput,
  Operation,
  OperationSpec,
  Param,
  Reader,
  Timeouts,
} from "./operation.js";
export type { QueryOptions, QueryStyle } from "./params.js";
export { query, repeat, segment } from "./params.js";
export type {
  RawResponse,
  ResponseInfo,
  Result,
  WithResponse,
} from "./result.js";
export type { Json } from "./scalars.js";
export { bool, int32, string, uint32 } from "./scalars.js";
export type { Service, ServiceErrors } from "./service.js";
export type { UnknownVariant, Variants } from "./union.js";
export { spread, taggedUnion } from "./union.js";
export { bytes, bytesBase64Url, bytesHex } from "./bytes.js";
export type { Constraint } from "./constraints.js";
export { constrained, range } from "./constraints.js";
export { int64, int64Text, uint64, uint64Text } from "./int64.js";
export {
  date,
  datetime,
  decimal,
  duration,
  float32,
  float64,
  jsonValue,
  literal,
  time,
  url,
  uuid,
} from "./scalars.js";
