import type { Credentials } from "./credentials.js";

/** Takes credentials out of a text (SEC-1). */
export type Redact = (text: string) => string;

/** Replaces every credential, and what a basic one is made of, by `***`. */
export function redactor(credentials: Credentials): Redact {
  const secrets = [...credentials.values()].flatMap((credential) =>
    typeof credential === "object" && credential !== null
      ? Object.values(credential)
      : credential,
  );
  return (text) =>
    secrets.reduce<string>(
      (rest, secret) =>
        typeof secret === "string" && secret
          ? rest.replaceAll(secret, "***")
          : rest,
      text,
    );
}

/** `error`, or a copy without credentials if its chain of causes mentions one. */
export function redactCause(error: unknown, redact: Redact): unknown {
  if (typeof error === "string") return redact(error);
  if (!(error instanceof Error)) return error;
  const { message, name, stack = "" } = error;
  const cause = redactCause(error.cause, redact);
  if (redact(message + stack) === message + stack && cause === error.cause)
    return error;
  const copy = new Error(redact(message), { cause });
  return Object.assign(copy, { name, stack: redact(stack) });
}
