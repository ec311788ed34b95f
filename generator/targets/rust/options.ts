import { z } from "zod";
import { keywords } from "./identifiers.js";

/** Settings of the Rust target in `heddle.config.yaml`. */
export const options = z.strictObject({
  /** What members of answers are that may be absent: `opt` has an `unwrap_or_default` that does not move. */
  optional_responses: z.enum(["option", "opt"]).default("option"),
  /** Makes a crate of the output: manifest, README. */
  package: z
    .strictObject({
      name: z
        .string()
        .regex(/^[a-z][a-z0-9_-]*$/, "must be a name that cargo accepts, in small letters")
        .refine((name) => !keywords.has(name), "must be no keyword of Rust, which cargo refuses"),
      version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, "must be a semantic version"),
      description: z.string().optional(),
      license: z.string().optional(),
      repository: z.string().optional(),
    })
    .optional(),
});

export type Options = z.output<typeof options>;
