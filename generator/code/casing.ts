/** How a language joins words. */
export type Casing = "camel" | "pascal" | "snake" | "kebab" | "screaming";

const joined: { readonly [casing in Casing]: (words: readonly string[]) => string } = {
  camel: ([first = "", ...rest]) => first + rest.map(capitalise).join(""),
  pascal: (words) => words.map(capitalise).join(""),
  snake: (words) => words.join("_"),
  kebab: (words) => words.join("-"),
  screaming: (words) => words.map((word) => word.toUpperCase()).join("_"),
};

/** Lower-case words as one name. Acronyms are words like any other: `http`, `server` is `HttpServer` in Pascal case. */
export function applyCasing(words: readonly string[], casing: Casing): string {
  return joined[casing](words);
}

function capitalise(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
