import { json, jsonBody, type Codec, type HttpRequest, type Transport } from "../../templates/typescript/runtime/index.js";
import { callOf, clientOf, type Options } from "./service.js";

/** A transport that gives one answer and keeps what it was asked. */
export function answering(
  body: string | Uint8Array<ArrayBuffer> | null,
  init: ResponseInit = {},
): Transport & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const transport = (request: HttpRequest): Promise<Response> => {
    requests.push(request);
    return Promise.resolve(new Response(body, init));
  };
  return Object.assign(transport, { requests });
}

export const jsonAnswer = (text: string): ReturnType<typeof answering> =>
  answering(text, { headers: { "content-type": "application/json" } });

/** What a call gives whose answer has `text` as its body. */
export function decode<T>(codec: Codec<T>, text: string): Promise<T> {
  return callOf<T>(clientOf({ transport: jsonAnswer(text) }), { returns: { 200: json(codec) } }).send();
}

/** The body that a call sends for `value`. */
export async function encode<T>(codec: Codec<T>, value: unknown, options: Options = {}): Promise<string> {
  const transport = answering(null, { status: 204 });
  await callOf(clientOf({ transport, ...options }), { body: jsonBody(codec) }, { body: value }, "POST").send();
  return String(transport.requests[0]?.body);
}
