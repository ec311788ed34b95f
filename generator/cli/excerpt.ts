import type { Span } from "../source/span.js";
import { visible } from "./visible.js";

/** Longer lines are cut around the caret. */
const widest = 120;

/** The line of a span with a caret under the span, or as much of both as fits; two lines, without the margin. */
export function excerpt(span: Span): readonly [line: string, caret: string] {
  const { line, column } = span.file.position(span.start);
  const text = span.file.line(line);
  const start = column - 1;
  const end = Math.max(start + 1, Math.min(text.length, start + span.end - span.start));
  const from = text.length <= widest ? 0 : Math.max(0, Math.min(start - 40, text.length - widest));
  const to = Math.min(text.length, from + widest);
  const before = (from > 0 ? "…" : "") + shown(text.slice(from, start));
  const marked = shown(text.slice(start, Math.min(end, to)));
  const after = shown(text.slice(Math.min(end, to), to)) + (to < text.length ? "…" : "");
  return [before + marked + after, " ".repeat(width(before)) + "^".repeat(Math.max(1, width(marked)))];
}

function shown(text: string): string {
  return visible(text.replaceAll("\t", "  "));
}

/** Columns of a terminal: none for what combines with the character before, two for most of East Asia and for emoji. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return columns;
}
