import {
  code,
  delimited,
  firstFit,
  group,
  hanging,
  hardline,
  hugged,
  ifBreak,
  indent,
  join,
  line,
  softline,
  widthOf,
  type Code,
} from "heddle/template";

/**
 * An expression, and what Prettier goes by when it has to break the line before it: a `block` has lines of its own and begins on the line
 * it is put in, a `plain` call of one short argument had better stay whole.
 */
export interface Expression {
  readonly code: Code;
  readonly kind: "name" | "literal" | "block" | "plain" | "call";
}

/** A quarter of the line: what is shorter is not worth a line break inside a call. */
const short = 20;

export function name(code: Code): Expression {
  return { code, kind: "name" };
}

export function literal(code: Code): Expression {
  return { code, kind: "literal" };
}

/** `callee(a, b)`. The last argument may be a block: `callee(a, {` to `})`. */
export function call(callee: Code, args: readonly Expression[]): Expression {
  return { code: code`${callee}${callArguments(args)}`, kind: isPlain(args) ? "plain" : "call" };
}

/** A call that a bundler may leave out if nobody needs what it gives: nothing runs when a module is loaded. */
export function pure(made: Expression): Expression {
  return made.kind === "call" || made.kind === "plain" ? { ...made, code: code`/* @__PURE__ */ ${made.code}` } : made;
}

/** The arguments of a call or `new`, parentheses included. */
export function callArguments(args: readonly Expression[]): Code {
  if (args.length === 0) return code`()`;
  const delimiters = { open: code`(`, close: code`)`, separator: code`,`, trailing: code`,` };
  const items = args.map((arg) => arg.code);
  const last = args.at(-1);
  if (items.slice(0, -1).some((item) => widthOf(item) === Infinity)) return delimited(items, { ...delimiters, break: true });
  return last?.kind === "block" ? hugged(items, delimiters, { breaks: widthOf(last.code) === Infinity }) : delimited(items, delimiters);
}

/** `{ a, b }` on one line if it fits. */
export function inlineObject(properties: readonly Code[]): Expression {
  if (properties.length === 0) return { code: code`{}`, kind: "name" };
  return {
    code: delimited(properties, { open: code`{`, close: code`}`, separator: code`,`, trailing: code`,`, spaced: true }),
    kind: "block",
  };
}

/** `[a, b]` on one line if it fits. Prettier gives each row of a table a line: arrays or objects of more than one item. */
export function inlineArray(items: readonly Code[], options: { readonly isTable?: boolean } = {}): Expression {
  if (items.length === 0) return { code: code`[]`, kind: "name" };
  const isTable = options.isTable === true && items.length > 1;
  return {
    code: delimited(items, { open: code`[`, close: code`]`, separator: code`,`, trailing: code`,`, break: isTable }),
    kind: "block",
  };
}

/** An object with a line for each property: Prettier leaves an object broken that begins with a line break. */
export function object(properties: readonly Code[]): Expression {
  if (properties.length === 0) return { code: code`{}`, kind: "name" };
  const body = indent([hardline, join([code`,`, hardline], properties), code`,`]);
  return { code: group([code`{`, body, hardline, code`}`]), kind: "block" };
}

/** `() => value`; an object literal gets its parentheses. */
export function thunk(value: Expression, options: { readonly isObject: boolean }): Expression {
  if (options.isObject) return { code: code`() => (${value.code})`, kind: "block" };
  return { code: code`() => ${value.code}`, kind: "block" };
}

/** `() => value` among other arguments, or the value below its arrow. */
export function arrow(value: Code): Expression {
  return { code: group([code`() =>`, group(indent([line, value]))]), kind: "call" };
}

/** `callee(() => value)` for a value that is no object: it may begin below its arrow. */
export function callWithThunk(callee: Code, value: Code): Expression {
  const expanded = group([code`() =>`, group([indent([line, value, ifBreak(code`,`)]), softline])]);
  const apart = delimited([arrow(value).code], {
    open: code`(`,
    close: code`)`,
    separator: code`,`,
    trailing: code`,`,
    break: true,
  });
  const states = [[code`(`, expanded, code`)`], [code`(`, group(expanded, { break: true }), code`)`], apart];
  return { code: code`${callee}${firstFit(states)}`, kind: "call" };
}

/** `object.method(..).then()`, or each call on a line of its own where that does not fit. */
export function chain(object: Code, calls: readonly Code[]): Expression {
  const apart = [object, indent(calls.map((each) => [hardline, each]))];
  const isBroken = widthOf(calls) === Infinity;
  return { code: isBroken ? group(apart) : firstFit([[object, calls], apart]), kind: "call" };
}

/** `key: value` in an object literal. Behind a key of fewer than five columns nothing is gained by a line break. */
export function property(key: Code, value: Expression): Code {
  if (widthOf(key) < 5) return code`${key}: ${value.code}`;
  return group([key, code`:`, value.kind === "plain" ? group(indent([line, value.code])) : hanging(value.code)]);
}

function isPlain(args: readonly Expression[]): boolean {
  const [only] = args;
  return only === undefined || (args.length === 1 && (only.kind === "name" || only.kind === "literal") && widthOf(only.code) <= short);
}
