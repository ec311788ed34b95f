import path from "node:path";
import { diskStates } from "./disk-state.js";
import type { FileSystem } from "./file-system.js";
import { JournalError, readJournal, workFolder, writeJournal, type Journal, type JournalEntry, type WorkFolder } from "./journal.js";
import type { Change } from "./reconcile.js";

/** An apply failed, and so did the attempt to undo it; the journal stays, and the next run tries again. */
export class HalfDoneError extends Error {}

/** Files that an interrupted apply was about to change were edited since. */
export class EditedSinceError extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`edited since: ${paths.join(", ")}`);
    this.paths = paths;
  }
}

/**
 * Makes all changes or none. New contents and copies of the old ones are staged in the output folder; then a journal says what is to
 * happen, and only then the first file is renamed into place. Whenever the process dies, `recover` brings the new tree (the journal
 * exists) or has the old one (it does not). An error on the way restores the old tree at once.
 *
 * Must run under the folder's lock. It survives the death of the process, not of the machine: nothing is flushed.
 */
export function apply(fs: FileSystem, output: string, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const work = workFolder(output);
  const entries = changes.map(toEntry);
  try {
    stage(fs, output, work, changes);
    writeJournal(fs, work, { direction: "forward", entries });
  } catch (error) {
    fs.removeTree(work.folder);
    throw error;
  }
  run(fs, output, work, entries);
}

/**
 * Finishes what a killed run left: the new tree if its journal had been written, otherwise the old one. Must run under the folder's
 * lock. Throws `JournalError` for a journal that is not ours, `EditedSinceError` unless `force`.
 */
export function recover(fs: FileSystem, output: string, force: boolean): void {
  const work = workFolder(output);
  const journal = readJournal(fs, work);
  if (journal) {
    checkEntries(fs, output, journal, force);
    if (journal.direction === "forward") return run(fs, output, work, journal.entries);
    back(fs, output, work, journal.entries);
  }
  finish(fs, work);
}

function toEntry(change: Change): JournalEntry {
  return { path: change.path, before: change.before ?? null, after: change.after ?? null };
}

function stage(fs: FileSystem, output: string, work: WorkFolder, changes: readonly Change[]): void {
  fs.makeFolder(path.dirname(work.staged(0)));
  fs.makeFolder(path.dirname(work.saved(0)));
  for (const [index, change] of changes.entries()) {
    if (change.content !== undefined) fs.write(work.staged(index), change.content);
    if (change.before !== undefined) fs.copy(path.join(output, change.path), work.saved(index));
  }
}

function run(fs: FileSystem, output: string, work: WorkFolder, entries: readonly JournalEntry[]): void {
  try {
    forward(fs, output, work, entries);
  } catch (error) {
    try {
      writeJournal(fs, work, { direction: "back", entries });
      back(fs, output, work, entries);
      finish(fs, work);
    } catch (second) {
      throw new HalfDoneError("an apply failed, and so did undoing it", { cause: second });
    }
    throw error;
  }
  finish(fs, work);
}

/** Each step may already have been done by a run that was killed. */
function forward(fs: FileSystem, output: string, work: WorkFolder, entries: readonly JournalEntry[]): void {
  for (const [index, entry] of entries.entries()) {
    const target = path.join(output, entry.path);
    if (entry.after === null) removeFile(fs, output, entry.path);
    else if (fs.stat(work.staged(index))) {
      fs.makeFolder(path.dirname(target));
      fs.rename(work.staged(index), target);
    }
  }
}

/** The other way round: first what was not there goes, then what was there comes back, from copies, so that this too can be repeated. */
function back(fs: FileSystem, output: string, work: WorkFolder, entries: readonly JournalEntry[]): void {
  for (const entry of entries) if (entry.before === null) removeFile(fs, output, entry.path);
  for (const [index, entry] of entries.entries()) {
    if (entry.before === null || !fs.stat(work.saved(index))) continue;
    const target = path.join(output, entry.path);
    fs.makeFolder(path.dirname(target));
    fs.rename(work.saved(index), target);
  }
}

/** The run is complete once the journal is gone; what remains of the folder is rubbish from then on. */
function finish(fs: FileSystem, work: WorkFolder): void {
  fs.remove(work.journal);
  fs.removeTree(work.folder);
}

/** Removes a file, and the folders above it that are empty then. */
function removeFile(fs: FileSystem, output: string, file: string): void {
  if (fs.stat(path.join(output, file))?.kind === "file") fs.remove(path.join(output, file));
  for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder)) fs.removeFolder(path.join(output, folder));
}

function checkEntries(fs: FileSystem, output: string, { entries }: Journal, force: boolean): void {
  const state = diskStates(fs, output);
  const own = new Set(entries.map((entry) => entry.path));
  const edited: string[] = [];
  for (const entry of entries) {
    const now = state(entry.path);
    // A file that becomes a folder is in the way of what shall be in it, until it is deleted.
    const blocked = now.kind === "blocked" && !own.has(now.by);
    if (blocked || now.kind === "other") throw new JournalError(`a link or a file is in the way of \`${entry.path}\``);
    const known = now.kind !== "file" || now.hash === entry.before || now.hash === entry.after;
    if (!known && !force) edited.push(entry.path);
  }
  if (edited.length > 0) throw new EditedSinceError(edited);
}
