import { outputPathProblem } from "./output-path.js";

/** What an output folder says about itself in `.heddle.json`: what was written there, and from what. */
export interface Manifest {
  /** The version of Heddle that wrote it. */
  readonly heddle: string;
  /** Fingerprint of the target's settings, and of all that every target depends on. */
  readonly settings: string;
  /** Fingerprints of the schema, template and transform files, by path from the project's folder. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Fingerprints of the files written, by path from the output folder. */
  readonly files: ReadonlyMap<string, string>;
}

export type ManifestRead = { readonly manifest: Manifest } | { readonly problem: string };

const hash = /^[0-9a-f]{64}$/;

/**
 * Reads what may be anything: a merge conflict, another version's, or a trap. One bad path makes all of it worthless, since what
 * it lists is what Heddle overwrites and deletes.
 */
export function parseManifest(text: string): ManifestRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "it is not JSON" };
  }
  if (!isRecord(value)) return { problem: "it is not an object" };
  const { heddle, settings, inputs, files } = value;
  if (typeof heddle !== "string" || typeof settings !== "string" || !isRecord(inputs) || !isRecord(files)) {
    return { problem: "`heddle`, `settings`, `inputs` or `files` is missing" };
  }
  const problem = hashesProblem(inputs) ?? hashesProblem(files) ?? pathsProblem(Object.keys(files));
  if (problem !== undefined) return { problem };
  return { manifest: { heddle, settings, inputs: hashes(inputs), files: hashes(files) } };
}

/** The text of `.heddle.json`: keys by code point, one entry a line, so that a change touches few lines. */
export function printManifest(manifest: Manifest): string {
  const { heddle, settings } = manifest;
  return `${JSON.stringify({ heddle, settings, inputs: sorted(manifest.inputs), files: sorted(manifest.files) }, undefined, 2)}\n`;
}

function hashesProblem(entries: Record<string, unknown>): string | undefined {
  const bad = Object.keys(entries).find((path) => !hash.test(String(entries[path])));
  return bad === undefined ? undefined : `what it records for \`${bad}\` is not a SHA-256`;
}

function pathsProblem(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const problem = outputPathProblem(path);
    if (problem !== undefined) return `it lists \`${path}\`, and ${problem}`;
  }
  return undefined;
}

function hashes(entries: Record<string, unknown>): ReadonlyMap<string, string> {
  return new Map(Object.keys(entries).map((path) => [path, String(entries[path])]));
}

function sorted(entries: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
