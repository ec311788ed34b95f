/** What the runtime has for generated code; a test holds this list against it. */
export const runtimeExports: ReadonlySet<string> = new Set(
  (
    "ApiError AuthRequirement Base64 Call Checks Client ClientBuilder Credential Date DateTime Decimal Decode Draft Either Encode Error ErrorCase " +
    "EventTag IsoDuration Json Members Mismatch Nullable ObjectReader ObjectWriter Operation Opt Page PageCall PageStyle Parameters Received Result " +
    "Retry Scheme SchemePlace Service StreamCall StreamStyle Time Timeouts UnknownVariant Url Uuid Writer bytes default_client init json nothing text"
  ).split(" "),
);
