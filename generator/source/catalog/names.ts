import { error, type Entry } from "./entry.js";
import { phrase } from "./phrase.js";

/** Names: what may be one, what each refers to, and which of them meet. */
export const names = {
  HD301: error<{ name: string }>({
    message: ({ name }) => `there is no type \`${name}\``,
    cause: "The type is neither built in nor declared in any file of the program.",
    fix: "Declare it under `types`, or include the file that does.",
  }),
  HD302: error<{ what: string; name: string }>({
    message: ({ what, name }) =>
      `\`${name}\` cannot be the name of ${phrase(what)}: it needs ASCII letters, digits and \`_\`, a letter first`,
    cause: "Such names become identifiers and file names in every language.",
    fix: "Use letters, digits and underscores, beginning with a letter.",
  }),
  HD303: error<{ what: string; name: string }>({
    message: ({ what, name }) => `the ${what} \`${name}\` has a character that cannot be seen`,
    cause: "Control characters, zero-width characters and those that change the direction of text make a name read as another one.",
    fix: "Remove the character; the message shows it as `\\u{...}`.",
  }),
  HD304: error<{ what: string; name: string }>({
    message: ({ what, name }) =>
      `no identifier can be made of the ${what} \`${name}\`: give it a plain name, and this text as \`${wireKeys.get(what) ?? "$wire"}\``,
    cause: "Identifiers are made of the letters and digits of a name, and this one has neither.",
    fix: "Give it a plain name and keep the text for the wire: `$wire` for fields and parameters, `value` for enum values, `$tag` for variants.",
  }),
  HD305: error<{ what: string; name: string }>({
    message: ({ what, name }) => `\`${name}\` is built in and cannot be the name of ${phrase(what)}`,
    cause: "The scalars, `map`, `null`, `true`, `false`, `Partial`, `Pick` and `Omit` belong to the language.",
    fix: "Choose another name.",
  }),
  HD306: error<{ what: string; name: string }>({
    message: ({ what, name }) => `the ${what} \`${name}\` is declared twice`,
    cause: "A name is declared once, in whichever file.",
    fix: "Rename or remove one of the two.",
  }),
  HD307: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is a kind of error that clients raise themselves`,
    cause:
      "Every client has errors of its own beside those with a status: Config, InvalidArgument, LocalRateLimit, Transport, Timeout, Cancelled, UnexpectedStatus, Decode, Auth and Middleware, in the groups Api, Client and Response.",
    fix: "Choose another name, `RequestTimeout` instead of `Timeout`, say.",
  }),
  HD308: error<{ name: string; wants: number; got: number }>({
    message: ({ name, wants, got }) =>
      wants === 0
        ? `\`${name}\` is not generic`
        : `\`${name}\` takes ${wants} ${wants === 1 ? "type" : "types"}, not ${got === 0 ? "none" : got}`,
    cause: "A generic type needs exactly one type for each of its parameters, and any other type needs none.",
    fix: "Write as many types between `<` and `>` as the declaration has parameters.",
    obvious: true,
  }),
  HD309: error<{ name: string; names: readonly string[] }>({
    message: ({ name, names: all }) => `there is no field \`${name}\` to pick or to omit${among(all)}`,
    cause: "`Pick` and `Omit` list fields of the type that comes first.",
    fix: "Correct the spelling, or remove the field from the list.",
  }),
  HD310: error<{ name: string }>({
    message: ({ name }) => `the service has no error \`${name}\``,
    cause: "An operation lists errors by the names of the table under `errors: status:`.",
    fix: "Correct the spelling, add the error to the table, or give it a `status` here.",
  }),
  HD311: error<{ name: string; names: readonly string[] }>({
    message: ({ name, names: all }) => `there is no auth scheme \`${name}\`${among(all)}`,
    cause: "`auth` lists schemes that the client declares.",
    fix: "Correct the spelling, or declare the scheme.",
  }),
  HD312: error<{ name: string; names: readonly string[] }>({
    message: ({ name, names: all }) => `the request has no field \`${name}\`${among(all)}`,
    cause: "`when` compares a field of the body, or a query parameter, by its name on the wire.",
    fix: "Correct the spelling, or add the field.",
  }),
  HD313: error<{ name: string; names: readonly string[] }>({
    message: ({ name, names: all }) => `the operation has no parameter \`${name}\` here${among(all)}`,
    cause: "An example gives arguments by the names that the parameters have on the wire, each under its place.",
    fix: "Correct the spelling, declare the parameter, or move it to its place.",
  }),
  HD314: error<{ name: string }>({
    message: ({ name }) => `there is no rate limit \`${name}\``,
    cause: "`rate_limit` names an entry of `rate_limits`.",
    fix: "Correct the spelling, or declare it in a file: `rate_limits: {name: {key: [credential], allow: [100/1m]}}`.",
  }),
  HD315: error<{ path: string; type: string; names: readonly string[] }>({
    message: ({ path, type, names: all }) => `\`${type}\` has no field \`${path}\`${among(all)}`,
    cause: "`$page` and `$file` say which fields hold what.",
    fix: "Correct the spelling, or add the field; fields of inner objects are written with dots.",
  }),
  HD316: error<{ name: string; input: string }>({
    message: ({ name, input }) => `the name \`${input}\` is needed for the request form of \`${name}\``,
    cause:
      "A type that travels both ways and has `readonly` or `writeonly` fields, or holds one that has, gets a second form for requests.",
    fix: "Rename the declared type.",
  }),
  HD317: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is declared in two files`,
    cause: "This section describes the service as a whole, so a program has it once.",
    fix: "Move everything into one of the two.",
  }),
  HD318: error<{ name: string }>({
    message: ({ name }) => `nothing is called \`${name}\``,
    cause:
      "`deprecated: use` names what to use instead: a type, an operation, an error, or a field, value or parameter, alone or as `Type.field`.",
    fix: "Correct the spelling, or describe the way out in `doc`.",
  }),
  HD319: error<{ what: string; name: string; first: string }>({
    message: ({ what, name, first }) =>
      name === first ? `the ${what} \`${name}\` is there twice` : `the ${what} \`${name}\` and \`${first}\` become the same name`,
    cause: "Names are written in another case in each language, and these two are then equal.",
    fix: "Rename one of the two; the long form of fields, parameters, values and variants keeps the text on the wire.",
  }),
} satisfies Record<`HD3${number}`, Entry<never>>;

/** Which key of the long form holds the text on the wire. */
const wireKeys: ReadonlyMap<string, string> = new Map([
  ["enum value", "value"],
  ["variant", "$tag"],
]);

function among(all: readonly string[]): string {
  if (all.length === 0) return "; it has none at all";
  return all.length <= 6 ? `; there ${all.length === 1 ? "is" : "are"} ${all.map((name) => `\`${name}\``).join(", ")}` : "";
}
