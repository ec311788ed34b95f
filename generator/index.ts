import path from "node:path";
import { disk } from "./output/file-system.js";
import { generate as run } from "./pipeline.js";
import type { Outcome, Request } from "./pipeline/outcome.js";
import { installation } from "./pipeline/project.js";

export type { Outcome, Output, Request } from "./pipeline/outcome.js";
export type { Diagnostic, Related, Severity } from "./source/diagnostic.js";
export type { Position, SourceFile } from "./source/source-file.js";
export type { Span } from "./source/span.js";

export interface GenerateOptions extends Request {
  /** Path of the configuration; `heddle.config.yaml` in the working folder unless set. The paths in it are from its folder. */
  readonly config?: string;
}

/**
 * Does what `heddle generate` does, and returns what it found instead of printing it.
 *
 * Problems in the input never throw: `ok` is false then, `diagnostics` says why, and nothing was written. With `dryRun`, `outputs` lists
 * what would change.
 *
 * @example
 * ```ts
 * const { ok, diagnostics, outputs } = await generate({ config: "heddle.config.yaml", dryRun: true });
 * ```
 */
export async function generate(options: GenerateOptions = {}): Promise<Outcome> {
  const { config = "heddle.config.yaml", ...request } = options;
  const file = path.resolve(config);
  return run({ fs: disk, root: path.dirname(file), config: path.basename(file), heddle: installation(disk) }, request);
}
