/** What the runtime's index exports; a test holds this list against it. */
export const runtimeExports: ReadonlySet<string> = new Set(
  (
    "ApiError ApiFailure AuthError AuthRequirement AuthScheme AuthTarget BaseOptions BasicCredential BodyType Call CallError CallInput " +
    "CallOptions CancelledError Candidate Client ClientError Clock Codec ConfigError Constraint DecodeError DefaultClient DirectCall " +
    "Draft EnumCodec ErrorCase ErrorCases ErrorClass Failure Fetch Fields HeaderValues HttpRequest Infer InvalidArgumentError Json " +
    "JsonKind JsonType Members NameOptions ObjectCodec Operation OperationSpec Param PathKey QueryOptions QueryStyle RateLimit RawBody " +
    "RawResponse Reader RequestBody RequestOptions ResponseError ResponseInfo Result Service ServiceErrors Signer Spread TimeoutError " +
    "TimeoutPhase Timeouts Transport TransportError TransportPhase UnexpectedStatusError UnknownVariant Variants Verb Violation Walk " +
    "WithResponse asJson basic bearer bool brackets bytes bytesBase64Url bytesBody bytesHex closedEnum comma constant constrained " +
    "cookie cookieAuth custom date datetime decimal decimalRange deep defaultClient duration exhaustiveObject extensibleObject " +
    "externalUnion float32 float64 form header headerAuth indices int32 int64 int64Number int64String int64Text int64TextNumber " +
    "int64TextString json jsonValue lazy length list map nothing nullable object openEnum optional pattern pipe query queryAuth range " +
    "repeat segment segments space spread start string taggedUnion textBody time uint32 uint64 uint64Number uint64String uint64Text " +
    "uint64TextNumber uint64TextString untaggedUnion url uuid withDefault withField withParam"
  ).split(" "),
);
