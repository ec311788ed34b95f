import fc from "fast-check";

/** A schema document as data; JSON is YAML. */
export type Schema = { readonly [key: string]: unknown };

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Words of any length, joined by underscores: lines must be broken at any column. */
const words = fc
  .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.join("_"));

const text = fc.oneof(fc.lorem({ maxCount: 12 }), fc.string({ unit: "grapheme", maxLength: 90 }));
const doc = text.map((value) => value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ""));

const scalar = fc.constantFrom(
  "string",
  "int32(1..100)",
  "int64",
  "bool",
  "bytes",
  "json",
  "decimal",
  "datetime",
  "float64(0..)",
  "string(1..20, /^a/)",
  '"a" | "b"',
  "string | int32",
  "duration as seconds",
  "int64 as string",
);

const wrappers = fc.constantFrom(
  (type: string) => type,
  (type: string) => type,
  (type: string) => (type.includes("|") ? type : `${type}[]`),
  (type: string) => `map<${type}>`,
  (type: string) => `${type} | null`,
);

const typeName = (word: string): string => `T${word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** Members with names that differ in every casing. */
function members(type: fc.Arbitrary<string>, count: number): fc.Arbitrary<Schema> {
  const member = fc.record({ name: words, isOptional: fc.boolean(), type, wrap: wrappers, doc: fc.option(doc) });
  return fc
    .array(member, { maxLength: count })
    .map((list) =>
      Object.fromEntries(
        list.map(({ name, isOptional, type: inner, wrap, doc: about }, index) => [
          `${name}_${letters[index] ?? ""}${isOptional || inner.startsWith("T") ? "?" : ""}`,
          { $type: wrap(inner), ...(about && { $doc: about }) },
        ]),
      ),
    );
}

const names = fc.uniqueArray(words, { minLength: 6, maxLength: 6, selector: (word) => word.replaceAll("_", "") });

export const randomSchema: fc.Arbitrary<Schema> = names.chain((all) => {
  const [record = "", union = "", enumeration = "", page = "", operation = "", resource = ""] = all.map(
    (word, index) => `${word}_${letters[index] ?? ""}`,
  );
  const [R, U, E, P] = [record, union, enumeration, page].map(typeName);
  const type = fc.oneof(scalar, fc.constantFrom(R, E, `${P}<${R}>`, U).map(String));
  return fc
    .record({
      record: members(type, 8),
      variants: fc.tuple(members(type, 3), members(type, 2)),
      values: fc.uniqueArray(words, { minLength: 1, maxLength: 9, selector: (word) => word.replaceAll("_", "") }),
      isOpen: fc.boolean(),
      placement: fc.constantFrom({ $tag: "kind" }, { $tag: "the_tag", $content: "the_content" }, { $placement: "external" }),
      query: members(scalar, 5),
      path: words,
      doc,
      style: fc.constantFrom("builder", "request", "direct", "name(options)"),
      surface: fc.constantFrom("client", "functions", "both"),
      hasBody: fc.boolean(),
    })
    .map((parts) => ({
      heddle: 1,
      api: "random",
      doc: parts.doc,
      client: {
        name: "RandomClient",
        surface: parts.surface,
        base_url: "https://example.com",
        env: "RANDOM",
        auth: { bearer: `${parts.path}_key` },
      },
      errors: { body: R, status: { [`${E}Missing`]: `404 -- ${parts.path}`, TooMany: 429 } },
      resources: {
        [resource]: {
          doc: parts.doc,
          [operation]: {
            doc: parts.doc,
            http: `${parts.hasBody ? "POST" : "GET"} /things/{${parts.path}_id}`,
            path: { [`${parts.path}_id`]: "string" },
            query: { "page_size?": "int32", ...parts.query },
            ...(parts.hasBody && { body: R }),
            returns: `${P}<${R}>`,
            call: parts.style.replace("name", `fetch_${operation}`),
          },
        },
      },
      types: {
        [String(R)]: { $doc: parts.doc, ...parts.record },
        [String(U)]: {
          ...parts.placement,
          $open: parts.isOpen,
          $union: { [`${union}_one`]: parts.variants[0], [`${union}_two`]: parts.variants[1], three: null },
        },
        [String(E)]: { $open: parts.isOpen, $enum: parts.values },
        [`${P}<T>`]: { items: "T[]", more: "bool" },
      },
    }));
});
