import { z, type ZodType } from "zod";
import { schemaFile } from "./shapes/root.js";
import { factsOf } from "./shapes/shape.js";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** JSON Schema (draft 2020-12) of a schema file, for editors: descriptions on hover, completion, and most of what Heddle checks. */
export function jsonSchema(): JsonSchema {
  return jsonSchemaOf(schemaFile, "A Heddle schema file");
}

/** JSON Schema of any file that is checked against a shape. */
export function jsonSchemaOf(shape: ZodType, title: string): JsonSchema {
  const schema = z.toJSONSchema(shape, {
    target: "draft-2020-12",
    io: "input",
    reused: "inline",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema as unknown as ZodType, jsonSchema),
  });
  return { ...schema, title };
}

/** The same as text, as it stands in `schema/heddle.schema.json`. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(jsonSchema(), undefined, 2)}\n`;
}

function refine(shape: ZodType, schema: JsonSchema): void {
  if (shape instanceof z.ZodString) schema.type = ["string", "number", "boolean"] as unknown as "string";
  const keys = factsOf.get(shape)?.keys;
  if (!keys) return;
  const names = { pattern: keys.pattern.source };
  const known = Object.keys(schema.properties ?? {});
  schema.propertyNames = known.length === 0 ? names : { anyOf: [{ enum: known }, names] };
}
