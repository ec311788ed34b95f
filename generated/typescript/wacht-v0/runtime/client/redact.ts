import type { Credentials } from "./credentials.js";

/** Takes credentials out of a text (SEC-1). */
export type Redact = (text: string) => string;

/** Credentials of fewer characters are parts of ordinary words. */
const short = 8;

/**
 * Replaces every credential, and what a basic one is made of, by `***`, also where
 * it is encoded for a URL. One that is too short to be a secret is replaced where
 * it stands alone: a key `a` does not make `***pi` of `api`.
 */
export function redactor(credentials: Credentials): Redact {
  const secrets = [...credentials.values()]
    .flatMap((credential): unknown[] =>
      typeof credential === "string"
        ? [credential]
        : Object.values(Object(credential)),
    )
    .flatMap((secret) => [`${secret}`, encodeURIComponent(`${secret}`)])
    .filter(Boolean)
    // One that is a part of another must not uncover the rest of it.
    .sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce(without, text);
}

function without(text: string, secret: string): string {
  return text.replaceAll(secret, (_, at: number, whole: string) => {
    const around = `${whole[at - 1] ?? ""}${whole[at + secret.length] ?? ""}`;
    return secret.length < short && /\w/.test(around) ? secret : "***";
  });
}

/** An error, its cause, the cause of that, and so on. */
export function causesOf(error: unknown): unknown[] {
  return error ? [error, ...causesOf(Object(error).cause)] : [];
}

/**
 * `error`, or its redacted text if it or a cause of it holds a credential: Deno's
 * quotes the URL, and Node's parser keeps the bytes that it could not read.
 */
export function redactCause(error: unknown, redact: Redact): unknown {
  const causes = causesOf(error);
  const text = causes.join("; ");
  const held = causes.flatMap((each) => Object.values(Object(each)));
  const all = [text, ...held.filter((each) => typeof each === "string")].join();
  return redact(all) === all ? error : new Error(redact(text));
}
