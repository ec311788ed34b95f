import { describe, expect, it } from "vitest";
import { differing } from "./examine.js";
import { freePositions, strictPositions } from "./kinds.js";
import { hostile } from "./strings.js";

describe("every text in every position is refused, or it makes the same code", () => {
  it.each(hostile)("%j in positions that take any text", (text) => {
    expect(differing(new Map(freePositions.map((position) => [position, text])))).toEqual([]);
  });

  it.each(strictPositions)("as %s", (position) => {
    expect(hostile.flatMap((text) => differing(new Map([[position, text]])))).toEqual([]);
  });
});
