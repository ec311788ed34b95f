/** What the runtime's index exports; a test holds this list against it. */
export const runtimeExports: ReadonlySet<string> = new Set(
  (
    "ApiError ApiFailure AskForToken AuthError AuthRequirement AuthScheme BaseOptions BasicCredential BodyType Call CallBase CallError " +
    "CallEvent CallInput CallOptions CancelledError Candidate ChosenAnswer ChosenCall Client ClientError Clock Codec ConfigDetails " +
    "ConfigError Constraint CursorPageOptions DecodeDetails DecodeError DefaultClient DirectCall DirectPageCall DiscriminatedCase " +
    "Download DownloadCall Draft EndEvent EnumCodec ErrorCase ErrorCases ErrorChoice ErrorClass ErrorEntry ErrorReport EventCall " +
    "EventReader EventStream Failure Fetch FetchedPage Fields FileContent FileInput FilePlaces Handlers HeaderValues HookOptions Hooks " +
    "HttpRequest IdempotencyKey Infer InvalidArgumentError Json JsonKind LastIdPageOptions Limit LimitWaitEvent LinkPageOptions " +
    "LocalRateLimitError LogLevel Logger Media Members Middleware MiddlewareContext MiddlewareError Moments NameOptions NamedEnum " +
    "NamedFile NumberPageOptions ObjectCodec Observer OffsetPageOptions Operation OperationSpec PageCall PageOptions PageParameters " +
    "PageSource PageStyle Param Part Parts PathKey QueryOptions QueryStyle Random RateLimit RawResponse Reader RequestBody " +
    "RequestOptions ResponseError ResponseInfo Result Resume RetryEvent RetryPolicy RollingLimitOptions Server ServerOptions ServerVariable " +
    "Service ServiceErrors Signer Spread SseOptions StatusRange StreamCall StreamEventEvent StreamOptions StreamType TimeoutDetails TimeoutError " +
    "TimeoutPhase Timeouts Token TokenProvider Transport TransportDetails TransportError TransportPhase UnexpectedStatusError " +
    "UnknownMember UnknownVariant Variants Violation Walk WithResponse WithTypedHeaders answerByMedia asJson asText basic bearer " +
    "bodyByMedia bool brackets byData byName byNameAround byNameBeside byteStream bytes bytesAnswer bytesBase64Url bytesBody bytesHex " +
    "choice chosenCall closedEnum comma constant constrained cookie cookieAuth cursorPage custom date datetime datetimeUnix " +
    "datetimeUnixMs decimal decimalNumber decimalRange deep defaultClient duration durationMilliseconds durationSeconds embeddedFile " +
    "errorReport exhaustiveObject extensibleObject externalUnion firstOf float32 float64 form header headerAuth hooks idempotencyKey " +
    "indices int32 int64 int64Number int64String int64Text int64TextNumber int64TextString isRetryable json jsonBody jsonValue " +
    "jsonWithFiles jsonl lastIdPage lazy length limited linkPage list map media multipart namedEnum nothing notify nullable numberPage object " +
    "offsetPage openEnum optional pattern pipe query queryAuth range rateLimitOf reconnecting repeat request rollingLimit sameOrigin segment " +
    "segments space spread sse start startChosen startPages string taggedUnion textBody time toCurl tokenProvider uint32 uint64 " +
    "uint64Number uint64String uint64Text uint64TextNumber uint64TextString untaggedUnion url uuid withDefault withField withHeaders " +
    "withOptions withParam withRanges withServer"
  ).split(" "),
);
