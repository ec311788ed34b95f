import type { Diagnostic } from "../source/diagnostic.js";
import { renderGithub } from "../source/render/github.js";
import { renderText } from "../source/render/text.js";
import { plain } from "./style.js";
import type { Terminal } from "./terminal.js";

export const formats = ["text", "json", "github"] as const;

export type Format = (typeof formats)[number];

/** Prints findings as text on standard error or as workflow commands on standard output; as JSON they are part of the result. */
export function printFindings(diagnostics: readonly Diagnostic[], format: Format, terminal: Terminal): void {
  if (format === "github") terminal.out(renderGithub(diagnostics));
  if (format !== "text" || diagnostics.length === 0) return;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  terminal.err(`${renderText(diagnostics, { color: terminal.errStyle !== plain })}\n`);
  terminal.err(`${terminal.errStyle.bold(countText(diagnostics))}. Cause and fix: heddle explain ${codes.slice(0, 3).join(" ")}\n`);
}

/** `2 errors, 1 warning`. */
function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error"), count(diagnostics.length - errors, "warning")];
  return counts.filter((text) => text !== "").join(", ");
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A result for machines: two spaces, one line feed at the end. */
export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
