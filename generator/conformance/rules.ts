import { z } from "zod";
import type { FileSystem } from "../output/file-system.js";
import type { Report } from "../source/report.js";
import { check } from "../syntax/check.js";
import { decode } from "../syntax/decode.js";
import { readValue } from "../syntax/read/value.js";
import { parseYaml } from "../syntax/yaml.js";
import { either } from "./scenario/either.js";

/** A rule that clients keep. */
export interface Rule {
  readonly id: string;
  readonly rule: string;
  /** Languages that it is about; all if left out. */
  readonly applies?: readonly string[] | undefined;
  /** The tests that show what scenarios cannot: of all languages, or of each that has any. */
  readonly shown_by?: string | { readonly [language: string]: string } | undefined;
}

/** The tests that show a rule in one language. */
export function shownBy({ shown_by: tests }: Rule, language: string): string | undefined {
  return typeof tests === "string" ? tests : tests?.[language];
}

const tests = either({ scalar: z.string(), mapping: z.record(z.string(), z.string()) });
const long = z.strictObject({ rule: z.string(), applies: z.array(z.string()).optional(), shown_by: tests.optional() });
const shape = z.record(z.string(), either({ scalar: z.string(), mapping: long }));

/** The rules by their ids, in the order of the file. */
export function readRules(path: string, fs: FileSystem, report: Report): ReadonlyMap<string, Rule> {
  const bytes = fs.read(path);
  const file = bytes && decode("rules.yaml", bytes, 1e6, undefined, report);
  const root = file && parseYaml(file, report);
  if (!root) return new Map();
  const found = report.diagnostics.length;
  check(root, shape, { what: "the rules", key: root.span }, report);
  if (report.diagnostics.length > found) return new Map();
  const entries = Object.entries(shape.parse(readValue(root).value));
  return new Map(entries.map(([id, rule]) => [id, { id, ...(typeof rule === "string" ? { rule } : rule) }]));
}
