import { optional } from "../codecs/containers.js";
import type { ErrorCases } from "../errors/error-cases.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import { decodeText } from "../codecs/json-answer.js";
import { isJson } from "../codecs/media-type.js";
import { jsonBody } from "../codecs/json-body.js";
import { jsonValue } from "../codecs/json-value.js";
import { idempotencyKey } from "../retry/idempotency-key.js";
import { sameOrigin } from "../http/redirect.js";
import type { Operation, Reader } from "./operation.js";

/** Parses JSON, gives other text as it is, and undefined for an empty body. */
const anything: Reader<unknown> = {
  async read(response) {
    const text = await response.text();
    return isJson(response.headers.get("content-type"))
      ? decodeText(text, optional(jsonValue))
      : text || undefined;
  },
};

/** An operation that the schema does not know (RAW-2). */
export function rawOperation(
  method: string,
  path: string,
  errors: ErrorCases = {},
  keyHeader?: string,
): Operation<unknown> {
  const id = `${method} ${path.replace(/\?.*/, "")}`;
  return {
    id,
    method,
    path,
    spec() {
      if (path[0] !== "/")
        throw new InvalidArgumentError(id, [
          { path: "path", rule: 'must begin with "/"' },
        ]);
      const body = jsonBody(optional(jsonValue));
      const returns = { 200: anything };
      return {
        body,
        returns,
        errors,
        ...(keyHeader && { idempotencyKey: idempotencyKey(keyHeader) }),
        ...(/^(GET|HEAD)$/.test(method) && { redirects: sameOrigin }),
      };
    },
  };
}
