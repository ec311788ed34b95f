import { error, type Entry } from "./entry.js";

/** What a schema may hold, and how the texts in it are written. */
export const document = {
  HD200: error<{ version: string }>({
    message: ({ version }) => `this is version ${version} of the schema language, and only version 1 is known`,
    cause: "`heddle:` names the version of the schema language that the file is written in.",
    fix: "Write `heddle: 1`, or use a newer Heddle.",
  }),
  HD201: error<{ what: string; expected: string; found: string }>({
    message: ({ what, expected, found }) => `${what} must be ${expected}, not ${found}`,
    cause: "The value is of another kind than the language has at this place.",
    fix: "Write the value in the form that the message names.",
    obvious: true,
  }),
  HD202: error<{ key: string; where: string }>({
    message: ({ key, where }) => `${where} has no key \`${key}\``,
    cause: "A key is not part of the language at this place: misspelt, misplaced, or of another language.",
    fix: "Correct the spelling, or move the key to where it belongs.",
  }),
  HD203: error<{ keys: readonly string[]; where: string }>({
    message: ({ keys, where }) => `${where} needs ${list(keys)}`,
    cause: "A required key is missing.",
    fix: "Add it.",
    obvious: true,
  }),
  HD204: error<{ what: string; found: string; choices: readonly string[] }>({
    message: ({ what, found, choices }) => `${what} cannot be \`${found}\`; it is ${list(choices)}`,
    cause: "Only a few words are possible here.",
    fix: "Write one of them.",
    obvious: true,
  }),
  HD205: error<{ what: string; expected: string; found: string }>({
    message: ({ what, expected, found }) => `${what} must be ${expected}, and \`${found}\` is not`,
    cause: "The number lies outside of what is possible here.",
    fix: "Write a number in the range that the message names.",
    obvious: true,
  }),
  HD206: error<{ what: string; name: string; rule: string }>({
    message: ({ what, name, rule }) => `\`${name}\` cannot be the name of ${what}: ${rule}`,
    cause: "Names become identifiers in several languages, so they are made of letters, digits and underscores.",
    fix: "Choose another name; for a field or parameter that is called differently on the wire, write `$wire`.",
  }),
  HD207: error<{ key: string }>({
    message: ({ key }) => `\`${key}\` belongs into the root document`,
    cause: "Included files hold parts; what is said about the whole API stands in the file that includes them.",
    fix: "Move the key to the root document.",
  }),
  HD208: error<{ what: string }>({
    message: ({ what }) => `this is ${what}, not a schema of Heddle`,
    cause: "The file describes an API in another language. Heddle has a schema language of its own and does not read others.",
    fix: "`heddle init` writes a schema to start from; write down there what the file says.",
  }),
  HD209: error<{ first: string; second: string }>({
    message: ({ first, second }) => `\`${first}\` and \`${second}\` cannot stand together`,
    cause: "The two keys contradict each other, or each makes the whole another kind of thing.",
    fix: "Keep one of the two.",
  }),
  HD228: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is a section of the file and stands too deep here`,
    cause:
      "Under `resources`, every key is a resource or an operation. `types`, `errors`, `client`, `rate_limits` and `include` stand beside `resources`.",
    fix: "Move it to the left, in line with `resources`.",
  }),
  HD229: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is an operation and stands where a resource belongs`,
    cause: "Under `resources` are resources, which hold operations.",
    fix: "Put it into a resource: move it to the right, below the name of one.",
  }),
  HD210: error<{ expected: string; found: string }>({
    message: ({ expected, found }) => `expected ${expected} ${found === "" ? "before the end of the text" : `and found \`${found}\``}`,
    cause: "The text does not follow the grammar of types.",
    fix: "Types are written like `string`, `int32(1..100)`, `User[]`, `map<User>`, `Page<User> | null`, `int64 as string`.",
  }),
  HD211: error<{ what: string }>({
    message: ({ what }) => `${what} is never closed`,
    cause: "A bracket, quote or pattern in a type has no end.",
    fix: "Add the missing character.",
  }),
  HD212: error<{ written: string }>({
    message: ({ written }) => `types are not written with \`${written}\` here`,
    cause: "This is the spelling of another language.",
    fix: "Types are written like `string`, `int32(1..100)`, `User[]`, `map<User>`, `Page<User> | null`, `int64 as string`.",
  }),
  HD213: error({
    message: () => "a type is missing here",
    cause: "A field, parameter or body without a type means nothing.",
    fix: "Write a type, `json` if it can be anything.",
  }),
  HD214: error<{ written: string }>({
    message: ({ written }) => `\`${written}\` is neither a range nor a pattern`,
    cause: "Behind a type, brackets hold a range or a pattern.",
    fix: "Write a range like `(1..100)`, `(1..)`, `(..100)`, a pattern like `(/^a/)`, or both: `(1..100, /^a/)`.",
  }),
  HD215: error<{ written: string }>({
    message: ({ written }) => (written === "" ? "a value is missing here" : `\`${written}\` cannot be read as a value`),
    cause: "A default or an example is a number, `true`, `false`, `null`, a word, a quoted text, or JSON.",
    fix: "Put a text with special characters in double quotes.",
  }),
  HD216: error<{ written: string; after: string }>({
    message: ({ written, after }) => `\`${written}\` cannot follow ${after}`,
    cause: "Behind a type come, in this order: `= default`, the words `readonly`, `writeonly`, `secret`, `deprecated`, and ` -- doc`.",
    fix: "Remove it, or write it as a doc behind ` -- `.",
  }),
  HD217: error<{ modifier: string }>({
    message: ({ modifier }) => `\`${modifier}\` is written twice`,
    cause: "A word behind a type is repeated.",
    fix: "Remove one of the two.",
  }),
  HD218: error({
    message: () => "there is no text behind `--`",
    cause: "` -- ` begins a doc, and the doc is empty.",
    fix: "Write the doc, or remove the dashes.",
  }),
  HD220: error<{ written: string; what: string; form: string }>({
    message: ({ written, what, form }) => `\`${written}\` is not ${what}; write it like ${form}`,
    cause: "A value with a form of its own is written differently.",
    fix: "Durations are written `500ms`, `5s`, `5m`, `1h`; sizes `10MB`; rates `100/1m`; statuses `404`, `5xx`, `500..599`.",
    obvious: true,
  }),
  HD221: error<{ written: string }>({
    message: ({ written }) => `\`${written}\` is not a method and a path`,
    cause: "`http` holds a method and, if it differs from the resource's, a path.",
    fix: "Write it like `GET` or `PATCH /{context_id}`.",
  }),
  HD222: error<{ path: string; problem: string }>({
    message: ({ path, problem }) => `the path \`${path}\` ${problem}`,
    cause: "A path begins with `/`; its parameters stand in braces and have names.",
    fix: "Write it like `/users/{user_id}/keys`.",
  }),
  HD223: error<{ written: string }>({
    message: ({ written }) => `\`${written}\` is not a call style`,
    cause: "`call` says how people call the operation.",
    fix: "Write `direct`, `request`, `builder`, `builder(with_)` or `name(options)`, or a list of these.",
  }),
  HD224: error<{ written: string }>({
    message: ({ written }) => `\`${written}\` is not a condition`,
    cause: "`when` compares one field with one value.",
    fix: "Write it like `type = stream` or `error.code = 17`.",
  }),
  HD225: error<{ name: string }>({
    message: ({ name }) => `the status of \`${name}\` is missing`,
    cause: "An error of the service's table is recognised by its status.",
    fix: "Write a status such as `404`, `5xx` or `500..599`.",
  }),
  HD226: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` cannot be optional`,
    cause: "The members of a spread union lie in the object itself, and a path without one of its parameters is another path.",
    fix: "Remove the `?`.",
  }),
  HD227: error<{ parameter: string }>({
    message: ({ parameter }) => `the type parameter \`${parameter}\` is declared twice`,
    cause: "Each parameter of a generic type needs a name of its own.",
    fix: "Rename one of the two.",
  }),
} satisfies Record<`HD2${number}`, Entry<never>>;

function list(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `\`${choice}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
