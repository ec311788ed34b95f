import { z } from "zod";
import { block, choice, optional, text, entitled } from "./shape.js";

const deprecation = entitled(
  "deprecation",
  choice("What is deprecated, since when, and what to use instead.", {
    scalar: z.union([z.boolean(), z.string()]),
    mapping: block(
      "a deprecation",
      optional({
        since: text("Version of the API that deprecated it."),
        use: text("What to use instead: a name of this schema."),
        doc: text("Why, and how to move."),
      }),
    ),
  }),
);

/** Keys of everything that has a name, written without `$` where no author's names stand beside them. */
export const described = optional({
  doc: text("Documentation, in Markdown."),
  deprecated: deprecation,
  since: text("Version of the API that introduced it."),
  removed: text("Version of the API that removed it; the name stays reserved."),
});

/** The same where fields stand beside them. */
export const dollarDescribed = Object.fromEntries(Object.entries(described).map(([key, shape]) => [`$${key}`, shape]));
