import { group, ifBreak, indent, isEmpty, join, line, softline } from "./builders.js";
import { sequence, type Node } from "./node.js";
import { Code, nodeOf, type CodeLike } from "./value.js";

/** The first of several layouts of the same thing whose lines fit; the last if none does. `break`: every one of them has a line break of its own. */
export function firstFit(states: readonly CodeLike[], options: { readonly break?: boolean } = {}): Code {
  return new Code({ kind: "firstFit", states: states.map(nodeOf), break: options.break ?? false });
}

/** A space and the content, or, where even its first line does not fit, a line break and the content indented. */
export function hanging(content: CodeLike): Code {
  return new Code({ kind: "hanging", content: nodeOf(content) });
}

/** As many items on each line as fit; `gap` is between two, a space unless a language counts that as a part of the item. */
export function fill(items: readonly CodeLike[], separator: CodeLike, gap: CodeLike = line): Code {
  const parts = items.map(nodeOf).map((item, index): Node => (index < items.length - 1 ? sequence([item, nodeOf(separator)]) : item));
  return new Code({ kind: "fill", parts: parts.flatMap((part, index) => (index === 0 ? [part] : [nodeOf(gap), part])) });
}

export interface Delimiters {
  readonly open: CodeLike;
  readonly close: CodeLike;
  readonly separator: CodeLike;
  /** Behind the last item where every item has its own line. */
  readonly trailing?: CodeLike;
  /** A space inside the delimiters where all stand on one line. */
  readonly spaced?: boolean;
  /** Each item on its own line in any case. */
  readonly break?: boolean;
}

/** Items between delimiters: all on one line, or each on its own; the delimiters alone if there is none. */
export function delimited(items: readonly CodeLike[], { open, close, separator, trailing, spaced, break: broken }: Delimiters): Code {
  if (items.every(isEmpty)) return group([open, close]);
  const edge = spaced ? line : softline;
  return group([open, indent([edge, join([separator, line], items)]), ifBreak(trailing), edge, close], { break: broken ?? false });
}

/**
 * Items between delimiters where the last, a block of lines, may begin on the line of the others: `f(a, {` to `})`.
 * `breaks` says that it has line breaks in any case.
 */
export function hugged(items: readonly CodeLike[], delimiters: Delimiters, options: { readonly breaks: boolean }): Code {
  const { open, close, separator } = delimiters;
  const head = items.slice(0, -1).map((item) => [item, separator, line]);
  const last = items.at(-1);
  const broken = group(last, { break: true });
  const apart = delimited(items, { ...delimiters, break: true });
  if (options.breaks) return firstFit([[open, head, broken, close], apart], { break: true });
  return firstFit([[open, head, last, close], [open, head, broken, close], apart]);
}
