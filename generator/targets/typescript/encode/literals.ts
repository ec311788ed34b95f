import { code, delimited, fill, group, hanging, ifBreak, indent, line, softline, text, type Code } from "../../../code/index.js";
import type { Value } from "../example-values.js";
import { valueKey } from "./keys.js";
import { numberLiteral, stringLiteral } from "./strings.js";

/** A value as an expression, laid out as Prettier would. A bigint keeps its digits. */
export function literal(value: Value): Code {
  if (typeof value === "string") return text(stringLiteral(value));
  if (typeof value === "number" || typeof value === "bigint") return text(numberLiteral(value));
  if (value === null || typeof value === "boolean") return text(String(value));
  if (value instanceof Uint8Array) return code`new Uint8Array(${array([...value])})`;
  return isArray(value) ? array(value) : object(Object.entries(value));
}

function array(items: readonly Value[]): Code {
  if (items.length === 0) return code`[]`;
  if (items.every((item) => typeof item === "number")) return numbers(items.map(literal));
  return delimited(items.map(literal), { open: code`[`, close: code`]`, separator: code`,`, trailing: code`,`, break: isTable(items) });
}

/** As many on each line as fit. */
function numbers(items: readonly Code[]): Code {
  const last = items.length - 1;
  const broken = items.map((item, index) => (index === last ? code`${item},` : item));
  return group([code`[`, indent([softline, ifBreak(fill(broken, code`,`), fill(items, code`,`))]), softline, code`]`]);
}

/** Prettier gives every row of a table a line: several lists, or several objects, each with more than one member. */
function isTable(items: readonly Value[]): boolean {
  const [first] = items;
  const sameKind = (item: Value): boolean => isObject(item) && Array.isArray(item) === Array.isArray(first);
  return items.length > 1 && items.every((item) => sameKind(item) && Object.keys(item as object).length > 1);
}

function object(members: readonly (readonly [string, Value])[]): Code {
  if (members.length === 0) return code`{}`;
  const properties = members.map(([name, value]) => property(name, value));
  return delimited(properties, { open: code`{`, close: code`}`, separator: code`,`, trailing: code`,`, spaced: true });
}

/** Nothing is gained by a line break behind a key of fewer than five columns, or before a number; a long text gets a line of its own. */
function property(name: string, value: Value): Code {
  const key = valueKey(name);
  const expression = literal(value);
  if (key.length < 5 || typeof value === "number" || typeof value === "boolean") return code`${text(key)}: ${expression}`;
  const rest = typeof value === "string" ? group(indent([line, expression])) : hanging(expression);
  return group([text(key), code`:`, rest]);
}

function isObject(value: Value | undefined): value is readonly Value[] | { readonly [key: string]: Value } {
  return typeof value === "object" && value !== null;
}

function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
