/** What the runtime's index exports; a test holds this list against it. */
export const runtimeExports: ReadonlySet<string> = new Set(
  (
    "ApiError ApiFailure AuthError AuthRequirement AuthScheme BaseOptions BasicCredential BodyType Call CallError CallInput " +
    "CursorPageOptions DirectPageCall FetchedPage LastIdPageOptions LinkPageOptions NumberPageOptions OffsetPageOptions PageCall " +
    "PageOptions PageParameters PageSource PageStyle cursorPage lastIdPage linkPage numberPage offsetPage startPages " +
    "CallOptions CancelledError Candidate Client ClientError Clock Codec ConfigDetails ConfigError Constraint DecodeDetails DecodeError " +
    "DefaultClient DirectCall DiscriminatedCase Draft EnumCodec ErrorCase ErrorCases ErrorChoice ErrorClass ErrorEntry Failure Fetch " +
    "Fields HeaderValues Hooks HttpRequest Infer InvalidArgumentError Json JsonKind Limit LocalRateLimitError Members MiddlewareError " +
    "Moments NameOptions ObjectCodec Operation OperationSpec Param PathKey QueryOptions QueryStyle Random RateLimit RawResponse Reader " +
    "RequestBody RequestOptions ResponseError ResponseInfo Result RetryPolicy RollingLimitOptions Server ServerOptions ServerVariable " +
    "Service ServiceErrors Signer Spread TimeoutDetails TimeoutError TimeoutPhase Timeouts Transport TransportDetails TransportError " +
    "TransportPhase UnexpectedStatusError UnknownVariant Variants Violation Walk WithResponse WithTypedHeaders asJson basic bearer bool " +
    "brackets " +
    "bytes bytesBase64Url bytesBody bytesHex choice closedEnum comma constant constrained cookie cookieAuth custom date datetime datetimeUnix " +
    "datetimeUnixMs decimal decimalNumber decimalRange deep defaultClient duration durationMilliseconds durationSeconds " +
    "exhaustiveObject extensibleObject externalUnion firstOf float32 float64 form header headerAuth indices int32 int64 int64Number " +
    "int64String int64Text int64TextNumber int64TextString isRetryable json jsonBody jsonValue lazy length list map nothing notify nullable " +
    "object openEnum optional pattern pipe query queryAuth range rateLimitOf repeat request rollingLimit segment segments space spread start string " +
    "taggedUnion textBody time uint32 uint64 uint64Number uint64String uint64Text uint64TextNumber uint64TextString untaggedUnion url " +
    "uuid withDefault withField withHeaders withOptions withParam withServer"
  ).split(" "),
);
