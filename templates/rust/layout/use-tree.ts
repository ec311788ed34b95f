import { code, fill, group, ifBreak, indent, softline, type Code } from "heddle/template";

/** `models::{A, B}`, as many on each line as fit; the names have to be sorted. */
export function useTree(module: Code, items: readonly Code[]): Code {
  const [only] = items;
  if (only && items.length === 1) return code`${module}::${only}`;
  const last = items.length - 1;
  const filled = items.map((item, index) => (index === last ? [item, ifBreak(code`,`)] : item));
  return group([code`${module}::{`, indent([softline, fill(filled, code`, `, softline)]), softline, code`}`]);
}
