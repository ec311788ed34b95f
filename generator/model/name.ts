// One alternative a word: `IDs`, `HTTP2` (before another word or the end), `Server` or `sha256`.
const word = /\p{Lu}{2,}s(?!\p{Ll})\p{N}*|\p{Lu}+(?![\p{Ll}\p{M}])\p{N}*|\p{Lu}?[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}\p{N}]+/gu;

// Unicode counts some of them as letters (Hangul fillers) or marks, and a name would differ from another in nothing that can be seen.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The words of a name, in lower case: what every target builds its identifiers from.
 *
 * `context_group`, `context-group`, `contextGroup` and `ContextGroup` give the same two words; `HTTPServer` is `http server`,
 * `userIDs` is `user ids`, `sha256Hash` is `sha256 hash`. A name without a letter or digit (`$`) has no words.
 * Letters of every script count; they come out composed (NFC), and without those that nobody sees.
 */
export function splitWords(name: string): readonly string[] {
  return (name.replace(invisible, "").normalize("NFC").match(word) ?? []).map((found) => found.toLowerCase());
}

/**
 * Equal for two names that some casing writes alike.
 *
 * Comparing words is not enough: `field_1` and `field1` differ in snake case and meet in Pascal case.
 */
export function nameKey(name: string): string {
  return splitWords(name).map(capitalise).join("");
}

function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
