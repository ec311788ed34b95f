import { z } from "zod";
import type { Node } from "../node.js";
import { dollarDescribed } from "./described.js";
import { block, choice, flag, named, optional, text, wireValue, word, type KeyRule } from "./shape.js";

/** For editors: enough to catch a list in brackets and other foreign beginnings. */
const typePattern = "^\\s*[A-Za-z_(\"'0-9-]";

export function typeText(description: string) {
  return choice(description, { scalar: text(description, typePattern), empty: true, hint: listHint });
}

/** `[User]` is a YAML list, and what most people try first. */
function listHint(node: Node): string | undefined {
  if (node.kind === "mapping") return "objects have names: declare one under `types` and write its name here";
  const [only] = node.kind === "list" ? node.items : [];
  return only?.kind === "scalar" ? `a list type is written \`${only.text}[]\`` : "a list type is written `T[]`";
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
export const field = choice(fieldDescription, {
  scalar: text(fieldDescription, typePattern),
  mapping: block("a field", longKeys),
  empty: true,
  hint: listHint,
});

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

const param = choice(paramDescription, { scalar: text(paramDescription, typePattern), mapping: paramKeys, empty: true, hint: listHint });

/** Parameters by name, in the order they are documented. */
export function params(description: string) {
  return named(description, { ...fieldNames, noun: "a parameter" }, param);
}
