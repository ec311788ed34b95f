import { z } from "zod";
import type { Report } from "../../source/report.js";
import type { SourceFile } from "../../source/source-file.js";
import { check } from "../../syntax/check.js";
import { readValue } from "../../syntax/read/value.js";
import { parseYaml } from "../../syntax/yaml.js";

const shape = z.record(z.string(), z.strictObject({ reason: z.string(), issue: z.string() }));

/** Why a scenario may fail. */
export interface Suppression {
  readonly reason: string;
  readonly issue: string;
}

/** Scenarios that may fail with a target, by name; a `*` at the end stands for whatever follows. None without a reason. */
export class Suppressions {
  readonly #entries: readonly (readonly [pattern: string, Suppression])[];

  constructor(entries: readonly (readonly [string, Suppression])[]) {
    this.#entries = entries;
  }

  static read(file: SourceFile, report: Report): Suppressions {
    const root = parseYaml(file, report);
    if (!root) return new Suppressions([]);
    const found = report.diagnostics.length;
    check(root, shape, { what: "the suppressions", key: root.span }, report);
    return new Suppressions(report.diagnostics.length > found ? [] : Object.entries(shape.parse(readValue(root).value)));
  }

  of(name: string): Suppression | undefined {
    return this.#entries.find(([pattern]) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern))?.[1];
  }

  /** Entries that no scenario has. */
  unused(names: readonly string[]): readonly string[] {
    const patterns = this.#entries.map(([pattern]) => pattern);
    return patterns.filter(
      (pattern) => !names.some((name) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern)),
    );
  }
}
