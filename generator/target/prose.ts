/** Lines of Markdown, with paragraphs broken where a line is longer than `width`; code, tables and headings stay as they are. */
export function wrapped(source: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let fenced = false;
  for (const line of joined(source, width)) {
    if (isFence(line)) fenced = !fenced;
    lines.push(...(fenced || isVerbatim(line) ? [line] : wrap(line, width)));
  }
  return lines;
}

/** Lines that go on with a paragraph of which one line is too long are put behind the line before. */
function joined(lines: readonly string[], width: number): readonly string[] {
  const result: string[] = [];
  let fenced = false;
  for (const line of lines.map((each) => each.trimEnd())) {
    if (isFence(line)) fenced = !fenced;
    const before = result.at(-1) ?? "";
    const goesOn =
      !fenced &&
      before !== "" &&
      before.length > width - 20 &&
      !isVerbatim(before) &&
      !isFence(before) &&
      /^ {0,3}[\p{L}\p{N}"'(]/u.test(line) &&
      !/^\s*\d+[.)]\s/.test(line);
    if (goesOn) result.push(`${result.pop() ?? ""} ${line.trimStart()}`);
    else result.push(line);
  }
  return result;
}

function isFence(line: string): boolean {
  return /^\s*(```|~~~)/.test(line);
}

/** Tables, headings and indented code mean something else when they are broken. */
function isVerbatim(line: string): boolean {
  return /^( {4}|\s*[|#])/.test(line);
}

/** Breaks a line between words, but not inside of a link. */
export function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const start = /^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)?/.exec(line)?.[0] ?? "";
  const hanging = start.startsWith(">") ? start : " ".repeat(start.length);
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(/ +(?![^\s{}]+\})/)) {
    if (current.length + word.length > width && current.trim() !== start.trim() && !startsBlock(word)) {
      lines.push(current.trimEnd());
      current = hanging;
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}

/** A word that would mean something else as the first of a line. */
function startsBlock(word: string): boolean {
  return /^([-*+>|#=~`]|\d+[.)]$)/.test(word);
}
