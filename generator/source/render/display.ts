/** A character as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
}

const tab = "    ";
const hidden = /[\p{C}\p{Zl}\p{Zp}]/u;
const combining = /[\p{Mn}\p{Me}]/u;
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/**
 * One code point for the eye: control, bidirectional and other invisible characters are written as `\u{202e}`, so that a
 * schema cannot move the cursor, paint the terminal or show text in another order than it has.
 */
export function cell(character: string): Cell {
  if (character === "\t") return { text: tab, width: tab.length };
  if (hidden.test(character)) {
    const text = `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    return { text, width: text.length };
  }
  if (combining.test(character)) return { text: character, width: 0 };
  return { text: character, width: wide.test(character) ? 2 : 1 };
}

const longestMessage = 600;

/** A message or a path on one line, made safe like {@link cell}. */
export function shown(text: string): string {
  const cut = text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
  return [...cut].map((character) => cell(character).text).join("");
}
