import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { failing, readBugs } from "./bugs/with-bug.js";

const bugs = readBugs(readFileSync(path.join(import.meta.dirname, "bugs/bugs.yaml"), "utf8"));

describe("each deliberate bug of the runtime turns a scenario red", () => {
  it("there are at least 60 of them, no two alike", () => {
    expect(bugs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(bugs.map(({ bug }) => bug)).size).toBe(bugs.length);
  });

  it.each(bugs)("$bug", async (bug) => {
    expect((await failing(bug)).length).toBeGreaterThan(0);
  });
});
