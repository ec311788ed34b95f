import { jsonSchemaOf } from "../syntax/json-schema.js";
import type { OptionsSchema } from "../target/index.js";
import { ownShapes } from "./options.js";
import { configShape } from "./shapes.js";

/** JSON Schema of `heddle.config.yaml`, for editors, with the settings of the languages given. */
export function configJsonSchemaText(languages: Iterable<readonly [id: string, options: OptionsSchema<unknown>]>): string {
  const shapes = new Map([...languages].map(([id, options]) => [id, ownShapes(options)]));
  return `${JSON.stringify(jsonSchemaOf(configShape(shapes), "A Heddle configuration"), undefined, 2)}\n`;
}
