import { expect, it } from "vitest";
import { examine } from "./examine.js";
import { freePositions, strictPositions } from "./kinds.js";
import { hostile } from "./strings.js";

it.each([...freePositions, ...strictPositions].map((position) => ({ position })))("$position: every text is refused or makes the same code", ({ position }) => {
  const wrong = hostile.map((text) => [text, examine([position], text)]).filter(([, verdict]) => typeof verdict === "object");
  expect(wrong).toEqual([]);
});
