import { error, type Entry } from "./entry.js";

/** What only one language, or its options, object to. */
export const targets = {
  HD501: error<{ name: string; scope: string; first: string; second: string }>({
    message: ({ name, scope, first, second }) => `${first} and ${second} would both be called \`${name}\` in ${scope}`,
    cause:
      "Two names that differ in the schema become the same identifier in one of the configured languages, or one name of the schema is also derived from another.",
    fix: "Rename one of the two in the schema; the name on the wire can stay what it is.",
  }),
  HD502: error<{ path: string; first: string }>({
    message: ({ path, first }) =>
      path === first ? `two files would be \`${path}\`` : `\`${first}\` and \`${path}\` are one file on some systems`,
    cause: "Two files of one output have the same path, or paths that differ in upper and lower case alone.",
    fix: "Rename the schema file or resource that one of them comes from, or change the path in your template of the slot `files`.",
  }),
} satisfies Record<`HD5${number}`, Entry<never>>;
