import { error, warning, type Entry } from "./entry.js";

/** Reading OpenAPI documents. */
export const openapi = {
  HD900: error<{ what: string }>({
    message: ({ what }) => `this is ${what}, not an OpenAPI document`,
    cause: "An OpenAPI document has a key `openapi` that says its version, and `paths`.",
    fix: "Name the document itself, in JSON or YAML.",
  }),
  HD901: error<{ version: string }>({
    message: ({ version }) => `version ${version} of OpenAPI cannot be read`,
    cause: "Heddle reads OpenAPI 3.0 and 3.1.",
    fix: "Convert the document first; for Swagger 2.0 there are well-kept converters.",
  }),
  HD902: error<{ ref: string }>({
    message: ({ ref }) => `\`${ref}\` leads out of the document and is not followed`,
    cause: "A document that somebody else wrote must not make Heddle read files or the network.",
    fix: "Bundle the document into one file first.",
  }),
  HD903: warning<{ ref: string }>({
    message: ({ ref }) => `\`${ref}\` leads nowhere; it is read as any JSON`,
    cause: "The document has nothing at this JSON Pointer.",
    fix: "Correct the `$ref`.",
  }),
  HD904: warning<{ ref: string }>({
    message: ({ ref }) => `\`${ref}\` leads back to itself; it is read as any JSON`,
    cause: "A chain of `$ref`s in which nothing is declared.",
    fix: "Correct one of them.",
  }),
  HD905: warning<{ count: number; kinds: string }>({
    message: ({ count, kinds }) => `${count} ${count === 1 ? "thing" : "things"} in this document cannot be said in a schema: ${kinds}`,
    cause: "OpenAPI has words that this language has none for, and some of its documents contradict themselves.",
    fix: "`heddle import` writes the whole list, with the place of each.",
  }),
} satisfies Record<`HD9${number}`, Entry<never>>;
