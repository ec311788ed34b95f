import { expect, it } from "vitest";
import { walk } from "./walkthrough.js";

it.each(["docs/tutorial.md", "docs/extending-presigned-upload.md", "docs/templates.md"])("%s is what happens if one follows it", { timeout: 120_000 }, (page) => {
  const steps = walk(page);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.map(({ place, commands, found }) => ({ place, commands, prints: found }))).toEqual(
    steps.map(({ place, commands, promised }) => ({ place, commands, prints: promised })),
  );
});
