/** What OpenAPI, JSON Schema and other languages call a key of this one. */
const synonyms: readonly (readonly [key: string, meant: string])[] = [
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
  ["output", "out"],
  ["outDir", "out"],
  ["dir", "out"],
  ["folder", "out"],
  ["target", "targets"],
  ["languages", "targets"],
];

/** Keys that no single key of this language stands for. */
const explained: ReadonlyMap<string, string> = new Map([
  ["params", "parameters are fields under `path`, `query`, `headers` or `cookies`"],
  ["parameters", "parameters are fields under `path`, `query`, `headers` or `cookies`"],
  ["nullable", "what may be null is written `T | null`, what may be absent `name?: T`"],
  ["optional", "what may be absent is written `name?: T`"],
  ["required", "a field is required unless its name ends in `?`"],
]);

/** The one of the `known` keys that stands for a key of another language. */
export function synonymOf(key: string, known: readonly string[]): string | undefined {
  const plain = key.replace(/^\$/, "");
  const meant = synonyms.filter(([foreign]) => foreign === key || foreign === plain).map(([, each]) => each);
  return known.find((candidate) => meant.includes(candidate.replace(/^\$/, "")));
}

/** How a key of another language is written here, if one of the `known` keys stands for it. */
export function foreignKey(key: string, known: readonly string[]): string | undefined {
  const written = synonymOf(key, known);
  const isFolder = key === "out" || synonymOf(key, ["out"]) === "out";
  if (isFolder && known.includes("targets")) return "the folder belongs to its target, below `targets`";
  return written === undefined ? explained.get(key.replace(/^\$/, "")) : `that is written \`${written}\` here`;
}
