import { code, delimited, freeName, lines, references, text, type Code, type ModuleSymbol } from "../../code/index.js";
import { runtimeModule } from "./modules.js";

/** The imports of a module, and what each symbol is called in it. */
export interface Imports {
  readonly code: Code;
  readonly local: (symbol: ModuleSymbol) => string;
}

/** What a module must import for the symbols that its code uses: one declaration a module, all sorted by code point. */
export function importsOf(content: Code, path: string, extension: string): Imports {
  const own = path.replace(/\.ts$/, "");
  const symbols = references(content);
  const locals = localNames(symbols, own);
  const local = (symbol: ModuleSymbol): string => locals.get(key(symbol)) ?? symbol.name;
  const modules = new Map<string, ModuleSymbol[]>();
  for (const symbol of symbols.filter(({ module }) => module !== own))
    modules.set(symbol.module, [...(modules.get(symbol.module) ?? []), symbol]);
  const declarations = [...modules]
    .map(([module, used]) => ({ specifier: specifier(own, module, extension), used }))
    .sort((a, b) => compare(a.specifier, b.specifier))
    .map((each) => declaration(each.specifier, each.used, local));
  return { code: lines(declarations), local };
}

/** How a module of the output names another: relative, with the wished-for extension. Packages keep their name. */
export function specifier(from: string, module: string, extension: string): string {
  const above = from.split("/").slice(0, -1);
  const target = module.split("/");
  let shared = 0;
  while (shared < above.length && shared < target.length - 1 && above[shared] === target[shared]) shared++;
  const up = above.length - shared;
  return `${up === 0 ? "./" : "../".repeat(up)}${target.slice(shared).join("/")}${extension}`;
}

// A module's own names come first, then those of other modules of the package; the runtime's give way.
function localNames(symbols: readonly ModuleSymbol[], own: string): ReadonlyMap<string, string> {
  const rank = ({ module }: ModuleSymbol): number => (module === own ? 0 : module === runtimeModule ? 2 : 1);
  const locals = new Map<string, string>();
  const taken = new Set<string>();
  for (const symbol of [...symbols].sort((a, b) => rank(a) - rank(b))) {
    if (locals.has(key(symbol))) continue;
    const name = taken.has(symbol.name) ? freeName(`${symbol.name}_`, taken) : symbol.name;
    locals.set(key(symbol), name);
    taken.add(name);
  }
  return locals;
}

function key({ module, name }: ModuleSymbol): string {
  return `${module}\0${name}`;
}

function declaration(from: string, used: readonly ModuleSymbol[], local: Imports["local"]): Code {
  const values = new Set(used.filter(({ space }) => space === "value").map(({ name }) => name));
  const names = [...new Map(used.map((symbol) => [symbol.name, symbol])).values()].sort((a, b) => compare(a.name, b.name));
  const items = names.map((symbol) => {
    const as = local(symbol) === symbol.name ? symbol.name : `${symbol.name} as ${local(symbol)}`;
    return text(values.size === 0 || values.has(symbol.name) ? as : `type ${as}`);
  });
  return code`${text(values.size === 0 ? "import type " : "import ")}${namedList(items)} from "${text(from)}";`;
}

/** `{ a, b }`; a single name is never put on a line of its own. */
export function namedList(items: readonly Code[]): Code {
  const [only] = items;
  if (items.length === 1 && only) return code`{ ${only} }`;
  return delimited(items, { open: code`{`, close: code`}`, separator: code`,`, trailing: code`,`, spaced: true });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
