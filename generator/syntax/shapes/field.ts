import { z } from "zod";
import { scalars } from "../../model/type-ref.js";
import { nearest } from "../../source/nearest.js";
import { foreignKey } from "../foreign-keys.js";
import type { Node } from "../node.js";
import { dollarDescribed } from "./described.js";
import { block, choice, entitled, flag, named, optional, text, wireValue, word, type KeyRule } from "./shape.js";

/**
 * For editors: the tokens of a type, without their order. Every alternative begins with another character, so that no
 * text takes long. Behind the type stands a default or a doc, which can be anything.
 */
const typePattern = `^([\\w\\s<>|,().+-]|\\[\\]|"([^"\\\\]|\\\\.)*"|'([^'\\\\]|\\\\.)*'|/([^/\\\\]|\\\\.)*/)+(=[\\s\\S]*|\\s--\\s[\\s\\S]*)?$`;

/** A type as text, perhaps with a default, modifiers and a doc. */
export const typeString = entitled("type", text("A type.", { pattern: typePattern, examples: [...scalars] }));

export function typeText(description: string) {
  return choice(description, { scalar: typeString, empty: true, expected: "a type", hint: listHint });
}

/** `[User]` is a YAML list, and what most people try first. */
export function listHint(node: Node): string | undefined {
  if (node.kind === "mapping") return inlineObject;
  const [only] = node.kind === "list" ? node.items : [];
  return only?.kind === "scalar" ? `a list type is written \`${only.text}[]\`` : "a list type is written `T[]`";
}

/** For a mapping that names contents or statuses by `keys`: one with none of them, not even misspelt, is an object written in place. */
export function inlineObjectHint(keys: readonly string[]): (node: Node) => string | undefined {
  const isKnown = (key: string): boolean => keys.includes(key) || /^\d/.test(key) || nearest(key, keys) !== undefined;
  return (node) => {
    const isObject = node.kind === "mapping" && node.entries.length > 0 && !node.entries.some(({ key }) => isKnown(key.value));
    return isObject && !node.entries.some(({ key }) => foreignKey(key.value, keys)) ? inlineObject : undefined;
  };
}

const inlineObject = "objects have names: declare one under `types` and write its name here";

/** `address: {street: string}` is no field with keys of its own, unless `{type: string}` was meant to be one. */
function inlineHint(node: Node): string | undefined {
  if (node.kind !== "mapping") return undefined;
  const keys = node.entries.map(({ key }) => key.value);
  return keys.some((key) => key.startsWith("$") || Object.hasOwn(longKeys, `$${key}`)) ? undefined : inlineObject;
}

const longKeys = {
  $type: typeText("The type, without default, modifiers and doc."),
  ...optional({
    ...dollarDescribed,
    $wire: text("The name on the wire, if it differs."),
    $default: wireValue("What the server assumes if it is absent, in wire form."),
    $send_default: flag("Whether the client sends the default itself."),
    $access: word("Whether it is only in responses or only in requests.", ["both", "readonly", "writeonly"]),
    $secret: flag("Whether it is kept out of logs and debug output."),
    $example: wireValue("An example, in wire form."),
    $examples: z.array(z.unknown()).meta({ description: "Examples, in wire form." }),
  }),
};

export const fieldNames: KeyRule = {
  noun: "a field",
  pattern: /^(\.\.\.)?(?=.*[\p{L}\p{N}])[^\s$?\p{C}][^\s?\p{C}]*\??$/u,
  rule: "it has a letter or digit, no white space, and no `$` in front",
};

const fieldDescription = "A field: `type = default readonly -- doc`, or a mapping with `$type`.";

/** A field of an object; `name?` may be absent, `...name` spreads a union. */
export const field = entitled(
  "field",
  choice(fieldDescription, {
    scalar: typeString,
    mapping: block("a field", longKeys),
    empty: true,
    expected: "a type",
    refused: inlineHint,
    hint: listHint,
  }),
);

const paramDescription = "A parameter: `type = default -- doc`, or a mapping with `$type`.";

const paramKeys = block("a parameter", {
  ...longKeys,
  ...optional({
    $list: word("How a list is written.", ["repeat", "comma", "pipe", "space", "brackets", "indices"]),
    $object: word("How an object is written.", ["deep", "json"]),
    $null: word("What null becomes.", ["omit", "empty"]),
    $segments: flag("Whether slashes in a path parameter stay slashes."),
  }),
});

const param = entitled(
  "parameter",
  choice(paramDescription, {
    scalar: typeString,
    mapping: paramKeys,
    empty: true,
    expected: "a type",
    refused: inlineHint,
    hint: listHint,
  }),
);

/** Parameters by name, in the order they are documented. */
export function params(description: string) {
  return named(description, { ...fieldNames, noun: "a parameter" }, param);
}
