import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { blocksOf, root } from "./blocks.js";
import { uncounted, walk } from "./walkthrough.js";

it.each(["docs/tutorial.md", "docs/extending-presigned-upload.md", "docs/templates.md"])(
  "%s is what happens if one follows it",
  { timeout: 120_000 },
  (page) => {
    const steps = walk(page);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.map(({ place, commands, found }) => ({ place, commands, prints: uncounted(found) }))).toEqual(
      steps.map(({ place, commands, promised }) => ({ place, commands, prints: uncounted(promised) })),
    );
  },
);

it("docs/examples has the files as the page shows them last", () => {
  const shown = new Map(blocksOf("docs/extending-presigned-upload.md").flatMap(({ info, text }) => (info === "" ? [] : [[info, text]])));
  expect(shown.size).toBeGreaterThan(4);
  for (const [file, text] of shown) expect(readFileSync(path.join(root, "docs/examples/presigned-upload", file), "utf8")).toBe(text);
});
