import { z } from "zod";

/** Settings of the TypeScript target in `heddle.config.yaml`. */
export const options = z.strictObject({
  /** What import specifiers end in. */
  extension: z.enum([".js", ".ts", ""]).default(".js"),
  /** How 64-bit integers are given; `number` refuses values that it cannot hold, `string` is their digits. */
  int64: z.enum(["bigint", "number", "string"]).default("bigint"),
  /** Schemas of zod 4 for all types, in `validators/`. */
  validators: z.enum(["zod"]).optional(),
  /** Adds a module for tests of programs: a transport in memory, a clock, an example of each type. */
  testing: z.boolean().default(true),
  /** Makes a package of the output: manifest, compiler settings, README. */
  package: z
    .strictObject({
      name: z.string().regex(/^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/, "must be a name that npm accepts"),
      version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, "must be a semantic version"),
      description: z.string().optional(),
      license: z.string().optional(),
      repository: z.string().optional(),
    })
    .optional(),
});

export type Options = z.output<typeof options>;
