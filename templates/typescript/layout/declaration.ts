import {
  code,
  delimited,
  group,
  hanging,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  softline,
  type Code,
  type CodeLike,
} from "heddle/template";
import type { Expression } from "./expression.js";

/** `const name: Type = value;` */
export function constant(head: Code, value: Expression): Code {
  return code`${group([group(head), code` =`, hanging(value.code)])};`;
}

/** The parameters and result of a function or method: `(a: A, b: B): C`. */
export function signature(parameters: readonly CodeLike[], result: CodeLike, options: { readonly isObject?: boolean } = {}): Code {
  const [only] = parameters;
  const hugs = only === undefined || (parameters.length === 1 && options.isObject === true);
  const list = hugs ? only : [indent([softline, join([code`,`, line], parameters)]), ifBreak(code`,`), softline];
  return group([code`(`, list, code`)`, result && [code`: `, result]]);
}

/** `[key: string]: Value`, without the semicolon. */
export function indexSignature(value: Code): Code {
  return group([code`[`, group([indent([softline, code`key: string`]), softline]), code`]`, code`: `, value]);
}

/** `<T, U>` where they are declared. */
export function typeParameters(names: readonly Code[]): Code | undefined {
  if (names.length === 0) return undefined;
  return delimited(names, { open: code`<`, close: code`>`, separator: code`,`, trailing: code`,` });
}

/** `import` and `export` lists: `{ a, b }`; a single name is never put on a line of its own. */
export function exportList(items: readonly Code[]): Code {
  const [only] = items;
  if (items.length === 1 && only) return code`{ ${only} }`;
  return delimited(items, { open: code`{`, close: code`}`, separator: code`,`, trailing: code`,`, spaced: true });
}

/** `{..} & A & B`: behind an object type and one name, every further name has a line of its own. */
export function intersection(object: Code | undefined, names: readonly Code[]): Code {
  const [first, ...rest] = names;
  if (object === undefined) return group([first, rest.map((name) => indent([code` &`, line, name]))]);
  return group([object, first && [code` & `, first], rest.map((name) => indent([code` &`, hardline, name]))]);
}
