import { code, fill, firstFit, group, hardline, ifBreak, indent, join, line, lines, softline, widthOf, type Code } from "heddle/template";

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

const lineWidth = 100;

/** Columns of an indentation; a receiver that is not wider keeps its method on its line. */
const tabWidth = 4;

/**
 * `receiver.method(a, b)?`: the method goes to the next line where only that keeps its arguments together; `level` is how deep the
 * expression stands.
 */
export function methodCall(receiver: Code, method: Code, args: readonly Code[], after?: Code, level = 0): Code {
  const inLine = code`${receiver}.${call(method, args)}${after}`;
  const below = code`.${call(method, args)}${after}`;
  const fitsBelow = flatWidth(args) <= callWidth && (level + 1) * tabWidth + widthOf(below) < lineWidth;
  if (widthOf(receiver) <= tabWidth) return inLine;
  const apart = code`${receiver}${indent([softline, below])}`;
  const broken = code`${receiver}.${method}${list(args, after ? code`(  ` : code`(`, code`)`, 0)}${after}`;
  if (flatWidth(args) > callWidth) return firstFit([broken, apart]);
  // Three arguments, a line each, are a block that rustfmt leaves on the receiver's line.
  const hangs = fitsBelow && args.length < 3;
  return firstFit(hangs ? [inLine, apart] : [inLine, broken, apart]);
}

/** `receiver.method(a, b).await`, a chain that rustfmt breaks from 60 columns on. */
export function awaited(receiver: Code, method: Code, args: readonly Code[]): Code {
  const inLine = code`${receiver}.${call(method, args)}.await`;
  if (widthOf(inLine) <= callWidth) return inLine;
  return code`${receiver}${indent([hardline, code`.${call(method, args)}`, hardline, code`.await`])}`;
}

/** `self.part.method(arg)`, a chain that rustfmt breaks from 60 columns on. */
export function partCall(part: Code, method: Code, arg: Code): Code {
  const inLine = code`${part}.${method}(${arg})`;
  return widthOf(inLine) <= callWidth ? inLine : code`${part}${indent([hardline, code`.${method}(${arg})`])}`;
}

/** `Ok(Self::Name(content))`, which stands behind `column` columns. */
export function okVariant(name: Code, content: Code, column: number): Code {
  if (widthOf(code`${name}(${content})`) <= callWidth) return code`Ok(${name}(${content}))`;
  const hugs = column + widthOf(code`Ok(${name}(`) < lineWidth - 1;
  if (hugs) return code`Ok(${name}(${indent([hardline, content])},${hardline}))`;
  return code`Ok(${indent([hardline, code`${name}(${content})`])},${hardline})`;
}

/** `name: value.into()`, the field of a literal, on two lines where it does not fit on one. */
export function intoField(name: Code, value: Code): Code {
  const apart = code`${name}:${indent([softline, code`${value}.into()`])}`;
  return firstFit([code`${name}: ${value}.into()`, code`${name}: ${value}  ${indent([hardline, code`.into()`])}`, apart]);
}

/** Whether a closure begins on the line of a call's other arguments; its first line counts as one of them. */
export function hugsClosure(args: readonly Code[]): boolean {
  return flatWidth(args) <= callWidth;
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
  // rustfmt leaves the last two columns of these lines empty; at the end of a line nothing is printed of them.
  const rows = fields.map((field) => (bases.has(field) ? field : tried.has(field) ? code`${field},  ` : code`${field},`));
  return code`${name} {  ${indent([hardline, lines(rows)])}${hardline}}`;
}

const bases = new WeakSet<Code>();

/** `..base`, the last field of a struct literal, which no comma may follow. */
export function baseOf(value: Code): Code {
  const base = code`..${value}`;
  bases.add(base);
  return base;
}

const tried = new WeakSet<Code>();

/** `name: object.required("name")?`, a field of a struct literal that may fail. */
export function triedField(name: Code, receiver: Code, method: Code, args: readonly Code[]): Code {
  const field = code`${name}: ${methodCall(receiver, method, args, code`?`)}`;
  tried.add(field);
  return field;
}

function flatWidth(items: readonly Code[]): number {
  return items.reduce((sum, item) => sum + widthOf(item), Math.max(0, items.length - 1) * 2);
}
