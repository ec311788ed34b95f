import { describe, expect, it } from "vitest";
import { examinationOf } from "./examine.js";
import { kindsOf } from "./kinds.js";
import { hostile } from "./strings.js";

describe.each(["typescript", "rust"] as const)(
  "every text in every position is refused, or it makes the same code: %s",
  async (language) => {
    const examination = await examinationOf(language);
    const { differing } = examination;
    const { free: freePositions, strict: strictPositions } = kindsOf(examination);

    it.each(hostile)("%j in positions that take any text", (text) => {
      expect(differing(new Map(freePositions.map((position) => [position, text])))).toEqual([]);
    });

    it.each(strictPositions)("as %s", (position) => {
      expect(hostile.flatMap((text) => differing(new Map([[position, text]])))).toEqual([]);
    });
  },
);
