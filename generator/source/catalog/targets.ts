import { error, warning, type Entry } from "./entry.js";

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
  HD510: error<{ path: string; line: number; problem: string }>({
    message: ({ path, line, problem }) => `line ${line} of the generated \`${path}\` is not valid: ${problem}`,
    cause: "A template or a transform wrote code that its language does not accept.",
    fix: "Correct the template or the transform; without any of your own, it is a mistake of Heddle, so please report it with the schema.",
  }),
  HD511: error<{ path: string; line: number; statement: string }>({
    message: ({ path, line, statement }) =>
      `line ${line} of the generated \`${path}\` is a statement (${statement}), where only declarations may stand`,
    cause: "Importing a generated module must not do anything, so it holds imports, exports and declarations.",
    fix: "Let the template or the transform declare a function instead.",
  }),
  HD512: error<{ path: string; line: number; name: string }>({
    message: ({ path, line, name }) => `line ${line} of the generated \`${path}\` declares \`${name}\` a second time`,
    cause: "A template or a transform declared a name that the module has already.",
    fix: "Give the new declaration another name.",
  }),
  HD520: warning<{ operation: string; target: string; what: string }>({
    message: ({ operation, target, what }) => `\`${operation}\` is left out of \`${target}\`, which cannot ${what} yet`,
    cause: "The schema says something that this language's runtime does not do so far.",
    fix: "Call the path with the client's own `request`, or give the operation a template of its own with `template:`.",
  }),
  HD521: warning<{ operation: string; target: string; media: string; others: string }>({
    message: ({ operation, target, media, others }) => `\`${operation}\` sends its body as ${media} in \`${target}\`, never as ${others}`,
    cause: "The body has several media types, and a call whose setters make the body sends the first of them.",
    fix: "Put first what programs should send, or call the operation by another style than `builder` over its body.",
  }),
} satisfies Record<`HD5${number}`, Entry<never>>;
