import type { Scenario } from "../scenario/scenario.js";

/** What became of a scenario. */
export interface Verdict {
  readonly scenario: Scenario;
  /** `suppressed` failed and may; `revived` passed and is suppressed, which is a failure. */
  readonly status: "passed" | "failed" | "suppressed" | "revived" | "not applicable";
  readonly problems: readonly string[];
  /** Why it is suppressed, or does not apply. */
  readonly reason?: string;
}

/** The scenario's name with its corner of the matrix. */
export function fullName({ name, variant }: Scenario): string {
  return variant === "" ? name : `${name} {${variant}}`;
}

export function isFailure({ status }: Pick<Verdict, "status">): boolean {
  return status === "failed" || status === "revived";
}
