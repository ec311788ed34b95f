import { z, type ZodType } from "zod";
import { block, choice, named, optional, text, texts, type KeyRule } from "../syntax/shapes/shape.js";

/** The settings that every language has. */
export const commonSettings = {
  out: text("Folder to write to."),
  ...optional({
    templates: texts("Folders with templates of your own; they come before the built-in ones, the last folder first."),
    transforms: texts("Modules that change the generated source files, in this order."),
  }),
};

const anySetting: KeyRule = { noun: "a setting", pattern: /./, rule: "it is not empty" };

/** The settings of one language, called `noun` in messages. Without `own`, whatever a language may define is let through, to be checked once the language is loaded. */
export function targetShape(noun: string, own?: Record<string, ZodType>): ZodType {
  const settings = { ...commonSettings, ...own };
  const mapping = own ? block(noun, settings) : block(noun, settings, { shape: z.unknown(), keys: anySetting });
  return choice("The folder to write to, or all settings.", { scalar: text("Folder to write to."), mapping });
}

const clientName: KeyRule = {
  noun: "a client",
  pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,
  rule: "a letter, digit or `_` comes first, then also `-` and `.`",
};

const languageName: KeyRule = { noun: "a language", pattern: /^[a-z][a-z0-9]*$/, rule: "it is made of small letters and digits" };

/** `heddle.config.yaml`. With `languages`, their settings are part of it, as an editor wants it; without, they are checked later. */
export function configShape(languages?: ReadonlyMap<string, Record<string, ZodType>>): ZodType {
  const description = "What to generate, by language.";
  const known = [...(languages ?? [])].map(([language, own]) => [language, targetShape(`\`${language}\``, own)] as const);
  const targets = languages
    ? block("`targets`", optional(Object.fromEntries(known))).meta({ description })
    : named(description, languageName, targetShape("a target"));
  const client = { schema: text("The root document of the schema."), targets };
  return block("the configuration", {
    ...optional(client),
    ...optional({
      clients: named("Several clients, by name.", clientName, block("a client", client)),
      limits: block(
        "`limits`",
        optional({ schema: text("The largest schema file that is read: `64 MB`.", { pattern: "^[0-9]+ ?([kMG]?B)?$" }) }),
      ),
      allow_outside: texts("Folders outside of the project that schemas may be read from, and outputs written to."),
    }),
  });
}
