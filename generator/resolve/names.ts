import { splitWords } from "../model/name.js";
import type { Report } from "../source/report.js";
import type { Text } from "../source/span.js";

// Control characters, and those that reorder or hide what a reader sees (bidi controls, zero width, BOM, line separators).
const hidden = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/u;

/** A name that becomes a file, a type or a method in every language: `what` is its noun, as in "type". */
export function checkName(report: Report, what: string, name: Text): void {
  if (hidden.test(name.value)) report.add("HD303", name.span, { what, name: visible(name.value) });
  else if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name.value)) report.add("HD302", name.span, { what, name: name.value });
}

/** A name that is data on the wire, and what identifiers are made of unless `renamed`. */
export function checkWireName(report: Report, what: string, name: Text, renamed = false): void {
  if (hidden.test(name.value)) report.add("HD303", name.span, { what, name: visible(name.value) });
  else if (!renamed && splitWords(name.value).length === 0) report.add("HD304", name.span, { what, name: name.value });
}

/** Hidden characters as `\u{...}`, so that a message shows them and a terminal does not obey them. */
function visible(text: string): string {
  return Array.from(text, (char) => (hidden.test(char) ? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}` : char)).join("");
}
