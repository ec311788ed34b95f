import type { Terminal } from "./terminal.js";

/** A run shorter than this, in milliseconds, is not worth a word. */
const patience = 400;

export interface Progress {
  step(text: string): void;
  /** Removes what was drawn. */
  end(): void;
}

/** One line that is written over, on a terminal and once a run has taken a while. */
export function progressOn(terminal: Terminal): Progress {
  const start = performance.now();
  let drawn = false;
  const draw = (text: string): void => {
    terminal.err(`\r\u001b[K${text}`);
    drawn = text !== "";
  };
  return {
    step: (text) => {
      if (terminal.watched && performance.now() - start > patience) draw(terminal.errStyle.dim(`${text} ...`));
    },
    end: () => {
      if (drawn) draw("");
    },
  };
}
