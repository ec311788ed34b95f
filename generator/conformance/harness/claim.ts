import type { Driver } from "../drivers/index.js";
import { needsOf, type Scenario } from "../scenario/scenario.js";
import type { Suppressions } from "./suppressions.js";
import type { Verdict } from "./verdict.js";

/** Why a scenario is not played with the clients of a language; undefined if it is. */
export function inapplicable(scenario: Scenario, { target, without }: Driver): string | undefined {
  const { applies } = scenario;
  if (applies.length > 0 && !applies.includes(target)) return `it is about ${applies.join(", ")}`;
  return needsOf(scenario).flatMap((ability) => without[ability] ?? [])[0];
}

/** What becomes of a scenario in a run without failures. Nothing is played: whoever says so has to have played it elsewhere. */
export function claimed(scenario: Scenario, driver: Driver, suppressions: Suppressions): Verdict {
  const reason = inapplicable(scenario, driver);
  if (reason !== undefined) return { scenario, status: "not applicable", problems: [], reason };
  const suppression = suppressions.of(scenario.name);
  if (!suppression) return { scenario, status: "passed", problems: [] };
  return { scenario, status: "suppressed", problems: [], reason: `${suppression.reason} (${suppression.issue})` };
}
