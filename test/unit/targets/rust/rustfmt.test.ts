import { describe, expect, it } from "vitest";
import { hasRustfmt, misprintsOfRandomCrates } from "./misprints.js";

describe.skipIf(!hasRustfmt)("generated Rust", () => {
  it("is as rustfmt prints it, for names and texts of any length", { timeout: 120_000 }, () => {
    expect(misprintsOfRandomCrates(20)).toEqual([]);
  });
});
