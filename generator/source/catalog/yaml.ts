import { error, warning, type Entry } from "./entry.js";

/** Reading files and the YAML in them. */
export const yaml = {
  HD100: error<{ path: string }>({
    message: ({ path }) => `there is no file \`${path}\``,
    cause: "A schema file that was asked for does not exist or cannot be read.",
    fix: "Check the spelling of the path; an include is relative to the folder of the file that includes it.",
  }),
  HD101: error<{ path: string; size: number; limit: number }>({
    message: ({ path, size, limit }) => `\`${path}\` has ${size} bytes, the limit is ${limit}`,
    cause: "A schema file is larger than the limit, which keeps a wrong file from taking all memory.",
    fix: "Split the file with `include`, or raise `limits.schema` in the configuration.",
  }),
  HD102: error<{ path: string; offset: number }>({
    message: ({ path, offset }) => `\`${path}\` is not UTF-8: the byte at ${offset} cannot be read`,
    cause: "Schema files are UTF-8; this one was saved in another encoding or is not text.",
    fix: "Save the file as UTF-8.",
  }),
  HD103: error<{ limit: number }>({
    message: ({ limit }) => `this is nested more than ${limit} levels deep`,
    cause: "No schema needs so many levels; the limit protects the reader from running out of stack.",
    fix: "Check for brackets that are never closed, and flatten the value.",
  }),
  HD104: error<{ key: string }>({
    message: ({ key }) => `\`${key}\` is written twice here`,
    cause: "A mapping has the same key twice; YAML keeps only one of the two in silence, Heddle refuses.",
    fix: "Remove or rename one of the two.",
  }),
  HD105: error<{ limit: number }>({
    message: ({ limit }) => `the aliases of this file expand to more than ${limit} values`,
    cause: "Aliases (`*name`) that repeat aliases grow exponentially.",
    fix: "Declare a type or a resource once and refer to it by its name instead.",
  }),
  HD106: error({
    message: () => "merge keys (`<<`) are not part of the schema language",
    cause: "YAML 1.2 has no merge keys; what they do depends on the parser.",
    fix: "Use `$include: T` to take over the members of a type.",
  }),
  HD107: error<{ tag: string }>({
    message: ({ tag }) => `tags such as \`${tag}\` are not part of the schema language`,
    cause: "A YAML tag changes what a value is; a schema has only text, numbers, booleans, lists and mappings.",
    fix: "Remove the tag.",
    obvious: true,
  }),
  HD108: error({
    message: () => "a schema file holds one YAML document, and here a second one begins",
    cause: "A line `---` or `...` in the middle of a file starts another document.",
    fix: "Move it to a file of its own and name that under `include`.",
  }),
  HD109: error({
    message: () => "a tab is used as indentation",
    cause: "YAML allows only spaces to the left of a line.",
    fix: "Indent with two spaces.",
  }),
  HD110: error({
    message: () => "a second `: ` on one line makes this a mapping inside a value",
    cause: "In plain YAML text, a colon followed by a space begins a mapping.",
    fix: "Put the whole value in quotes.",
  }),
  HD111: error<{ what: string }>({
    message: ({ what }) => `${what} is never closed`,
    cause: "A quote or bracket that was opened has no partner.",
    fix: "Add the missing quote or bracket.",
  }),
  HD112: error<{ token: string }>({
    message: ({ token }) => `\`${token}\` cannot stand here`,
    cause: "The value before it is already complete: after a closing quote or bracket, YAML expects the end of the line.",
    fix: "Put the whole value in one pair of quotes.",
  }),
  HD113: error<{ character: string }>({
    message: ({ character }) => `a plain value cannot start with ${character === "`" ? "a backquote" : `\`${character}\``}`,
    cause: "YAML reserves some characters at the start of a value.",
    fix: "Put the value in quotes.",
  }),
  HD114: error<{ escape: string }>({
    message: ({ escape }) => `\`${escape}\` is not an escape of YAML`,
    cause: "In double quotes a backslash begins an escape.",
    fix: "Write `\\\\` for a backslash, or use single quotes, where nothing is escaped.",
  }),
  HD115: error({
    message: () => "this line is not indented as the lines around it",
    cause: "All keys of a mapping, and all items of a list, start in the same column; what belongs to a bracket stays right of its parent.",
    fix: "Align the line with its neighbours.",
  }),
  HD116: error<{ text: string }>({
    message: ({ text }) => `\`${text}\` is not followed by \`: \` and a value`,
    cause: "Every line of a mapping is `key: value`.",
    fix: "Add `: ` and a value; in a longer text, indent the line further or quote the text.",
  }),
  HD117: error<{ alias: string }>({
    message: ({ alias }) => `nothing is marked with the anchor \`&${alias}\` before this`,
    cause: "An alias (`*name`) repeats a value that was marked with `&name` earlier and is complete.",
    fix: "Mark the value first; a text that starts with `*` must be quoted.",
  }),
  HD118: error({
    message: () => "a key must be text on one line",
    cause: "YAML allows lists and mappings as keys; a schema does not.",
    fix: "Write the key as one word; quote it if it has special characters.",
  }),
  HD119: error<{ problem: string }>({
    message: ({ problem }) => `this is not YAML: ${problem}`,
    cause: "The YAML parser could not read this.",
    fix: "Compare the line with its neighbours.",
  }),
  HD120: warning({
    message: () => "a comment on this line ends the text before it",
    cause: "In plain YAML text, ` #` begins a comment, and what follows is cut off in silence.",
    fix: "Quote the text if the `#` belongs to it; move a comment to a line of its own otherwise.",
  }),
  HD121: error<{ text: string }>({
    message: ({ text }) => `the comma behind \`${text}\` ends it, because the mapping is in braces`,
    cause: "Inside `{}` and `[]` a comma separates entries, also in the middle of a type or a doc.",
    fix: "Write one entry a line, without the braces, or quote the value.",
  }),
  HD122: error({
    message: () => "YAML directives (`%`) are not part of the schema language",
    cause: "A line that starts with `%` configures the YAML parser.",
    fix: "Remove the line; schema files are always YAML 1.2.",
  }),
  HD123: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` is empty`,
    cause: "A schema file holds a mapping; this one has nothing but comments.",
    fix: "Write at least one of `types`, `resources` and `errors` in it, or remove it.",
  }),
  HD124: error({
    message: () => "a comma is missing before this",
    cause: "Inside `{}` and `[]`, entries are separated by commas.",
    fix: "Add the comma, or write one entry a line, without the braces.",
  }),
  HD125: error({
    message: () => "a list or mapping of several lines cannot stand inside braces",
    cause: "Inside `{}` and `[]`, indentation means nothing, so lists and mappings in them need braces of their own.",
    fix: "Write all of it one entry a line, without the braces.",
  }),
  HD126: error({
    message: () => "an escape in this text is half of a character",
    cause: "`\\ud800` to `\\udfff` are halves of characters, which no file can hold alone.",
    fix: "Write the character itself, or `\\U` and its eight digits.",
  }),
  HD130: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` includes itself`,
    cause: "Following the includes leads back to a file that is being included.",
    fix: "Remove one of the includes of the chain; two files may include the same third one.",
  }),
  HD131: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` lies outside the project`,
    cause: "An include may not leave the folder of the project, so that a schema cannot read other files of the machine.",
    fix: "Move the file into the project, or name its folder under `allow_outside` in heddle.config.yaml.",
  }),
  HD132: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` is not a relative path with forward slashes`,
    cause: "An include is a path relative to the including file, written the same on all systems.",
    fix: "Write it like `errors.yaml` or `../shared/errors.yaml`.",
  }),
  HD134: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` is a folder, and an include is a file`,
    cause: "What belongs to a schema is named file by file, so that nothing comes into it unseen.",
    fix: "Name each file: `include: [users.yaml, errors.yaml]`.",
  }),
  HD133: warning<{ path: string }>({
    message: ({ path }) => `\`${path}\` is included twice here`,
    cause: "The same file is named twice in one `include`; it is read once.",
    fix: "Remove one of the two.",
  }),
} satisfies Record<`HD1${number}`, Entry<never>>;
