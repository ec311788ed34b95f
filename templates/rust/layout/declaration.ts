import { code, group, hardline, ifBreak, indent, join, line, lines, softline, widthOf, type Code } from "heddle/template";

/** `fn name(a: A) -> B`; a parameter a line where that does not fit. */
export function signature(head: Code, parameters: readonly Code[], result: Code | undefined): Code {
  const list = parameters.length === 0 ? undefined : [indent([softline, join([code`,`, line], parameters), ifBreak(code`,`)]), softline];
  return group([head, code`(`, list, code`)`, result && code` -> ${result}`]);
}

/** A function with its body. */
export function fn(head: Code, parameters: readonly Code[], result: Code | undefined, body: readonly (Code | undefined)[]): Code {
  return block(signature(head, parameters, result), lines(body));
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
  const isWide = fields.reduce((sum, field) => sum + widthOf(field) + 2, -2) > patternWidth;
  const rest = fields.at(-1) === remaining;
  const content = indent([line, join([code`,`, line], fields), rest ? undefined : ifBreak(code`,`)]);
  return group([name, code` {`, content, line, code`}`], { break: isWide });
}

/** `..`, the last field of a pattern, which no comma may follow. */
export const remaining = code`..`;
