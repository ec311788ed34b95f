import { disk, type FileSystem } from "../../generator/output/file-system.js";

/** What a process sees that was killed: nothing works any more. */
export class Killed extends Error {}

const changing = ["makeFolder", "write", "create", "copy", "rename", "remove", "removeFolder", "removeTree"] as const;

export interface Faulty {
  readonly fs: FileSystem;
  /** Calls so far that change something. */
  steps(): number;
}

/** The disk, until the call with number `at` that changes something. From then on nothing can be changed, as if the process had been killed. */
export function killedAt(at: number): Faulty {
  return faulty((step) => {
    if (step >= at) throw new Killed();
  });
}

/** The disk, on which one call that changes something fails. */
export function failingAt(at: number, code = "EACCES"): Faulty {
  return faulty((step) => {
    if (step === at) throw Object.assign(new Error(code), { code, syscall: "rename" });
  });
}

function faulty(before: (step: number) => void): Faulty {
  let steps = 0;
  const counting = <A extends unknown[], R>(call: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      before(steps++);
      return call(...args);
    };
  };
  const overrides = Object.fromEntries(changing.map((name) => [name, counting(disk[name] as (...args: unknown[]) => unknown)]));
  return { fs: { ...disk, ...overrides }, steps: () => steps };
}
