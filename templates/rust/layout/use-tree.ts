import { code, fill, firstFit, group, ifBreak, indent, softline, widthOf, type Code } from "heddle/template";

/** Columns of a tree on one line, without `pub use`, the semicolon and the last two, which rustfmt leaves empty. */
const longest = 89;

/** `models::{A, B}`, as many on each line as fit; the names have to be sorted. */
export function useTree(module: Code, items: readonly Code[]): Code {
  const [only] = items;
  if (only && items.length === 1) return code`${module}::${only}`;
  const line = items.map((item, index) => (index === 0 ? item : code`, ${item}`));
  // On lines after the first, rustfmt leaves the last column empty: the space behind a comma counts.
  const filled = fill([...items.slice(0, -1), code`${items.at(-1)}, `], code`, `, softline);
  const tree = [code`${module}::{`, indent([softline, ifBreak(firstFit([code`${line},`, filled]), line)]), softline, code`}`];
  return group(tree, { break: widthOf(code`${module}::{${line}}`) > longest });
}
