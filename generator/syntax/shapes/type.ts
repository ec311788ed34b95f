import { z, type ZodType } from "zod";
import type { Node } from "../node.js";
import { described, dollarDescribed } from "./described.js";
import { field, fieldNames, typeString, typeText } from "./field.js";
import { block, choice, flag, named, optional, text, texts, wireValue, word, type KeyRule, entitled } from "./shape.js";

const examples = optional({
  $example: wireValue("An example, in wire form."),
  $examples: z.array(z.unknown()).meta({ description: "Examples, in wire form." }),
});

const page = entitled(
  "page",
  block(
    "a page",
    optional({
      items: text("Field with the items of the page."),
      more: text("Field that says whether there is another page."),
      limit: text("Parameter with the number of items."),
      offset: text("Parameter with the number of items to skip."),
      page: text("Parameter with the number of the page."),
      size: text("Parameter with the size of the page."),
      cursor: text("Parameter with the token of the page."),
      next: text("Where the next token or link stands: a field, or `header Link`."),
      id: text("Field of the last item that becomes the next cursor."),
    }),
  ),
);

const file = entitled(
  "file",
  block("a file", {
    data: text("Field with the bytes of the file, which are base64."),
    ...optional({ name: text("Field with the name of the file."), type: text("Field with its media type.") }),
  }),
);

const members = optional({
  $include: texts("Takes over the members of another type, at this place."),
  $extra: typeText("Type of the fields that are not declared."),
  $exhaustive: flag("Whether these are all fields, now and later."),
});

const record = entitled(
  "object_type",
  block(
    "an object type",
    {
      ...dollarDescribed,
      ...examples,
      ...members,
      ...optional({
        $page: page.meta({ description: "How this type is read as a page." }),
        $file: file.meta({ description: "Which fields hold a file, so that programs can give a file instead." }),
      }),
    },
    { shape: field, keys: fieldNames },
  ),
);

const enumValue = entitled(
  "enum_value",
  choice("A value: its doc, or a mapping with `value`.", {
    scalar: z.union([z.string(), z.number(), z.boolean()]),
    mapping: block("a value", { ...described, ...optional({ value: text("The value on the wire, if it differs from the name.") }) }),
    empty: true,
  }),
);

const enumNames: KeyRule = { noun: "a value", pattern: /^[^\p{C}]+$/u, rule: "it is not empty and has no control characters" };

const enumType = entitled(
  "enum_type",
  block("an enum", {
    $enum: choice("The values: a list, or a mapping with their docs.", {
      list: z.array(text("A value.")),
      mapping: named("Values and their docs.", enumNames, enumValue),
    }),
    ...optional({
      ...dollarDescribed,
      ...examples,
      $open: openness("Whether unknown values are kept (`true`), an error (`false`), or everything is a plain text (`string`).", true),
      $base: word("What the values are on the wire.", ["string", "int32", "int64"]),
    }),
  }),
);

const variantFields = block(
  "a variant",
  {
    ...dollarDescribed,
    ...members,
    ...optional({ $tag: text("The tag's value on the wire, if it differs from the name."), $type: typeText("Type of the variant.") }),
  },
  { shape: field, keys: fieldNames },
);

const variant = entitled(
  "variant",
  choice("A variant: its fields, or a type, or nothing but ` -- doc`.", {
    scalar: text("A type, or `-- doc`."),
    mapping: variantFields,
    empty: true,
    hint: listInVariant,
  }),
);

const variantNames: KeyRule = {
  noun: "a variant",
  pattern: /^[^\s\p{C}$][^\s\p{C}]*$/u,
  rule: "it has no white space and no `$` in front",
};

const unionType = entitled(
  "union_type",
  block("a union", {
    $union: choice("The variants by name, or a list of types.", {
      list: z.array(typeText("A type.")),
      mapping: named("Variants by name.", variantNames, variant),
    }),
    ...optional({
      ...dollarDescribed,
      ...examples,
      $tag: text("Field that tells the variants apart."),
      $content: text("Field that holds the variant, beside the tag."),
      $placement: word("Where the tag stands.", ["internal", "adjacent", "external", "untagged"]),
      $open: openness("Whether unknown variants are kept (`true`) or an error (`false`).", false),
      $base: block("the common fields", members, { shape: field, keys: fieldNames }).meta({
        description: "Fields that every variant has.",
      }),
    }),
  }),
);

const aliasType = entitled(
  "alias_type",
  block("an alias", {
    $alias: typeText("The type that this is another name of."),
    ...optional({ ...dollarDescribed, ...examples, $distinct: flag("Whether it is a type of its own where the language can.") }),
  }),
);

const typeDescription = "A type: its fields, or `$enum`, `$union`, `$alias`, or a type such as `Partial<User>`.";

const typeNames: KeyRule = {
  noun: "a type",
  pattern: /^[A-Za-z_]\w*(\s*<\s*[A-Za-z_]\w*\s*(,\s*[A-Za-z_]\w*\s*)*>)?$/,
  rule: "it is an identifier, followed by its parameters if it is generic: `Page<T>`",
};

export const types = named("Types by name.", typeNames, typeShape());

function typeShape(): ZodType {
  return choice(typeDescription, {
    scalar: typeString,
    mapping: {
      keys: [
        ["$enum", enumType],
        ["$union", unionType],
        ["$alias", aliasType],
      ],
      otherwise: record,
      exclusive: true,
    },
    empty: true,
    hint: () => "a type with a name of its own for a list is an alias: `{$alias: T[]}`",
  });
}

function openness(description: string, string: boolean): ZodType {
  return z.union([z.boolean(), z.literal("string")].slice(0, string ? 2 : 1)).meta({ description });
}

function listInVariant(node: Node): string | undefined {
  return node.kind === "list" ? "a variant holds a type, such as `User[]`, or fields" : undefined;
}
