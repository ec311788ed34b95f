import { surface } from "heddle:surface";
import { camel } from "./outcome.js";

type Bag = { readonly [key: string]: unknown };

/** Options in the schema's spelling as the client takes them, without those that are null; functions are written `{provider: [..]}` and `{signer: {..}}`. */
export function clientOptions(options: Bag, now: () => number, cancel: () => void): Bag {
  const given = Object.entries(options).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([name, value]) => [camel(name), optionOf(name, value, now, cancel)]));
}

function optionOf(name: string, value: unknown, now: () => number, cancel: () => void): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("provider" in value) return surface.tokenProvider(provider(value.provider, now, cancel));
  if ("signer" in value) return signer(value.signer as Bag);
  return name === "headers" || name === "env" ? value : Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), item]));
}

/** What asks for a credential: the given tokens in turn, the last one for ever. `{token, expires_in}` (seconds), a text, `{throw: text}`, or `cancels`: the caller does so while it waits. */
function provider(tokens: unknown, now: () => number, cancel: () => void): () => Promise<unknown> {
  const waiting: unknown[] = Array.isArray(tokens) ? [...(tokens as unknown[])] : [tokens];
  return async () => {
    const token = waiting.length > 1 ? waiting.shift() : waiting[0];
    await Promise.resolve();
    if (typeof token !== "object" || token === null) return token;
    if ("cancels" in token) {
      cancel();
      return new Promise(() => undefined);
    }
    if ("throw" in token) throw new Error(String(token.throw));
    const { token: text, expires_in: seconds } = token as Bag;
    return { token: text, ...(seconds !== undefined && { expiresAt: now() + Number(seconds) * 1000 }) };
  };
}

/** A custom scheme: sets headers, as a program's own function would. */
function signer(headers: Bag): (request: { readonly headers: Headers }) => unknown {
  return (request) => {
    if ("throw" in headers) throw new Error(String(headers["throw"]));
    const changed = new Headers(request.headers);
    for (const [name, value] of Object.entries(headers)) changed.set(name, String(value));
    return { ...request, headers: changed };
  };
}
