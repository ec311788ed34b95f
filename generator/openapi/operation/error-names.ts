import { pascal } from "../names/words.js";

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    300: "MultipleChoices",
    301: "MovedPermanently",
    302: "Found",
    303: "SeeOther",
    304: "NotModified",
    307: "TemporaryRedirect",
    308: "PermanentRedirect",
    400: "BadRequest",
    401: "Unauthorized",
    402: "PaymentRequired",
    403: "Forbidden",
    404: "NotFound",
    405: "MethodNotAllowed",
    406: "NotAcceptable",
    407: "ProxyAuthenticationRequired",
    408: "RequestTimeout",
    409: "Conflict",
    410: "Gone",
    411: "LengthRequired",
    412: "PreconditionFailed",
    413: "ContentTooLarge",
    414: "UriTooLong",
    415: "UnsupportedMediaType",
    416: "RangeNotSatisfiable",
    417: "ExpectationFailed",
    418: "Teapot",
    421: "MisdirectedRequest",
    422: "UnprocessableContent",
    423: "Locked",
    424: "FailedDependency",
    425: "TooEarly",
    426: "UpgradeRequired",
    428: "PreconditionRequired",
    429: "TooManyRequests",
    431: "HeaderFieldsTooLarge",
    451: "UnavailableForLegalReasons",
    500: "InternalServerError",
    501: "NotImplemented",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
    505: "HttpVersionNotSupported",
    507: "InsufficientStorage",
    508: "LoopDetected",
    511: "NetworkAuthenticationRequired",
    "1XX": "Informational",
    "3XX": "Redirection",
    "4XX": "ClientError",
    "5XX": "ServerError",
  }),
);

/** The name of a status in the service's table, after RFC 9110. */
export function errorName(status: string): string {
  return names.get(status) ?? `Status${pascal(status).replace(/^N/, "")}`;
}

/** Which statuses a key of `responses` stands for; `default` is every failure. */
export function errorStatuses(status: string): readonly string[] {
  if (status === "DEFAULT") return ["4XX", "5XX"];
  return status.startsWith("2") || !/^[1345](\d\d|XX)$/.test(status) ? [] : [status];
}

export function rangeOf(status: string): { readonly from: number; readonly to: number } {
  return status.endsWith("XX")
    ? { from: Number(status[0]) * 100, to: Number(status[0]) * 100 + 99 }
    : { from: Number(status), to: Number(status) };
}

/** Whether every operation can raise it without saying so. */
export function isEverywhere(status: string): boolean {
  return status === "401" || status === "429" || status.startsWith("5");
}
