import type { Codec, PathKey, Walk } from "./codec.js";
import { Mismatch } from "./mismatch.js";
import { describe, placeText } from "./place.js";

/** Where `text` nests deeper than 128 levels, or -1 (JSON-14). */
function tooDeep(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '"') quoted = !quoted;
    else if (quoted) {
      if (char === "\\") index++;
    } else if (char === "[" || char === "{") {
      if (++depth > 128) return index;
    } else if (char === "]" || char === "}") depth--;
  }
  return -1;
}

/** The largest value around `path` whose JSON has at most 200 characters, or the start of the innermost. */
function excerptOf(text: string, path: readonly PathKey[]): string {
  let value = JSON.parse(text) as unknown;
  let json = JSON.stringify(value);
  for (const key of path) {
    if (json.length <= 200) break;
    value = (value as { [key: PathKey]: unknown })[key];
    if (value === undefined) break;
    json = JSON.stringify(value);
  }
  return json.slice(0, 200);
}

/** Parses JSON text that this client is willing to read. */
export function parseJson(text: string): unknown {
  const fail = (expected: string, got: string, index: number): never => {
    const start = Math.max(0, index - 100);
    throw new Mismatch(
      "$",
      expected,
      got,
      text,
      text.slice(start, start + 200),
    );
  };
  const deep = tooDeep(text);
  if (deep >= 0) fail("at most 128 levels", "more", deep);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(`${error}`) ?? [];
    return fail("JSON", "something else", Number(position ?? 0));
  }
}

/** Decodes JSON text; throws {@link Mismatch}. No text at all is an absent value (JSON-16). */
export function decodeText<T>(text: string, codec: Codec<T>): T {
  const path: PathKey[] = [];
  const at: Walk = {
    path,
    violate() {},
    fail(expected, value): undefined {
      throw new Mismatch(
        `$${placeText(path)}`,
        expected,
        describe(value),
        text,
        text && excerptOf(text, path),
      );
    },
  };
  const value = text ? parseJson(text) : undefined;
  try {
    return codec.decode(value, at);
  } catch (error) {
    if (!at.reparse) throw error;
    path.length = 0;
    return codec.decode(at.reparse(text), { ...at, exact: true });
  }
}

/** Whether a body is said to be JSON (JSON-17). */
export function isJson(headers: Headers): boolean {
  const media = headers.get("content-type") ?? "";
  return /^(application\/json|[^;]+\+json)\s*(;|$)/i.test(media);
}

/** Decodes a response whose media type is JSON (JSON-17). */
export async function decodeJson<T>(
  response: Response,
  codec: Codec<T>,
): Promise<T> {
  const text = await response.text();
  if (text && !isJson(response.headers))
    throw new Mismatch(
      "content-type",
      "application/json",
      response.headers.get("content-type") ?? "nothing",
      text,
      text.slice(0, 200),
    );
  return decodeText(text, codec);
}
