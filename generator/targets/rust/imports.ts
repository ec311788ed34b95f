import {
  applyCasing,
  blocks,
  code,
  fill,
  firstFit,
  group,
  ifBreak,
  indent,
  lines,
  references,
  softline,
  widthOf,
  splitWords,
  text,
  type Code,
  type ModuleSymbol,
} from "../../code/index.js";
import { modelsModule, serviceModule } from "./modules.js";

/** The imports of a module, and what each symbol is called in it. */
export interface Imports {
  readonly code: Code;
  readonly local: (symbol: ModuleSymbol) => string;
}

/** The `use` declarations for the symbols that a module uses: the standard library's, other crates', this crate's. */
export function importsOf(content: Code, own: string): Imports {
  const symbols = references(content);
  const locals = localNames(symbols, own);
  const local = (symbol: ModuleSymbol): string => locals.get(key(symbol)) ?? symbol.name;
  const exported = new Set(symbols.filter(isExported).map(({ module, name }) => key({ module: module.slice(publicly.length), name })));
  const modules = new Map<string, ModuleSymbol[]>();
  for (const symbol of symbols.filter((each) => each.module !== own && !isExported(each) && !exported.has(key(each)))) {
    const from = importedFrom(symbol.module, own);
    modules.set(from, [...(modules.get(from) ?? []), symbol]);
  }
  const sorted = [...modules].sort((a, b) => comparePaths(pathOf(a), pathOf(b)));
  const groups = [/^std(::|$)/, /^(?!std(::|$)|crate(::|$))/, /^crate(::|$)/].map((pattern) =>
    sorted.filter(([module]) => pattern.test(module)).map(([module, used]) => declaration(module, used, local)),
  );
  return { code: blocks(groups.filter((each) => each.length > 0).map(lines)), local };
}

/** What rustfmt sorts a declaration by: its path, with the name if it is one. */
function pathOf([module, used]: readonly [string, readonly ModuleSymbol[]]): string {
  const names = new Set(used.map(({ name }) => name));
  return names.size === 1 ? `${module}::${[...names].join("")}` : module;
}

function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("::"), b.split("::")];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? left.length - right.length : compareNames(left[at] ?? "", right[at] ?? "");
}

/** Before the module of a symbol that the code itself exports again: it needs no import. */
export const publicly = "pub ";

function isExported({ module }: ModuleSymbol): boolean {
  return module.startsWith(publicly);
}

/** Types are named by the module of all types. */
function importedFrom(module: string, own: string): string {
  return module.startsWith(`${modelsModule}::`) && own !== module ? modelsModule : module;
}

// A module's own names come first, then the schema's types, then what the runtime and other crates have: the later of two that are called
// alike gets another name.
function localNames(symbols: readonly ModuleSymbol[], own: string): ReadonlyMap<string, string> {
  const rank = ({ module }: ModuleSymbol): number =>
    module === own ? 0 : module.startsWith(modelsModule) ? 1 : module.startsWith("crate") ? 2 : 3;
  const locals = new Map<string, string>();
  const taken = new Set<string>();
  for (const symbol of symbols.filter((each) => !isExported(each)).sort((a, b) => rank(a) - rank(b))) {
    if (locals.has(key(symbol))) continue;
    const name = taken.has(symbol.name) ? alias(symbol) : symbol.name;
    locals.set(key(symbol), name);
    taken.add(name);
  }
  return locals;
}

/** `RuntimeError`, `SERVICE_NOT_FOUND`. */
function alias({ module, name }: ModuleSymbol): string {
  const last = splitWords(module.split("::").at(-1) ?? "");
  return module === serviceModule ? `${applyCasing(last, "screaming")}_${name}` : applyCasing(last, "pascal") + name;
}

function key({ module, name }: Pick<ModuleSymbol, "module" | "name">): string {
  return `${module}\0${name}`;
}

function declaration(module: string, used: readonly ModuleSymbol[], local: Imports["local"]): Code {
  const names = [...new Map(used.map((symbol) => [symbol.name, symbol])).values()].sort((a, b) => compareNames(a.name, b.name));
  const items = names.map((symbol) => text(local(symbol) === symbol.name ? symbol.name : `${symbol.name} as ${local(symbol)}`));
  return code`use ${useTree(text(module), items)};`;
}

/** Columns of a tree on one line: `pub use` and the semicolon are not counted, nor the last two columns, which rustfmt leaves empty. */
const longest = 93;

/** `crate::models::{A, B}`, as many on each line as fit. */
export function useTree(module: Code, items: readonly Code[]): Code {
  const [only] = items;
  if (only && items.length === 1) return code`${module}::${only}`;
  const line = items.map((item, index) => (index === 0 ? item : code`, ${item}`));
  // On lines after the first, rustfmt leaves the last column empty: the space behind a comma counts.
  const filled = fill([...items.slice(0, -1), code`${items.at(-1)}, `], code`, `, softline);
  const tree = [code`${module}::{`, indent([softline, ifBreak(firstFit([code`${line},`, filled]), line)]), softline, code`}`];
  return group(tree, { break: widthOf(code`${module}::{${line}}`) > longest });
}

/** As rustfmt sorts names: numbers by their value, and an underscore before everything else. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.match(/\d+|\D/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

function compareParts(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b) || compare(a, b);
  return compare(a === "_" ? "" : a, b === "_" ? "" : b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
