import { between, hard, isNothing, nothing, sequence, type LineMode, type Node } from "./node.js";
import { Code, flatten, nodeOf, type CodeLike } from "./value.js";

const lineOf = (mode: LineMode): Code => new Code({ kind: "line", mode });

/** A space, or a line break if the group around it does not fit. */
export const line: Code = lineOf("line");
/** Nothing, or a line break if the group around it does not fit. */
export const softline: Code = lineOf("soft");
/** A line break; the groups around it break, too. */
export const hardline: Code = lineOf("hard");
/** Nothing at all. */
export const empty: Code = new Code(nothing);

/** Whether it prints nothing. */
export function isEmpty(code: CodeLike): boolean {
  return isNothing(nodeOf(code));
}

/** On one line if it fits, otherwise with every line of its own broken. `break` breaks it in any case. */
export function group(code: CodeLike, options: { readonly break?: boolean } = {}): Code {
  return new Code({ kind: "group", content: nodeOf(code), break: options.break ?? false });
}

/** One level deeper, from the next line break on. */
export function indent(code: CodeLike): Code {
  return new Code({ kind: "indent", content: nodeOf(code) });
}

/** `broken` where the group around it is broken, `flat` where it fits on its line. */
export function ifBreak(broken: CodeLike, flat?: CodeLike): Code {
  return new Code({ kind: "ifBreak", broken: nodeOf(broken), flat: nodeOf(flat) });
}

/** The items with the separator between them; empty items are skipped. */
export function join(separator: CodeLike, items: readonly CodeLike[]): Code {
  return new Code(between(nodeOf(separator), items.map(nodeOf)));
}

/** Each item on a line of its own; empty ones are skipped, lists in the list are part of it. */
export function lines(items: readonly CodeLike[]): Code {
  return new Code(between(hard, flatten(items)));
}

/** An empty line between the items; empty ones are skipped, lists in the list are part of it. */
export function blocks(items: readonly CodeLike[]): Code {
  return new Code(between({ kind: "sequence", parts: [hard, hard] }, flatten(items)));
}

/**
 * Text that a target's encoder has made safe for its place. A newline in it is one inside a literal: what follows starts at column 0,
 * spaces before it stay. Lines of code, or of a comment, are joined with {@link lines} instead.
 *
 * Not part of `heddle/template`: this is the one way for text to become code.
 */
export function text(value: string): Code {
  if (value.includes("\r")) throw new RangeError("a carriage return must be escaped before text becomes code");
  const pieces = value.split("\n").map((piece): Node => ({ kind: "text", text: piece }));
  return new Code(sequence(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [literal, piece]))));
}

const literal: Node = { kind: "line", mode: "literal" };
