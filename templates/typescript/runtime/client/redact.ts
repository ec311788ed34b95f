import type { Credentials } from "./credentials.js";

/** Takes credentials out of a text (SEC-1). */
export type Redact = (text: string) => string;

/** Replaces every credential, and what a basic one is made of, by `***`. */
export function redactor(credentials: Credentials): Redact {
  const secrets = [...credentials.values()].flatMap((credential) =>
    typeof credential === "string"
      ? credential
      : Object.values(Object(credential)),
  );
  return (text) =>
    secrets.reduce<string>(
      (rest, secret) => (secret ? rest.replaceAll(`${secret}`, "***") : rest),
      text,
    );
}

/** `error`, or its redacted text if its chain of causes mentions a credential: Deno's, say, quotes the URL. */
export function redactCause(error: unknown, redact: Redact): unknown {
  const chain: string[] = [];
  for (let link = error; link; link = Object(link).cause as unknown)
    chain.push(`${link}`);
  const text = chain.join("; ");
  return redact(text) === text ? error : new Error(redact(text));
}
