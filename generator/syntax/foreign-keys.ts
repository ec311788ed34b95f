/** What OpenAPI, JSON Schema and other languages call a key of this one. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["description", "doc"],
  ["summary", "doc"],
  ["comment", "doc"],
  ["response", "returns"],
  ["responses", "returns"],
  ["return", "returns"],
  ["output", "returns"],
  ["requestBody", "body"],
  ["request", "body"],
  ["payload", "body"],
  ["input", "body"],
  ["extends", "include"],
  ["allOf", "include"],
  ["$ref", "type"],
  ["$enum", "type"],
  ["method", "http"],
  ["url", "base_url"],
  ["schemas", "types"],
  ["models", "types"],
  ["endpoints", "resources"],
  ["services", "resources"],
]);

/** Keys that no single key of this language stands for. */
const explained: ReadonlyMap<string, string> = new Map([
  ["openapi", "this is an OpenAPI document; `heddle init` writes a schema of Heddle to start from"],
  ["swagger", "this is an OpenAPI document; `heddle init` writes a schema of Heddle to start from"],
  ["params", "parameters are fields under `path`, `query`, `headers` or `cookies`"],
  ["parameters", "parameters are fields under `path`, `query`, `headers` or `cookies`"],
  ["nullable", "what may be null is written `T | null`, what may be absent `name?: T`"],
  ["optional", "what may be absent is written `name?: T`"],
  ["required", "a field is required unless its name ends in `?`"],
]);

/** How a key of another language is written here, if one of the `known` keys stands for it. */
export function foreignKey(key: string, known: readonly string[]): string | undefined {
  const plain = key.replace(/^\$/, "");
  const meant = synonyms.get(key) ?? synonyms.get(plain);
  const written = known.find((candidate) => meant !== undefined && (candidate === meant || candidate === `$${meant}`));
  return written === undefined ? explained.get(plain) : `that is written \`${written}\` here`;
}
