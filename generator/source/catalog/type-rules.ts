import { error } from "./entry.js";
import { choices, phrase } from "./phrase.js";

/** HD401 to HD439: what a type may be. */
export const typeRules = {
  HD401: error<{ scalar: string; encoding: string; legal: readonly string[] }>({
    message: ({ scalar, encoding, legal }) =>
      legal.length === 0
        ? `\`${scalar}\` has only one form on the wire`
        : `\`${scalar}\` cannot travel as \`${encoding}\`, only as ${choices(legal)}`,
    cause: "`as` names another form on the wire, and only some scalars have one.",
    fix: "Remove `as`, or use one of: `int64 as string`, `uint64 as string`, `decimal as number`, `bytes as base64url`, `bytes as hex`, `datetime as unix`, `datetime as unix_ms`, `duration as seconds`, `duration as milliseconds`.",
  }),
  HD402: error<{ type: string; what: string }>({
    message: ({ type, what }) => (what === "pattern" ? `only \`string\` takes a pattern, not \`${type}\`` : `\`${type}\` takes no range`),
    cause: "A range bounds a number, the length of a string or of bytes, or the items of a list; a pattern is for `string`.",
    fix: "Remove it; for a constrained type of your own, put the constraint where the alias is declared.",
  }),
  HD403: error<{ value: string; kind: string; type: string }>({
    message: ({ value, kind, type }) =>
      `\`${value}\` cannot bound ${kind === "length" ? "a length" : `\`${type}\``}: it is ${kind === "decimal" ? "no decimal number" : "no whole number"}`,
    cause: "Bounds are plain numbers, without an exponent.",
    fix: "Write a whole number, or a decimal one for floats and `decimal`.",
  }),
  HD404: error<{ value: string; type: string; least: string; most: string; of: string }>({
    message: ({ value, type, least, most, of }) =>
      of === "length" ? `a length cannot be ${value}` : `\`${type}\` cannot be ${value}: it holds ${least} to ${most}`,
    cause: "The bound lies outside of what the type can hold.",
    fix: "Correct the bound, leave it out, or take a wider type.",
  }),
  HD405: error<{ min: string; max: string }>({
    message: ({ min, max }) => `nothing lies between ${min} and ${max}`,
    cause: "The lower bound of a range is greater than the upper one.",
    fix: "Swap or correct them.",
    obvious: true,
  }),
  HD406: error<{ what: string }>({
    message: ({ what }) => `the pattern has ${what}`,
    cause:
      "Patterns run in every language, so they keep to what RE2 knows: no look-around, no back-references, and nothing that only some dialects have.",
    fix: "Rewrite the pattern without it, or describe the rule in the doc.",
  }),
  HD407: error({
    message: () => "`null` alone says nothing about the value",
    cause: "`null` is an alternative to a type.",
    fix: "Write `T | null`, or make the field optional.",
  }),
  HD408: error<{ part: string }>({
    message: ({ part }) => `\`${part}\` cannot be one of several types here`,
    cause:
      "A choice is made of scalars and literals; objects, lists and named types need a union with a name, which says how to tell them apart.",
    fix: "Declare a type with `$union` and use its name.",
  }),
  HD409: error<{ part: string }>({
    message: ({ part }) => `\`${part}\` cannot be told from what stands before it`,
    cause:
      "A decoder chooses by the kind of JSON value, so each alternative needs a kind of its own; several literals of one kind are fine.",
    fix: "Keep one of the two.",
  }),
  HD410: error<{ operator: string }>({
    message: ({ operator }) => `\`${operator}\` makes a type that has no name here`,
    cause: "`Partial`, `Pick` and `Omit` make a new object, which every language needs a name for.",
    fix: "Declare it as a type of its own, `Name: Partial<T>`, and use that name.",
  }),
  HD411: error<{ names: readonly string[] }>({
    message: ({ names }) => `\`${names[0] ?? ""}\` includes itself${names.length > 2 ? `: ${names.join(" takes from ")}` : ""}`,
    cause: "The members of a type are needed to work out the members of that same type.",
    fix: "Take the shared fields out into a third type that both include.",
  }),
  HD412: error<{ name: string | undefined; kind: string }>({
    message: ({ name, kind }) =>
      `${name === undefined ? "this" : `\`${name}\``} is ${kind === "other" ? "no object" : phrase(kind)}, so it has no fields to take over`,
    cause: "`$include`, `Partial`, `Pick` and `Omit` take the fields of an object.",
    fix: "Name an object; to put a union into an object, spread it: `...name: Union`.",
  }),
  HD413: error<{ what: string; name: string; included: boolean; wire: boolean }>({
    message: ({ what, name, included, wire }) =>
      included
        ? `this brings in a ${what} \`${name}\`, which is there already`
        : `the ${what} \`${name}\` is there already${wire ? ", under another name" : ""}`,
    cause: "Two members of an object have one name, or one key in JSON.",
    fix: "Remove one of the two, or take the other type without it: `$include: Omit<T, field>`.",
  }),
  HD414: error<{ operator: string }>({
    message: ({ operator }) =>
      operator === "Partial" ? "`Partial` takes one type" : `\`${operator}\` takes a type and at least one field`,
    cause: "The operator is given too much or too little.",
    fix: "Write `Partial<T>`, `Pick<T, a, b>` or `Omit<T, a, b>`.",
  }),
  HD415: error<{ name: string }>({
    message: ({ name }) => `\`Partial\` cannot make the spread \`${name}\` optional`,
    cause: "The members of a spread union lie in the object itself, so there is nothing that could be left out as a whole.",
    fix: "Leave it out: `Partial<Omit<T, name>>`.",
  }),
  HD416: error({
    message: () => "this is not the name of a field",
    cause: "Behind its type, `Pick` and `Omit` list fields by name.",
    fix: 'Write the names bare, or in quotes if they are no words: `Pick<T, id, "x-y">`.',
  }),
  HD417: error<{ what: string; path: string; problem: string }>({
    message: ({ what, path, problem }) => `the ${what}${path === "" ? "" : `, at \`${path}\`,`} ${problem}`,
    cause: "Defaults and examples are values of their type as they travel: wire names, wire forms, nothing missing and nothing unknown.",
    fix: "Correct the value, or the type.",
    obvious: true,
  }),
  HD418: error<{ names: readonly string[] }>({
    message: ({ names }) => `\`${names[0] ?? ""}\` is only another name for itself: ${names.join(" is ")}`,
    cause: "An alias that leads back to itself names nothing.",
    fix: "Make one of them an object, or let it name another type.",
  }),
  HD419: error<{ names: readonly string[] }>({
    message: ({ names }) =>
      names.length === 2
        ? `every \`${names[0] ?? ""}\` requires another one here, without end`
        : `values never end: ${names.join(" requires ")}`,
    cause: "A type that requires itself has no finite value.",
    fix: "Make one of the fields optional, nullable, a list or a map.",
  }),
  HD420: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has no values`,
    cause: "An enum lists the values that are known.",
    fix: "Add a value, or make it an alias of a scalar.",
  }),
  HD421: error<{ name: string; wants: string }>({
    message: ({ name, wants }) => `\`${name}\` has to be ${wants}, because the type is a file`,
    cause: "Programs can give a file instead of the object, and a file fills the fields that `$file` names: bytes, and perhaps two texts.",
    fix: "Change the field, or remove `$file`.",
  }),
  HD422: error<{ value: string | number; base: string }>({
    message: ({ value, base }) => `${JSON.stringify(value)} is no ${base}`,
    cause: "All values of an enum are of one kind.",
    fix: "Correct the value, or the `$base` of the enum.",
  }),
  HD423: error<{ name: string; base: string }>({
    message: ({ name, base }) => `\`${name}\` is made of ${base}, so it cannot be open as a string`,
    cause: "`$open: string` makes the type a plain string in the target language.",
    fix: "Write `$open: true`, or make the values strings.",
  }),
  HD424: error<{ value: string | number }>({
    message: ({ value }) => `the value ${JSON.stringify(value)} has a name already`,
    cause: "Two names for one value cannot be told apart when it arrives.",
    fix: "Remove one of the two, or correct its value.",
  }),
  HD425: error<{ deepest: number }>({
    message: ({ deepest }) => `types take their fields from one another more than ${deepest} levels deep`,
    cause: "A chain of `$include`, `Partial`, `Pick` and `Omit` is longer than any schema needs.",
    fix: "Declare the fields nearer to where they are used.",
  }),
  HD426: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` needs ever larger types of itself`,
    cause: "A generic type uses itself with a larger argument, such as `Tree<T[]>` in `Tree<T>`, so there is no end of types.",
    fix: "Use it with its own parameter, `Tree<T>`.",
  }),
  HD427: error<{ name: string; untagged: boolean }>({
    message: ({ name, untagged }) =>
      untagged ? `\`${name}\` spreads a union without a tag` : `\`${name}\` spreads something that is no union`,
    cause: "A spread puts the tag and the fields of a union into the object around it.",
    fix: "Give the union a tag, use a plain field, or `$include` the fields of an object.",
  }),
  HD428: error<{ first: string; second: string }>({
    message: ({ first, second }) => `\`${second}\` cannot be told from \`${first}\``,
    cause: "Without a tag, variants differ in the kind of JSON value, or each object requires a field that the other does not have.",
    fix: "Give the union a `$tag`, or require a field in each that only it has.",
  }),
  HD429: error<{ key: string; union: string }>({
    message: ({ key, union }) => `the key \`${key}\` of \`${union}\` is taken in this object`,
    cause: "A spread puts the tag and the fields of every variant beside the fields of the object.",
    fix: "Rename one of the two, or use the union as a plain field.",
  }),
  HD430: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has no variants`,
    cause: "A union lists its variants.",
    fix: "Add one.",
    obvious: true,
  }),
  HD431: error<{ name: string }>({
    message: ({ name }) => `nothing says how the variants of \`${name}\` are told apart`,
    cause: "A union needs the key that holds the tag, or another placement.",
    fix: "Add `$tag: type`, or `$placement: external` or `untagged`.",
  }),
  HD432: error<{ placement: string; key: string }>({
    message: ({ placement, key }) => `\`${key}\` means nothing in ${phrase(placement)} union`,
    cause: "External and untagged unions have no tag, and only an adjacent one has a key for the content.",
    fix: "Remove it, or change the placement.",
  }),
  HD433: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has no key for the content`,
    cause: "An adjacent union has its tag under one key and the variant under another.",
    fix: "Add `$content: data`, say.",
  }),
  HD434: error<{ tag: string }>({
    message: ({ tag }) => `the content cannot have the tag's key \`${tag}\``,
    cause: "The tag and the content lie in one object.",
    fix: "Give them different keys.",
  }),
  HD435: error<{ tag: string }>({
    message: ({ tag }) => `the tag ${JSON.stringify(tag)} selects another variant already`,
    cause: "Each value of the tag selects exactly one variant.",
    fix: "Give one of the two another `$tag`, or merge them.",
  }),
  HD436: error<{ key: string; union: string }>({
    message: ({ key, union }) => `the key \`${key}\` is needed by the union \`${union}\` itself`,
    cause: "The tag (or the content, or the variant's own key) lies in the same object as this field.",
    fix: "Remove the field, rename it, or choose another `$tag`.",
  }),
  HD437: error<{ key: string; type: string; union: string }>({
    message: ({ key, type, union }) => `\`${type}\` has a field \`${key}\`, which is the tag of \`${union}\``,
    cause: "An internal tag lies among the fields of the variant.",
    fix: "Take the type without it, `Name: Omit<T, tag>`, or choose another `$tag`, or `$placement: adjacent`.",
  }),
  HD438: error<{ name: string; tag: string }>({
    message: ({ name, tag }) => `\`${name}\` is no object, so the tag \`${tag}\` has no place in it`,
    cause: "An internal tag lies among the fields of the variant.",
    fix: "Make the variant an object, or add `$content` to make the union adjacent.",
  }),
  HD439: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has nothing to be told by`,
    cause: "A variant of an untagged union is recognised by its type.",
    fix: "Give it a type or fields, or give the union a `$tag`.",
  }),
};
