import { between, hard, isNothing, nothing, sequence, type Node } from "./node.js";
import { templateLines, type TemplateLine } from "./template-lines.js";
import { Code, flatten, nodeOf, type CodeLike } from "./value.js";

/**
 * Code as it should look, with other code in it. A plain string is refused, by the compiler and at run time (`NotCode`): a name, a
 * literal or a comment comes from the target, which knows how each is written safely.
 *
 * The indentation that all lines share is not part of it; each deeper level is one `indent()`, each newline a hard line. A value alone
 * on its line may be a list, one line an item, and takes the line away if it is empty:
 *
 *     code`
 *       export class ${name} {
 *         ${methods}
 *       }
 *     `
 */
export function code(strings: TemplateStringsArray, ...values: readonly CodeLike[]): Code {
  if (!Array.isArray(strings.raw) || !Object.isFrozen(strings)) throw new TypeError("`code` is a tag: write code`...`, do not call it");
  const shown = withoutRemoved(templateLines(strings).map((each) => shownLine(each, values)));
  return new Code(nest(shown, 0));
}

interface ShownLine {
  readonly kind: "code" | "blank" | "removed";
  readonly level: number;
  readonly node: Node;
}

function shownLine({ level, pieces }: TemplateLine, values: readonly CodeLike[]): ShownLine {
  const [first] = pieces;
  if (first === undefined) return { kind: "blank", level, node: nothing };
  if (pieces.length === 1 && first.kind === "value") {
    const node = between(hard, flatten(values[first.index]));
    return { kind: isNothing(node) ? "removed" : "code", level, node };
  }
  const nodes = pieces.map((piece): Node => (piece.kind === "text" ? piece : nodeOf(values[piece.index])));
  const removed = pieces.every((piece, index) => (piece.kind === "text" ? piece.text.trim() === "" : isNothing(nodes[index] ?? nothing)));
  return { kind: removed ? "removed" : "code", level, node: sequence(nodes) };
}

/** Takes the removed lines away, and with them the empty lines that stood only between them and others. */
function withoutRemoved(all: readonly ShownLine[]): readonly ShownLine[] {
  const kept: ShownLine[] = [];
  let gap: ShownLine[] = [];
  let previous: ShownLine | undefined;
  for (const line of all) {
    if (line.kind !== "code") {
      gap.push(line);
      continue;
    }
    kept.push(...gapBetween(previous, gap, line), line);
    [gap, previous] = [[], line];
  }
  return [...kept, ...gapBetween(previous, gap, undefined)];
}

/** At the start of a block what stood before the removed lines stays, at its end what stood behind them, in between one empty line. */
function gapBetween(before: ShownLine | undefined, gap: readonly ShownLine[], after: ShownLine | undefined): readonly ShownLine[] {
  const first = gap.findIndex(({ kind }) => kind === "removed");
  if (first === -1) return gap;
  if (!before || (after && before.level < after.level)) return gap.slice(0, first);
  if (!after || before.level > after.level) return gap.slice(gap.findLastIndex(({ kind }) => kind === "removed") + 1);
  return gap.filter(({ kind }) => kind === "blank").slice(0, 1);
}

/** Lines of one level as a sequence, deeper ones in an indent that begins with the break before them. */
function nest(lines: readonly ShownLine[], level: number): Node {
  const parts: Node[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(lines, at, level);
    if (at > 0 && end === at) parts.push(hard);
    parts.push(
      end === at ? (lines[at]?.node ?? nothing) : { kind: "indent", content: sequence([hard, nest(lines.slice(at, end), level + 1)]) },
    );
    at = Math.max(end, at + 1);
  }
  return sequence(parts);
}

/** Where the deeper lines from `at` on end: at the first line of `level` or less. Equal to `at` if there are none. */
function endOfBlock(lines: readonly ShownLine[], at: number, level: number): number {
  let end = at;
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (line?.kind === "blank") continue;
    if ((line?.level ?? 0) <= level) break;
    end = next + 1;
  }
  return lines[at]?.kind === "blank" && end > at ? at : end;
}
