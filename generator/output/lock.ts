import os from "node:os";
import path from "node:path";
import type { FileSystem } from "./file-system.js";
import { lockName } from "./output-path.js";

/** Says who holds an output folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Another process holds the folder and is alive; `pid` is undefined if the lock cannot be read. */
export class LockedError extends Error {
  readonly pid: number | undefined;

  constructor(pid: number | undefined) {
    super(`locked by process ${pid}`);
    this.pid = pid;
  }
}

/** A lock is held for as long as files are renamed; one of another machine that is older than this is abandoned. */
const longestHold = 60_000;

/**
 * Waits until nobody else works on an output folder, and runs `action`. A process that died without letting go does not count.
 * Throws `LockedError` after `patience` milliseconds.
 */
export async function withLock<T>(fs: FileSystem, folder: string, patience: number, action: () => T): Promise<T> {
  const file = path.join(folder, lockName);
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname() } satisfies Holder);
  const deadline = performance.now() + patience;
  for (let wait = 5; !acquire(fs, folder, file, mine); wait = Math.min(wait * 2, 100)) {
    if (performance.now() > deadline) throw new LockedError(holderOf(fs, file)?.pid);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  try {
    return action();
  } finally {
    fs.remove(file);
  }
}

function acquire(fs: FileSystem, folder: string, file: string, mine: string): boolean {
  fs.makeFolder(folder);
  if (fs.create(file, mine)) return true;
  if (abandoned(fs, file)) takeAway(fs, file);
  return false;
}

/**
 * Removes an abandoned lock under a guard, and judges it again there: of two processes that find the same dead one's lock, the second
 * would otherwise remove the lock that the first has just made. A guard is held for one removal; it is abandoned after some seconds.
 */
function takeAway(fs: FileSystem, file: string): void {
  const guard = `${file}.guard`;
  if (!fs.create(guard, String(process.pid))) {
    if ((fs.stat(guard)?.age ?? 0) > 3_000) fs.remove(guard);
    return;
  }
  if (abandoned(fs, file)) fs.remove(file);
  fs.remove(guard);
}

function abandoned(fs: FileSystem, file: string): boolean {
  const age = fs.stat(file)?.age;
  if (age === undefined) return false;
  const holder = holderOf(fs, file);
  // A process killed between creating its lock and filling it leaves an empty one.
  if (!holder) return age > 1_000;
  if (holder.host !== os.hostname()) return age > longestHold;
  // A restarted container may give a process the number of the one that died.
  if (holder.pid === process.pid) return age > process.uptime() * 1000;
  return !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function holderOf(fs: FileSystem, file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(fs.read(file) ?? "").toString());
    if (typeof value !== "object" || value === null || !("pid" in value) || !("host" in value)) return undefined;
    const { pid, host } = value;
    return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof host === "string" ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}
