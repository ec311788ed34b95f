import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { rendererOf } from "../../../support/renderer.js";
import { richSchema } from "./rich-schema.js";

const render = await rendererOf("rust");

/** Tests of the layout are skipped where there is no rustfmt. */
export const hasRustfmt = spawnSync("rustfmt", ["--version"]).status === 0;

/** A file that rustfmt prints in another way: the lines around the first that it changes. */
export interface Misprint {
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
}

/** What rustfmt would change in the crates of that many random schemas. */
export function misprintsOfRandomCrates(count: number): readonly Misprint[] {
  return misprints(fc.sample(richSchema, { numRuns: count, seed: 1 }).map((schema) => crateOf(JSON.stringify(schema))));
}

/** The files of a crate but its runtime, which is no generated code. */
function crateOf(schema: string): ReadonlyMap<string, string> {
  const { files, diagnostics } = render({ "api.yaml": schema });
  const problems = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (problems.length > 0) throw new Error(`${problems.join("\n")}\n${schema}`);
  return new Map([...files].filter(([file]) => file.endsWith(".rs") && !file.startsWith("src/runtime/")));
}

/** Formats copies of the crates, all of them at once: rustfmt finds the modules from the root. */
export function misprints(crates: readonly ReadonlyMap<string, string>[]): readonly Misprint[] {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-rustfmt-"));
  try {
    const roots = crates.map((files, index) => written(files, path.join(folder, String(index))));
    const { status, stderr } = spawnSync("rustfmt", ["--edition", "2024", ...roots], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return crates.flatMap((files, index) => [...files].flatMap((file) => changed(file, path.join(folder, String(index)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written(files: ReadonlyMap<string, string>, folder: string): string {
  for (const [name, text] of [["src/runtime/mod.rs", ""] as const, ...files]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return path.join(folder, "src/lib.rs");
}

function changed([name, text]: readonly [string, string], folder: string): readonly Misprint[] {
  const [found, wanted] = [text, readFileSync(path.join(folder, name), "utf8")].map((each) => each.split("\n"));
  const at = (found ?? []).findIndex((line, index) => line !== wanted?.[index]);
  if (!found || !wanted || (at === -1 && found.length === wanted.length)) return [];
  // Where one name fills most of a line, rustfmt breaks its own limit of 100 columns.
  if ((wanted[at]?.length ?? 0) > 100) return [];
  const around = (lines: readonly string[]): string => lines.slice(Math.max(0, at - 2), at + 6).join("\n");
  return [{ path: name, found: around(found), wanted: around(wanted) }];
}
