import { describe, expect, it } from "vitest";
import { differing, examine } from "./examine.js";
import { freePositions, strictPositions } from "./kinds.js";
import { hostile } from "./strings.js";

it("there is something to test", () => {
  expect(new Set(hostile).size).toBe(hostile.length);
  expect(hostile.length).toBeGreaterThan(60);
  expect(freePositions.length + strictPositions.length).toBeGreaterThan(130);
  expect(examine(new Map())).toBe("same");
});

it("some positions take any text, the others have rules", async () => {
  const lines = [
    ...freePositions.map((position) => `any text: ${position}`),
    ...strictPositions.map((position) => `by rules: ${position}`),
  ];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./positions.txt");
});

// The whole product is in product.slow.test.ts; here every text and every position takes part, each with some of the others.
describe("a text is refused, or it makes the same code", () => {
  it.each(Array.from({ length: Math.ceil(hostile.length / 6) }, (_, round) => round))(
    "in positions that take any text, round %d",
    (round) => {
      const texts = freePositions.map((position, index) => [position, hostile[(index * 7 + round) % hostile.length] ?? ""] as const);
      expect(differing(new Map(texts))).toEqual([]);
    },
  );

  it.each(strictPositions.map((position, index) => ({ position, index })))("as $position", ({ position, index }) => {
    const texts = hostile.filter((_, at) => (at + index) % 12 === 0);
    expect(texts.flatMap((text) => differing(new Map([[position, text]])))).toEqual([]);
  });
});
