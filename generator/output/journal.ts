import path from "node:path";
import type { FileSystem } from "./file-system.js";
import { manifestName, outputPathProblem, workName } from "./output-path.js";

/** What an apply is in the middle of. While it exists, the folder is neither the old tree nor the new one. */
export interface Journal {
  readonly direction: "forward" | "back";
  readonly entries: readonly JournalEntry[];
}

/** A change of one file; its new content is staged under its number, and so is a copy of the old one. */
export interface JournalEntry {
  readonly path: string;
  /** Fingerprint; null stands for no file. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The journal on disk is not one that Heddle wrote, or it names a place outside the output folder. */
export class JournalError extends Error {}

/** Where an apply keeps its journal and its staged files, all on the file system of the output, so that a rename is one step. */
export interface WorkFolder {
  readonly folder: string;
  readonly journal: string;
  staged(index: number): string;
  saved(index: number): string;
}

export function workFolder(output: string): WorkFolder {
  const folder = path.join(output, workName);
  return {
    folder,
    journal: path.join(folder, "journal.json"),
    staged: (index) => path.join(folder, "new", String(index)),
    saved: (index) => path.join(folder, "old", String(index)),
  };
}

/** Replaces the journal in one step; from then on it is what counts. */
export function writeJournal(fs: FileSystem, work: WorkFolder, journal: Journal): void {
  fs.write(`${work.journal}.next`, JSON.stringify(journal));
  fs.rename(`${work.journal}.next`, work.journal);
}

/** Undefined if no apply was interrupted. Throws `JournalError`, for a journal comes with a folder and so from anybody. */
export function readJournal(fs: FileSystem, work: WorkFolder): Journal | undefined {
  for (const folder of [work.folder, path.dirname(work.staged(0)), path.dirname(work.saved(0))]) {
    const kind = fs.stat(folder)?.kind;
    if (kind !== undefined && kind !== "folder") throw new JournalError(`\`${path.basename(folder)}\` is not a folder`);
  }
  const bytes = fs.stat(work.journal)?.kind === "file" ? fs.read(work.journal) : undefined;
  if (bytes === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw new JournalError("it is not JSON");
  }
  if (!isJournal(value)) throw new JournalError("it has another shape");
  for (const entry of value.entries) {
    const problem = entry.path === manifestName ? undefined : outputPathProblem(entry.path);
    if (problem !== undefined) throw new JournalError(`it names \`${entry.path}\`, and ${problem}`);
  }
  return value;
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== "object" || value === null || !("direction" in value) || !("entries" in value)) return false;
  return (value.direction === "forward" || value.direction === "back") && Array.isArray(value.entries) && value.entries.every(isEntry);
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null || !("path" in value) || !("before" in value) || !("after" in value)) return false;
  return typeof value.path === "string" && isHash(value.before) && isHash(value.after);
}

function isHash(value: unknown): boolean {
  return value === null || typeof value === "string";
}
