import type { Report } from "../../source/report.js";
import type { Alias, TypeDef } from "../../model/types.js";
import { walkTypeRef } from "../../model/walk.js";
import { unknownType } from "./unknown-type.js";

/** Reports aliases that lead back to themselves through other aliases only, and lets them stand for anything. */
export function withoutAliasCycles(report: Report, types: readonly TypeDef[]): readonly TypeDef[] {
  const aliases = new Map(types.flatMap((type) => (type.kind === "alias" ? [[type.name, type] as const] : [])));
  const cyclic = new Set<string>();
  for (const alias of aliases.values()) {
    if (cyclic.has(alias.name)) continue;
    const cycle = cycleThrough(alias, aliases);
    if (!cycle) continue;
    const related = cycle.slice(1).map((next) => ({ message: "which is", span: next.origin }));
    report.add("HD418", alias.origin, { names: [...cycle, alias].map(({ name }) => name) }, { related });
    for (const { name } of cycle) cyclic.add(name);
  }
  return types.map((type) => (type.kind === "alias" && cyclic.has(type.name) ? { ...type, type: unknownType } : type));
}

/** The aliases from `start` back to it, `start` first; undefined if there is no way back. */
function cycleThrough(start: Alias, aliases: ReadonlyMap<string, Alias>): readonly Alias[] | undefined {
  const cameFrom = new Map<Alias, Alias>();
  const waiting: Alias[] = [start];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    for (const next of aliasesIn(at, aliases)) {
      if (next === start) return wayBack(at, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      waiting.push(next);
    }
  }
  return undefined;
}

function wayBack(end: Alias, start: Alias, cameFrom: ReadonlyMap<Alias, Alias>): readonly Alias[] {
  const way: Alias[] = [];
  for (let at: Alias | undefined = end; at && at !== start; at = cameFrom.get(at)) way.unshift(at);
  return [start, ...way];
}

function aliasesIn(alias: Alias, aliases: ReadonlyMap<string, Alias>): readonly Alias[] {
  const found: Alias[] = [];
  walkTypeRef(alias.type, (ref) => {
    const target = ref.kind === "named" ? aliases.get(ref.name) : undefined;
    if (target) found.push(target);
  });
  return found;
}
