import { describe, expect, it } from "vitest";
import { bugs, failing } from "./bugs/with-bug.js";

/** What a patch that is no program says; a client with a bug works, and does the wrong thing. */
const crash = /is not defined|is not a function|Cannot read prop|Unexpected token|the driver ended/;

describe("each deliberate bug of the runtime turns a scenario red", () => {
  it.each(bugs)("$bug ($rule)", async (bug) => {
    const verdicts = await failing(bug);
    expect(verdicts.flatMap(({ problems }) => problems).filter((problem) => crash.test(problem))).toEqual([]);
    expect(verdicts.flatMap(({ scenario }) => scenario.rules)).toContain(bug.rule);
  });
});
