import { fingerprint } from "./fingerprint.js";
import type { OutputFile } from "./output-file.js";

/** What stands at a path of the output folder. */
export type DiskState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly hash: string }
  /** With the paths of all that is in it. */
  | { readonly kind: "folder"; readonly files: readonly string[] }
  /** A symbolic link or a device. */
  | { readonly kind: "other" }
  /** One of the folders above is a file or a link: `by`. */
  | { readonly kind: "blocked"; readonly by: string };

/** One file to change: from the fingerprint `before` to `after`, where undefined stands for no file. */
export interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Undefined if the file goes. */
  readonly content: string | undefined;
}

export interface Refusal {
  readonly path: string;
  /**
   * `edited`: Heddle wrote it, and somebody changed it. `foreign`: it is there, and Heddle did not write it. `obstructed`: a folder, a
   * link or a file of somebody else is where the file, or a folder above it, has to be; `--force` does not help then.
   */
  readonly reason: "edited" | "foreign" | "obstructed";
  /** What stands in the way, if it is not the path itself. */
  readonly by?: string;
}

export interface Reconciliation {
  /** Deletions first, so that a folder may become a file and a name may change its case. */
  readonly changes: readonly Change[];
  readonly unchanged: readonly string[];
  readonly refused: readonly Refusal[];
}

export interface ReconcileInput {
  readonly wanted: readonly OutputFile[];
  /** What the manifest says Heddle wrote: path to fingerprint. */
  readonly listed: ReadonlyMap<string, string>;
  /** The state of every path that is wanted or listed. */
  readonly disk: (path: string) => DiskState;
  /** Overwrite what people wrote or edited. */
  readonly force: boolean;
}

/**
 * Decides what to write and what to delete, and touches nothing. Only what is listed and unedited is ever replaced or deleted; a file
 * that already has the wanted content is adopted, whoever wrote it.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const refused: Refusal[] = [];
  const deletions = deleted(input, refused);
  const gone = new Set(deletions.map((change) => change.path));
  const folded = new Map([...input.listed].map(([path, hash]) => [path.toLowerCase(), hash]));
  const unchanged: string[] = [];
  const writes: Change[] = [];
  for (const file of input.wanted) {
    const after = fingerprint(file.content);
    const state = withoutDeleted(input.disk(file.path), gone);
    const before = state.kind === "file" ? state.hash : undefined;
    // On a file system that ignores case, a listed `a.ts` is what stands where `A.ts` shall be.
    const listed = input.listed.get(file.path) ?? folded.get(file.path.toLowerCase());
    const refusal = before === after ? undefined : refuse(file.path, state, listed, input.force);
    if (refusal) refused.push(refusal);
    else if (before === after) unchanged.push(file.path);
    else writes.push({ path: file.path, before, after, content: file.content });
  }
  return { changes: [...deletions, ...writes], unchanged, refused };
}

function deleted({ wanted, listed, disk, force }: ReconcileInput, refused: Refusal[]): readonly Change[] {
  const kept = new Set(wanted.map((file) => file.path));
  const changes: Change[] = [];
  for (const [path, hash] of listed) {
    const state = kept.has(path) ? undefined : disk(path);
    if (state?.kind !== "file") continue;
    if (state.hash !== hash && !force) refused.push({ path, reason: "edited" });
    else changes.push({ path, before: state.hash, after: undefined, content: undefined });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A folder that will be empty, and a file above that will be gone, are not in the way. */
function withoutDeleted(state: DiskState, gone: ReadonlySet<string>): DiskState {
  if (state.kind === "folder" && state.files.every((path) => gone.has(path))) return { kind: "absent" };
  if (state.kind === "blocked" && gone.has(state.by)) return { kind: "absent" };
  return state;
}

function refuse(path: string, state: DiskState, listed: string | undefined, force: boolean): Refusal | undefined {
  if (state.kind === "absent") return undefined;
  if (state.kind === "blocked") return { path, reason: "obstructed", by: state.by };
  if (state.kind !== "file") return { path, reason: "obstructed" };
  if (force || state.hash === listed) return undefined;
  return { path, reason: listed === undefined ? "foreign" : "edited" };
}
