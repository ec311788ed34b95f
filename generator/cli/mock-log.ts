import type { MockRequest } from "../mock/record.js";
import type { Style } from "./style.js";

/** A request on one line, and below it why it was refused and what else is worth knowing. */
export function requestLines({ method, target, status, duration, problems, notes }: MockRequest, style: Style): string {
  const shown = status === undefined ? style.red("---") : colourOf(status, style)(String(status));
  const time = style.dim(`${duration.toFixed(duration < 10 ? 1 : 0).padStart(5)} ms`);
  const more = [...problems.map(printable), ...notes.map((note) => style.dim(printable(note)))].map((text) => `${" ".repeat(22)}${text}\n`);
  return `${method.padEnd(7)} ${shown} ${time}  ${printable(target)}\n${more.join("")}`;
}

function colourOf(status: number, style: Style): (text: string) => string {
  return status < 300 ? style.green : status < 500 ? style.yellow : style.red;
}

/** The same for machines: an object on a line. */
export function jsonLine({ method, target, operation, status, duration, problems, notes }: MockRequest, time: Date): string {
  const entry = { time: time.toISOString(), method, target, operation, status, ms: Number(duration.toFixed(2)), problems, notes };
  return `${JSON.stringify(entry)}\n`;
}

/** Requests can contain anything; what would move a terminal's cursor is written out. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
