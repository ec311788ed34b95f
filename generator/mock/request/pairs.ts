/** A name and a value of a query, a form or a cookie, decoded. `raw` is the value before, where separators can still be told from data. */
export interface Pair {
  readonly name: string;
  readonly text: string;
  readonly raw: string;
}

/** `a=1&b=%20`, as in queries and forms: plus is a space. */
export function pairsOf(text: string): readonly Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      const raw = value.join("=");
      return { name: decoded(name), text: decoded(raw), raw };
    });
}

/** `a=1; b=2`. */
export function cookiesOf(header: string): readonly Pair[] {
  return header
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      const raw = value.join("=");
      return { name, text: percentDecoded(raw.replace(/^"(.*)"$/, "$1")), raw };
    });
}

function decoded(text: string): string {
  return percentDecoded(text.replaceAll("+", " "));
}

/** What is no UTF-8 stays as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
