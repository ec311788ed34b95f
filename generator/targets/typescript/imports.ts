import {
  applyCasing,
  code,
  delimited,
  freeName,
  lines,
  references,
  splitWords,
  text,
  type Code,
  type ModuleSymbol,
} from "../../code/index.js";
import { moduleNames } from "./identifiers.js";

/** The imports of a module, and what each symbol is called in it. */
export interface Imports {
  readonly code: Code;
  readonly local: (symbol: ModuleSymbol) => string;
}

/** Packages, each imported as a whole under a name of its own. */
const packages: ReadonlyMap<string, string> = new Map([["zod", "z"]]);

/** What a module must import for the symbols that its code uses: one declaration a module, all sorted by code point. */
export function importsOf(content: Code, path: string, extension: string): Imports {
  const own = path.replace(/\.ts$/, "");
  const symbols = references(content);
  const locals = localNames(symbols, own);
  const local = (symbol: ModuleSymbol): string => locals.get(key(symbol)) ?? symbol.name;
  const modules = new Map<string, ModuleSymbol[]>();
  for (const symbol of symbols.filter(({ module }) => module !== own))
    modules.set(symbol.module, [...(modules.get(symbol.module) ?? []), symbol]);
  const imports = [...modules]
    .map(([module, used]) => ({ specifier: specifier(own, module, extension), used }))
    .sort((a, b) => compare(a.specifier, b.specifier))
    .flatMap((each) => declarations(each.specifier, each.used, local));
  return { code: lines(imports), local };
}

/** How a module of the output names another: relative, with the wished-for extension. Packages keep their name. */
export function specifier(from: string, module: string, extension: string): string {
  if (packages.has(module)) return module;
  const above = from.split("/").slice(0, -1);
  const target = module.split("/");
  let shared = 0;
  while (shared < above.length && shared < target.length - 1 && above[shared] === target[shared]) shared++;
  const up = above.length - shared;
  return `${up === 0 ? "./" : "../".repeat(up)}${target.slice(shared).join("/")}${extension}`;
}

// A module's own names come first, then those of other modules of the package, which are asked for at their module where the name is
// taken (`parcels.getParcel`); the runtime's get another name.
function localNames(symbols: readonly ModuleSymbol[], own: string): ReadonlyMap<string, string> {
  const rank = ({ module }: ModuleSymbol): number =>
    packages.has(module) ? -1 : module === own ? 0 : module.startsWith("runtime/") ? 2 : 1;
  const locals = new Map<string, string>();
  const taken = new Set<string>();
  for (const symbol of [...symbols].sort((a, b) => rank(a) - rank(b))) {
    if (locals.has(key(symbol))) continue;
    const name =
      packages.get(symbol.module) ?? (taken.has(symbol.name) && rank(symbol) === 2 ? freeName(`${symbol.name}_`, taken) : symbol.name);
    if (!taken.has(name)) locals.set(key(symbol), name);
    taken.add(name);
  }
  const namespaces = new Map<string, string>();
  for (const symbol of symbols.filter((each) => !locals.has(key(each)))) {
    const { module } = symbol;
    const namespace = namespaces.get(module) ?? freeName(namespaceOf(module), taken);
    namespaces.set(module, namespace);
    taken.add(namespace);
    locals.set(key(symbol), `${namespace}.${symbol.name}`);
  }
  return locals;
}

function key({ module, name }: ModuleSymbol): string {
  return `${module}\0${name}`;
}

/**
 * The name of a module as a whole: `parcelsEvents` for `parcels-events`, and `classModule` for `class`, which no import may give; an
 * argument `class` is `class_`.
 */
export function namespaceOf(module: string): string {
  const name = applyCasing(splitWords(module.split("/").at(-1) ?? ""), "camel");
  if (moduleNames.reserved.has(name)) return `${name}Module`;
  return moduleNames.isIdentifier(name) ? name : moduleNames.escape(name);
}

function declarations(from: string, used: readonly ModuleSymbol[], local: Imports["local"]): readonly Code[] {
  const isPackage = packages.has(used[0]?.module ?? "");
  const [whole, named] = [true, false].map((isWhole) => used.filter((symbol) => (isPackage || local(symbol).includes(".")) === isWhole));
  const [first] = whole ?? [];
  return [
    ...(first ? [code`import * as ${text(local(first).split(".")[0] ?? "")} from "${text(from)}";`] : []),
    ...(named?.length ? [declaration(from, named, local)] : []),
  ];
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
