import { catalog } from "../source/catalog/index.js";
import { exitCodes, type Terminal } from "./terminal.js";

interface Explained {
  readonly severity: string;
  readonly cause: string;
  readonly fix: string;
}

/** `heddle explain CODE...`: why a finding is reported, and the way out. Exit code 2 for a code that does not exist. */
export function runExplain(codes: readonly string[], terminal: Terminal): number {
  const entries = new Map<string, Explained>(Object.entries(catalog));
  const wanted = codes.map((code) => code.toUpperCase().replace(/^(?=\d)/, "HD"));
  const unknown = wanted.filter((code) => !entries.has(code));
  for (const code of unknown) terminal.err(`There is no code ${code}.${ofSameStage(code, [...entries.keys()])}\n`);
  if (unknown.length > 0) return exitCodes.usage;
  const texts = wanted.flatMap((code) => {
    const entry = entries.get(code);
    return entry
      ? [`${terminal.outStyle.bold(code)} (${entry.severity})\n\n${wrap(`Cause: ${entry.cause}`)}\n${wrap(`Fix: ${entry.fix}`)}`]
      : [];
  });
  terminal.out(texts.join("\n"));
  return exitCodes.ok;
}

/** The first digit of a code says which stage reports it. */
function ofSameStage(code: string, known: readonly string[]): string {
  const same = known.filter((other) => other.startsWith(code.slice(0, 3))).toSorted();
  return same.length > 0 ? ` There are ${same[0]} to ${same.at(-1)}.` : "";
}

/** Lines of at most 80 columns. */
function wrap(text: string): string {
  let column = 0;
  let result = "";
  for (const word of text.split(" ")) {
    const fits = column + word.length + 1 <= 80;
    result += column === 0 ? word : fits ? ` ${word}` : `\n${word}`;
    column = fits && column > 0 ? column + word.length + 1 : word.length;
  }
  return `${result}\n`;
}
