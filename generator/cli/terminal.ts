import { styleFor, type Style } from "./style.js";

/** What a command may do with the outside, but for files. */
export interface Terminal {
  /** Standard output: results. */
  out(text: string): void;
  /** Standard error: findings and progress. */
  err(text: string): void;
  readonly outStyle: Style;
  readonly errStyle: Style;
  /** Whether a person watches standard error, so that progress may be drawn and erased. */
  readonly watched: boolean;
  readonly folder: string;
  /** Resolves once somebody wants the command to end (Ctrl-C, `SIGTERM`); from the call on, it has to end by itself. */
  interrupted(): Promise<void>;
}

/** How a command ended, as an exit code. 70 (`EX_SOFTWARE` of sysexits.h) is for bugs. */
export const exitCodes = { ok: 0, problems: 1, usage: 2, bug: 70 } as const;

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // Whoever reads us may stop early (`heddle model | head`); that is no error.
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : exitCodes.bug));
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outStyle: styleFor(stdout, env),
    errStyle: styleFor(stderr, env),
    watched: stderr.isTTY && env["TERM"] !== "dumb" && !env["CI"],
    folder: process.cwd(),
    interrupted: () => new Promise((resolve) => onSignals(() => resolve())),
  };
}

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Calls this, and nothing else, at the first of the signals that ask a process to end; `code` is how it ends if nobody minds. */
export function onSignals(act: (code: number) => void): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.removeAllListeners(signal);
    process.once(signal, () => act(code));
  }
}
