import { error, type Entry } from "./entry.js";

/** Loading and running templates and transforms. */
export const templates = {
  HD600: error<{ folder: string }>({
    message: ({ folder }) => `there is no folder \`${folder}\``,
    cause: "A folder of templates that the configuration names does not exist.",
    fix: "Check the spelling of the path; it is relative to the project.",
  }),
  HD601: error<{ file: string; problem: string }>({
    message: ({ file, problem }) => `\`${file}\` cannot be compiled: ${problem}`,
    cause: "A template or transform has an error of syntax, or imports a file that does not exist.",
    fix: "Correct the file at the place shown.",
    obvious: true,
  }),
  HD602: error<{ file: string; slot: string }>({
    message: ({ file, slot }) => `\`${file}\` is no template: there is no slot \`${slot}\``,
    cause:
      "A template file is named after the slot it fills: `client.ts`, `resource.ts`, `operation.ts`, `model.ts`, `errors.ts` or `files.ts`.",
    fix: "Rename the file after a slot; a file of functions that templates share has no default export.",
  }),
  HD603: error<{ file: string; slot: string }>({
    message: ({ file, slot }) => `\`${file}\` names a variant, but the slot \`${slot}\` has none`,
    cause: "Only operations choose a variant of their template (`template: presigned`), so only `operation.presigned.ts` means something.",
    fix: "Name the file after the slot alone, and tell the cases apart in the template.",
  }),
  HD604: error<{ file: string; found: string }>({
    message: ({ file, found }) => `\`${file}\` has ${found} where its function belongs`,
    cause: "The default export of a template or transform must be a function.",
    fix: "Write `export default function ...`.",
  }),
  HD605: error<{ file: string; problem: string }>({
    message: ({ file, problem }) => `\`${file}\` fails when it is loaded: ${problem}`,
    cause: "Something outside of the functions of a template or transform threw an error, or a package it imports is missing.",
    fix: "Correct the file at the place shown; install the packages it imports in the project.",
  }),
  HD606: error<{ file: string; what: string; problem: string }>({
    message: ({ file, what, problem }) => `the template \`${file}\` fails for ${what}: ${problem}`,
    cause: "A template threw an error while it rendered this part of the schema.",
    fix: "Correct the template at the place shown.",
    obvious: true,
  }),
  HD607: error<{ file: string; what: string; problem: string }>({
    message: ({ file, what, problem }) => `the template \`${file}\` mixes something else into the code of ${what}: ${problem}`,
    cause: "Only code can stand in code; text from a schema could otherwise end a literal or a comment and become code itself.",
    fix: "Use `cx.literal(...)` for a value, `cx.name(...)` for a name, `cx.doc(...)` for a comment, and code`...` for what you write yourself.",
  }),
  HD608: error<{ file: string; what: string; found: string; expected: string }>({
    message: ({ file, what, found, expected }) => `the template \`${file}\` returns ${found} for ${what} instead of ${expected}`,
    cause: "A template returns code; a template of the slot `files` returns a list of files.",
    fix: "Return code`...`, or `empty` for nothing.",
  }),
  HD609: error<{ file: string; slot: string }>({
    message: ({ file, slot }) => `the template \`${file}\` calls \`inherited()\`, but no other template fills \`${slot}\``,
    cause: "`inherited()` renders the template that this one replaces; here there is none.",
    fix: "Write the whole code in this template.",
  }),
  HD610: error<{ target: string; slot: string }>({
    message: ({ target, slot }) => `no template of \`${target}\` fills the slot \`${slot}\``,
    cause: "A language needs a template for every slot that its modules are made of.",
    fix: "Add the template to a folder that the configuration names under `templates`.",
  }),
  HD611: error<{ variant: string; target: string }>({
    message: ({ variant, target }) => `\`${target}\` has no template \`${variant}\` for operations`,
    cause: "An operation chooses a variant of its template with `template:`; every configured language needs that variant.",
    fix: "Create the file that the hint names, or remove `template:`.",
  }),
  HD612: error<{ file: string; name: string }>({
    message: ({ file, name }) => `the template \`${file}\` asks for \`${name}\`, which the runtime does not export`,
    cause: "`cx.runtime(name)` gives an export of the language's runtime.",
    fix: "Check the spelling against the runtime's index.",
  }),
  HD613: error<{ file: string; path: string; problem: string }>({
    message: ({ file, path, problem }) => `the transform \`${file}\` fails for \`${path}\`: ${problem}`,
    cause: "A transform threw an error while it changed a finished file.",
    fix: "Correct the transform at the place shown.",
    obvious: true,
  }),
  HD614: error<{ file: string }>({
    message: ({ file }) => `there is no file \`${file}\``,
    cause: "A transform that the configuration names does not exist.",
    fix: "Check the spelling of the path; it is relative to the project.",
  }),
} satisfies Record<`HD6${number}`, Entry<never>>;
