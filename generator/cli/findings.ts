import type { Diagnostic } from "../source/diagnostic.js";
import { countText, showGithub, showText } from "./show.js";
import type { Terminal } from "./terminal.js";

export const formats = ["text", "json", "github"] as const;

export type Format = (typeof formats)[number];

/** Prints findings as text on standard error or as workflow commands on standard output; as JSON they are part of the result. */
export function printFindings(diagnostics: readonly Diagnostic[], format: Format, terminal: Terminal): void {
  if (format === "github") terminal.out(showGithub(diagnostics));
  if (format !== "text" || diagnostics.length === 0) return;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  terminal.err(`${showText(diagnostics, terminal.errStyle)}\n`);
  terminal.err(`${terminal.errStyle.bold(countText(diagnostics))}. Cause and fix: heddle explain ${codes.slice(0, 3).join(" ")}\n`);
}

/** A result for machines: two spaces, one line feed at the end. */
export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
