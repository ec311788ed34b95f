import { code, firstFit, group, hardline, ifBreak, indent, join, line, lines, softline, widthOf, type Code } from "heddle/template";

/** `fn name(a: A) -> B {`; a parameter a line where that does not fit, and then the brace on the next one if it must. */
function signature(head: Code, parameters: readonly Code[], result: Code | undefined, isFree: boolean): Code {
  const list = parameters.length === 0 ? undefined : [indent([softline, join([code`,`, line], parameters), ifBreak(code`,`)]), softline];
  // rustfmt counts the indentation of a method twice here; at the end of a line nothing is printed of the spaces.
  const lowBrace = firstFit([isFree ? code` {` : code` {    `, [softline, code`{`]]);
  if (!list && result) return group([head, code`()`, line, code`-> ${result} {`]);
  const brace = list ? ifBreak(lowBrace, code` {`) : lowBrace;
  return group([head, code`(`, list, code`)`, result && code` -> ${result}`, brace]);
}

/** `Name(Type)`, the type on a line of its own where it does not fit. */
export function tupleVariant(name: Code, type: Code): Code {
  return group([name, code`(`, indent([softline, type, ifBreak(code`,`)]), softline, code`)`]);
}

/** A method with its body. */
export function fn(head: Code, parameters: readonly Code[], result: Code | undefined, body: readonly (Code | undefined)[]): Code {
  return code`${signature(head, parameters, result, false)}${indent([hardline, lines(body)])}${hardline}}`;
}

/** A function outside of all types, with its body. */
export function freeFunction(head: Code, parameters: readonly Code[], result: Code | undefined, body: readonly (Code | undefined)[]): Code {
  return code`${signature(head, parameters, result, true)}${indent([hardline, lines(body)])}${hardline}}`;
}

/** `head { content }`, the content on lines of its own. */
export function block(head: Code, content: Code): Code {
  return code`${head} {${indent([hardline, content])}${hardline}}`;
}

/** `impl<T> Trait for Type { content }`; a long head is broken before `for`. */
export function implementation(trait: Code, type: Code, content: Code, parameters?: Code): Code {
  const fits = widthOf(code`impl${parameters} ${trait} for ${type} {`) <= 100;
  if (fits) return block(code`impl${parameters} ${trait} for ${type}`, content);
  return code`impl${parameters} ${trait}${indent([hardline, code`for ${type}`])}${hardline}{${indent([hardline, content])}${hardline}}`;
}

/** A struct's or a variant's fields between braces, each on its line. */
export function fieldList(head: Code, fields: readonly Code[]): Code {
  return fields.length === 0 ? code`${head} {}` : block(head, lines(fields));
}

/** Columns that rustfmt gives the fields of a struct pattern on one line. */
const patternWidth = 18;

/** `Name { a, b } =>` as a pattern; a name a line where there is more than very little. */
export function pattern(name: Code, fields: readonly Code[]): Code {
  if (fields.length === 0) return name;
  const rest = fields.at(-1) === remaining;
  const isWide = (columns: readonly Code[]): boolean => columns.reduce((sum, field) => sum + widthOf(field) + 2, -2) > patternWidth;
  // The two dots stay beside names that are short without them.
  const separator = rest && !isWide(fields.slice(0, -1)) ? code`, ` : [code`,`, line];
  const content = indent([line, join(separator, fields), rest ? undefined : ifBreak(code`,`)]);
  return group([name, code` {`, content, line, code`}`], { break: isWide(fields) });
}

/** `..`, the last field of a pattern, which no comma may follow. */
export const remaining = code`..`;
