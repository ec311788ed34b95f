import { camel } from "./outcome.js";

type Bag = { readonly [key: string]: unknown };

/** Options in the schema's spelling as the client takes them; functions are written `{provider: [..]}` and `{signer: {..}}`. */
export function clientOptions(options: Bag): Bag {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), optionOf(name, value)]));
}

function optionOf(name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("provider" in value) return provider(value.provider);
  if ("signer" in value) return signer(value.signer as Bag);
  return name === "headers" || name === "env" ? value : Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), item]));
}

/** A credential that is asked for: the given tokens in turn, the last one for ever. `{token, expires_in}`, a text, or `{throw: text}`. */
function provider(tokens: unknown): () => Promise<unknown> {
  const waiting: unknown[] = Array.isArray(tokens) ? [...(tokens as unknown[])] : [tokens];
  return async () => {
    const token = waiting.length > 1 ? waiting.shift() : waiting[0];
    await Promise.resolve();
    if (typeof token !== "object" || token === null) return token;
    if ("throw" in token) throw new Error(String(token.throw));
    return Object.fromEntries(Object.entries(token).map(([key, item]) => [camel(key), item as unknown]));
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
