import { describe, expect, it } from "vitest";
import { examine, examineAll } from "./examine.js";
import { freePositions, strictPositions } from "./kinds.js";
import { hostile } from "./strings.js";

it("there is something to test", () => {
  expect(new Set(hostile).size).toBeGreaterThan(60);
  expect(examine([], "")).toBe("same");
});

it("some positions take any text, the others have rules", async () => {
  const lines = [...freePositions.map((position) => `any text: ${position}`), ...strictPositions.map((position) => `by rules: ${position}`)];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./positions.txt");
});

describe("positions that take any text: every text is one of the same code", () => {
  it.each(hostile.map((text) => ({ text })))("%$ $text", ({ text }) => {
    const verdicts = examineAll(freePositions, text);
    const wrong = [...verdicts].filter(([, verdict]) => verdict !== "same" && verdict !== "refused");
    expect(wrong).toEqual([]);
  });
});

// The whole product is in product.slow.test.ts; here each text meets an eighth of the positions, and each position an eighth of the texts.
describe("positions with rules: a text is refused or makes the same code", () => {
  it.each(strictPositions.map((position, index) => ({ position, index })))("$position", ({ position, index }) => {
    const texts = hostile.filter((_, at) => (at + index) % 8 === 0);
    const wrong = texts.map((text) => [text, examine([position], text)]).filter(([, verdict]) => typeof verdict === "object");
    expect(wrong).toEqual([]);
  });
});
