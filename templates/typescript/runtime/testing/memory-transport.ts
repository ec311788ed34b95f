import { ConfigError } from "../errors/refusals.js";
import { recorded, type RecordedRequest } from "./recorded-request.js";
import {
  responseOf,
  type Reply,
  type ScriptedReply,
} from "./scripted-reply.js";
import type { HttpRequest, Transport } from "../http/transport.js";

/** A transport that answers from memory. */
export interface MemoryTransport extends Transport {
  /** What was sent, in its order. */
  readonly requests: readonly RecordedRequest[];
}

/**
 * A transport that gives `replies` one after another, or what a function makes of each
 * request. A request beyond the last reply ends its call with a `ConfigError`.
 *
 * @example
 * const transport = memoryTransport([{ status: 503 }, { json: { id: "1" } }]);
 * const client = createClient({ apiKey: "key", transport, clock: fakeClock() });
 */
export function memoryTransport(
  replies: readonly Reply[] | Extract<Reply, (...args: never) => unknown>,
): MemoryTransport {
  const requests: RecordedRequest[] = [];
  const transport = async (request: HttpRequest): Promise<Response> => {
    const sent = recorded(request);
    requests.push(sent);
    request.signal.throwIfAborted();
    if (request.body instanceof ReadableStream) await sent.bytes();
    const reply =
      typeof replies === "function" ? replies : replies[requests.length - 1];
    if (!reply)
      throw new ConfigError(
        "transport",
        "test",
        `has no reply for request ${requests.length}: ${sent.method} ${sent.target}`,
      );
    const found = typeof reply === "function" ? reply(sent) : reply;
    const response =
      found instanceof Response ? found : await answerOf(found, request);
    return Object.defineProperty(response, "url", { value: request.url });
  };
  return Object.assign(transport, { requests });
}

async function answerOf(
  reply: ScriptedReply,
  { signal }: HttpRequest,
): Promise<Response> {
  if (reply.fails !== undefined)
    throw new TypeError("fetch failed", { cause: { code: reply.fails } });
  if (reply.hangs)
    await new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return responseOf(reply);
}
