import path from "node:path";
import { watchFolders } from "../output/watch-folders.js";
import { generate } from "../pipeline.js";
import { Report } from "../source/report.js";
import { openConfig } from "./open-config.js";
import type { Outcome, Request } from "./outcome.js";
import { absolute, type Project } from "./project.js";
import { noting, type ReadPaths } from "./read-paths.js";

/** A run of `watch`. */
export interface WatchedRun {
  readonly outcome: Outcome;
  /** What was saved since the run before, from the project's folder, sorted; nothing of the first run. */
  readonly changed: readonly string[];
  /** Milliseconds from when the run was due to its end. */
  readonly duration: number;
}

/** Milliseconds without another change before a run begins: editors write a file in several steps, and several files at once. */
const quiet = 25;

/**
 * Runs now, and again whenever something changes that the run before has looked at: schemas, the configuration, templates, transforms,
 * also files that it did not find. Ends when `end` does, never in the midst of a run.
 */
export async function watch(project: Project, request: Request, ran: (run: WatchedRun) => void, end: Promise<unknown>): Promise<void> {
  const reads: ReadPaths = { files: new Set(), folders: new Set() };
  const changes = new Changes(project, reads);
  void end.then(() => changes.end());
  for (let changed: readonly string[] | undefined = []; changed; changed = await changes.next()) {
    const start = performance.now();
    reads.files.clear();
    reads.folders.clear();
    const outcome = await generate({ ...project, fs: noting(project.fs, reads) }, request);
    changes.follow(performance.now() - start);
    ran({ outcome, changed, duration: performance.now() - start });
  }
}

/** What was saved, of what matters. */
class Changes {
  readonly #project: Project;
  readonly #reads: ReadPaths;
  readonly #watch = watchFolders((file) => this.#note(file));
  readonly #changed = new Set<string>();
  #outputs: readonly string[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  constructor(project: Project, reads: ReadPaths) {
    this.#project = project;
    this.#reads = reads;
  }

  /**
   * Watches what the last run has looked at, but for what Heddle itself writes and is made of. What was written while it ran, which
   * took `duration` milliseconds, may have been read before.
   */
  follow(duration: number): void {
    const config = openConfig(this.#project, new Report());
    if (config) this.#outputs = config.targets.map(({ out }) => absolute(this.#project, out.value));
    const { files, folders } = this.#reads;
    const all = [...[...files].map((file) => path.dirname(file)), ...folders];
    this.#watch.follow(new Set(all.filter((folder) => this.#isInput(folder))));
    const age = (file: string): number => this.#project.fs.stat(file)?.age ?? Infinity;
    for (const file of files) if (this.#isInput(file) && age(file) < duration) this.#note(file);
  }

  /** The changes since the last time, as soon as there are some; undefined at the end. */
  async next(): Promise<readonly string[] | undefined> {
    while (!this.#ended && this.#changed.size === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#ended) return undefined;
    for (let before = -1; before < this.#changed.size;) {
      before = this.#changed.size;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    const changed = [...this.#changed].map((file) => path.relative(this.#project.root, file).replaceAll("\\", "/"));
    this.#changed.clear();
    return changed.sort();
  }

  end(): void {
    this.#ended = true;
    this.#watch.close();
    this.#wake?.();
  }

  #note(file: string): void {
    const { files, folders } = this.#reads;
    const matters = files.has(file) || folders.has(path.dirname(file)) || [...files].some((read) => read.startsWith(file + path.sep));
    if (!matters || !this.#isInput(file)) return;
    this.#changed.add(file);
    this.#wake?.();
  }

  #isInput(file: string): boolean {
    const own = [...this.#outputs, this.#project.heddle.templates];
    return !own.some((folder) => file === folder || file.startsWith(folder + path.sep));
  }
}
