import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/heddle.js";
import { bugs } from "./bugs/with-bug.js";

it("there are at least 60 deliberate bugs, no two alike", () => {
  expect(bugs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(bugs.map(({ bug }) => bug)).size).toBe(bugs.length);
});

/** `bugs.slow.test.ts` plays them; whoever changes the runtime learns here which of them to change along. */
it("each of them can be made: the text that it changes stands in its file once", () => {
  const lost = bugs.filter(({ file, from }) => {
    const text = readFileSync(path.join(repository, "templates/typescript/runtime", file), "utf8");
    return text.split(from).length !== 2;
  });
  expect(lost).toEqual([]);
});
