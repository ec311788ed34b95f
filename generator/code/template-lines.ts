/** What a line of a template is made of: text without a newline, or the value of that number. */
export type Piece = { readonly kind: "text"; readonly text: string } | { readonly kind: "value"; readonly index: number };

export interface TemplateLine {
  /** How many lines above it, less indented each, it lies in. */
  readonly level: number;
  /** Without the indentation; none for an empty line. */
  readonly pieces: readonly Piece[];
}

/**
 * The lines of a template without their common indentation. A first and a last line of white space alone are the author's layout and
 * go. Every deeper indentation is one level, however many columns it has; a single column more is a space (` * ` in a comment).
 */
export function templateLines(strings: readonly string[]): readonly TemplateLine[] {
  const known = parsed.get(strings);
  if (known) return known;
  const lines = parse(splitLines(strings));
  parsed.set(strings, lines);
  return lines;
}

/** A template has the same strings, by identity, each time it is evaluated. */
const parsed = new WeakMap<readonly string[], readonly TemplateLine[]>();

function parse(all: readonly (readonly Piece[])[]): readonly TemplateLine[] {
  const [first] = all;
  if (all.length === 1 && first) return [{ level: 0, pieces: first }];
  const startsOnNext = first !== undefined && isBlank(first);
  const endsBefore = isBlank(all.at(-1) ?? []);
  const body = all.slice(startsOnNext ? 1 : 0, endsBefore ? -1 : undefined).map(measure);
  return level(startsOnNext ? body : body.map((line, index) => (index === 0 ? { ...line, column: undefined } : line)));
}

function splitLines(strings: readonly string[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = [[]];
  strings.forEach((string, index) => {
    if (index > 0) all.at(-1)?.push({ kind: "value", index: index - 1 });
    string.split("\n").forEach((text, row) => {
      if (row > 0) all.push([]);
      if (text !== "") all.at(-1)?.push({ kind: "text", text });
    });
  });
  return all;
}

function isBlank(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind === "text" && piece.text.trim() === "");
}

interface MeasuredLine {
  /** Where it begins; undefined where that says nothing: an empty line, or one behind the opening backtick. */
  readonly column: number | undefined;
  readonly pieces: readonly Piece[];
}

function measure(pieces: readonly Piece[]): MeasuredLine {
  if (isBlank(pieces)) return { column: undefined, pieces: [] };
  const [first, ...rest] = pieces;
  if (first?.kind !== "text") return { column: 0, pieces };
  const text = first.text.trimStart();
  return { column: first.text.length - text.length, pieces: text === "" ? rest : [{ kind: "text", text }, ...rest] };
}

function level(body: readonly MeasuredLine[]): readonly TemplateLine[] {
  const columns = body.flatMap(({ column }) => column ?? []);
  const open = [Math.min(...columns)];
  let afterFirst = body[0]?.column === undefined;
  return body.map(({ column, pieces }) => {
    if (column === undefined) return { level: 0, pieces };
    while (open.length > 1 && column < (open.at(-1) ?? 0)) open.pop();
    const extra = column - (open.at(-1) ?? 0);
    if (extra > 1 && !afterFirst) throw new SyntaxError("the first line of a template is indented more than a later one");
    if (extra > 1) open.push(column);
    afterFirst = true;
    return { level: open.length - 1, pieces: extra === 1 ? [{ kind: "text", text: " " }, ...pieces] : pieces };
  });
}
