import path from "node:path";
import type { Verdict } from "../harness/verdict.js";
import { shownBy, type Rule } from "../rules.js";

/** What the scenarios show of the rules, in one language. Scenarios are counted by name, whatever their matrix. */
export interface Coverage {
  readonly scenarios: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Why scenarios may fail, by name. */
  readonly suppressed: { readonly [name: string]: string };
  /** Scenarios that pass, by rule. */
  readonly rules: { readonly [id: string]: number };
}

export function coverageOf(verdicts: readonly Verdict[], rules: ReadonlyMap<string, Rule>): Coverage {
  const byName = new Map<string, Verdict[]>();
  for (const verdict of verdicts) byName.set(verdict.scenario.name, [...(byName.get(verdict.scenario.name) ?? []), verdict]);
  const all = [...byName.values()];
  const has = (status: Verdict["status"]) => (corners: readonly Verdict[]) => corners.some((corner) => corner.status === status);
  const passed = all.filter((corners) => corners.every(({ status }) => status === "passed"));
  const suppressed = all
    .filter(has("suppressed"))
    .flatMap(([first]) => (first ? [[first.scenario.name, first.reason ?? ""] as const] : []));
  const count = (id: string): number => passed.filter(([first]) => first?.scenario.rules.includes(id)).length;
  return {
    scenarios: all.length,
    passed: passed.length,
    failed: all.filter((corners) => has("failed")(corners) || has("revived")(corners)).length,
    notApplicable: all.filter(has("not applicable")).length,
    suppressed: Object.fromEntries(suppressed),
    rules: Object.fromEntries([...rules.keys()].map((id) => [id, count(id)])),
  };
}

/** The files of tests that mention a rule, by its id; from the top of the repository. */
export type Cited = ReadonlyMap<string, readonly string[]>;

/** Rules of a language that neither a scenario nor a test shows. */
export function gapsOf(coverage: Coverage, rules: ReadonlyMap<string, Rule>, target: string, cited: Cited): readonly string[] {
  return [...rules.values()]
    .filter((rule) => (rule.applies === undefined || rule.applies.includes(target)) && shownBy(rule, target) === undefined)
    .filter(({ id }) => !coverage.rules[id] && !cited.has(id))
    .map(({ id, rule }) => `${id}: ${rule}`);
}

/** The table of the documentation: a row a rule, with what shows it. */
export function coverageTable(
  coverage: ReadonlyMap<string, Coverage>,
  rules: ReadonlyMap<string, Rule>,
  cited: ReadonlyMap<string, Cited>,
): string {
  const targets = [...coverage.keys()];
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const cell = (rule: Rule, target: string): string => {
    const { id, applies } = rule;
    if (applies && !applies.includes(target)) return "does not apply";
    const count = coverage.get(target)?.rules[id] ?? 0;
    const test = shownBy(rule, target);
    const files = test === undefined ? (cited.get(target)?.get(id) ?? []) : [test];
    const links = files
      .slice(0, testsShown)
      .map((file) => `[${path.posix.basename(file).replace(/(\.slow)?\.test\.ts$/, "")}](../${file})`);
    const scenarios = count > 0 ? [`${count} scenario${count === 1 ? "" : "s"}`] : [];
    return [...scenarios, ...(count > 0 && test === undefined ? [] : links)].join(", ") || "**nothing**";
  };
  const rows = [...rules.values()].map((rule) => row([rule.id, rule.rule, ...targets.map((target) => cell(rule, target))]));
  return [row(["rule", "in short", ...targets]), row(["", "", ...targets].map(() => "---")), ...rows].join("");
}

/** Tests that are named beside a rule that no scenario shows. */
const testsShown = 3;
