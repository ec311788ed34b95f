import { z, type ZodType } from "zod";
import type { Report } from "../source/report.js";
import type { Span } from "../source/span.js";
import { check } from "../syntax/check.js";
import { child, type Node } from "../syntax/node.js";
import { readValue } from "../syntax/read/value.js";
import type { OptionsSchema } from "../target/index.js";
import type { TargetConfig } from "./config.js";
import { commonSettings, targetShape } from "./shapes.js";

/** The options of a target, as its language defines them; undefined if something is wrong, which is reported at its place. */
export function readOptions<O>(target: TargetConfig, schema: OptionsSchema<O>, report: Report): O | undefined {
  const { settings, language, origin } = target;
  const found = report.diagnostics.length;
  if (settings)
    check(settings, targetShape(`\`${language.value}\``, ownShapes(schema)), { what: `\`${language.value}\``, key: origin }, report);
  if (report.diagnostics.length > found) return undefined;
  const own = settings?.entries.filter(({ key }) => !Object.hasOwn(commonSettings, key.value)) ?? [];
  const parsed = schema.safeParse(Object.fromEntries(own.map(({ key, value }) => [key.value, readValue(value).value])));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    report.add("HD010", placeOf(settings, path, origin), { setting: path.join("."), problem: message.replace(/^[A-Z](?=[a-z ])/, lower) });
  }
  return undefined;
}

/** The shapes of a language's own settings, for checking and for the JSON Schema; a default makes a setting optional. */
export function ownShapes(schema: OptionsSchema<unknown>): Record<string, ZodType> {
  return schema instanceof z.ZodObject
    ? Object.fromEntries(Object.entries(schema.shape).map(([key, shape]) => [key, written(shape as ZodType)]))
    : {};
}

/** A shape as people write its values: zod's own shape is of what comes out. */
function written(shape: ZodType): ZodType {
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodOptional)
    return described(shape, written(shape.unwrap() as ZodType).optional());
  if (!(shape instanceof z.ZodObject)) return shape;
  return described(shape, z.strictObject(ownShapes(shape)));
}

function described(from: ZodType, to: ZodType): ZodType {
  const { description } = from;
  return description === undefined || to.description !== undefined ? to : to.meta({ description });
}

/** The value at a path, or the nearest thing above that was written. */
function placeOf(node: Node | undefined, path: readonly PropertyKey[], above: Span): Span {
  const [key, ...rest] = path;
  if (key === undefined || node === undefined) return node?.span ?? above;
  const below = child(node, String(key));
  return below ? placeOf(below, rest, below.span) : above;
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
