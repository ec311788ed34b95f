import type { Report } from "../source/report.js";
import { EditedSinceError, HalfDoneError } from "./apply.js";
import { errorCode } from "./file-system.js";
import { JournalError } from "./journal.js";
import { LockedError } from "./lock.js";
import type { OutputFolder } from "./output-folder.js";

/** Turns what can go wrong with a folder into a finding; anything else is a bug and goes on. */
export async function guarded<T>(folder: OutputFolder, report: Report, action: () => T | Promise<T>): Promise<T | undefined> {
  const { name, origin } = folder;
  try {
    return await action();
  } catch (error) {
    if (error instanceof LockedError) {
      report.add("HD708", origin, { folder: name, holder: error.pid === undefined ? "another run" : `process ${error.pid}` });
    } else if (error instanceof JournalError) report.add("HD709", origin, { folder: name, problem: error.message });
    else if (error instanceof EditedSinceError) for (const path of error.paths) report.add("HD710", origin, { path: `${name}/${path}` });
    else if (error instanceof HalfDoneError) report.add("HD711", origin, { folder: name, reason: reasonOf(error.cause) ?? "unknown" });
    else {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      report.add("HD701", origin, { folder: name, reason });
    }
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "the system does not permit it",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  EDQUOT: "the quota is used up",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "a file stands where a folder has to be",
  EISDIR: "a folder stands where a file has to be",
  EBUSY: "another program uses it",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "a name is too long",
};

function reasonOf(error: unknown): string | undefined {
  const code = errorCode(error);
  return code === undefined ? undefined : (reasons[code] ?? code);
}
