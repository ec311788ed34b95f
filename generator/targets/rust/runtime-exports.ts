/** Functions of the runtime that modules of free functions import: an operation of that name gets another. */
export const runtimeFunctions: readonly string[] = ["bytes", "default_client", "json", "nothing", "text"];

/** What the runtime has for generated code; a test holds this list against it. */
export const runtimeExports: ReadonlySet<string> = new Set(
  (
    "ApiError AuthRequirement Base64 Base64Url Call Checks Client ClientBuilder ClientOptions Credential Date DateTime Decimal " +
    "DecimalNumber Decode Defaulted DownloadCall Draft Either Encode Error ErrorCase EventTag FileInput HeaderReader Hex IsoDuration Json Members Millis Mismatch Nullable " +
    "ObjectReader ObjectWriter Operation Opt Page PageCall PageSource PageStyle PageTurn Parameters QueryStyle Quoted RateLimit Received ResponseHeaders " +
    "Result Retry Scheme SchemePlace Seconds Service StreamCall StreamChoice StreamStyle Time Timeouts UnixMillis UnixSeconds " +
    "UnknownVariant UntypedCall Url Uuid Writer bytes default_client init json nothing text"
  ).split(" "),
);
