import { code, fill, group, hardline, ifBreak, indent, join, line, softline, widthOf, type Code } from "heddle/template";

/** Columns that rustfmt gives the arguments of a call, an array, and the fields of a struct literal on one line. */
const callWidth = 60;
const arrayWidth = 60;
const literalWidth = 18;

/** Items of arrays up to that width share lines. */
const shortItem = 10;

/** `callee(a, b)`. */
export function call(callee: Code, args: readonly Code[]): Code {
  return code`${callee}${callArguments(args)}`;
}

/** `Some(callee(a, b))`. */
export function someCall(callee: Code, args: readonly Code[]): Code {
  return callOfCall(code`Some`, callee, args);
}

/** `outer(callee(a, b))`, which breaks where the inner call is too wide to be the argument of the outer one. */
export function callOfCall(outer: Code, callee: Code, args: readonly Code[]): Code {
  return code`${outer}(${callee}${list(args, code`(`, code`)`, callWidth - widthOf(code`${callee}()`))})`;
}

/** The arguments of a call, parentheses included. */
export function callArguments(args: readonly Code[]): Code {
  return list(args, code`(`, code`)`, callWidth);
}

/** `&[a, b]`, without the ampersand. */
export function array(items: readonly Code[]): Code {
  const isShort = items.every((item) => widthOf(item) <= shortItem);
  if (!isShort || flatWidth(items) <= arrayWidth) return list(items, code`[`, code`]`, arrayWidth);
  const last = items.length - 1;
  return code`[${indent([
    hardline,
    fill(
      items.map((item, index) => (index === last ? code`${item},` : item)),
      code`,`,
    ),
  ])}${hardline}]`;
}

function list(items: readonly Code[], open: Code, close: Code, most: number): Code {
  if (items.length === 0) return code`${open}${close}`;
  const content = indent([softline, join([code`,`, line], items), ifBreak(code`,`)]);
  return group([open, content, softline, close], { break: flatWidth(items) > most });
}

/** `Name { a: 1, b }`; on lines of their own where there is more than very little. */
export function structLiteral(name: Code, fields: readonly Code[]): Code {
  if (fields.length === 0) return code`${name} {}`;
  if (flatWidth(fields) <= literalWidth) return code`${name} { ${join(code`, `, fields)} }`;
  return code`${name} {${indent([hardline, fields.map((field, index) => [index > 0 && hardline, field, isBase(field) ? undefined : code`,`])])}${hardline}}`;
}

const bases = new WeakSet<Code>();

/** `..base`, the last field of a struct literal, which no comma may follow. */
export function baseOf(value: Code): Code {
  const base = code`..${value}`;
  bases.add(base);
  return base;
}

function isBase(field: Code): boolean {
  return bases.has(field);
}

function flatWidth(items: readonly Code[]): number {
  return items.reduce((sum, item) => sum + widthOf(item), Math.max(0, items.length - 1) * 2);
}
