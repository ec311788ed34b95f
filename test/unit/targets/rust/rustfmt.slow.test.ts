import { describe, expect, it } from "vitest";
import { hasRustfmt, misprintsOfRandomCrates } from "./misprints.js";

describe.skipIf(!hasRustfmt)("generated Rust", () => {
  it("is as rustfmt prints it, for many more names and texts", () => {
    expect(misprintsOfRandomCrates(200)).toEqual([]);
  });
});
