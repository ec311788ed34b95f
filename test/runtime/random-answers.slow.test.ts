import { expect, it } from "vitest";
import { expectSoundness } from "./random/soundness.js";

it("so it is for 10,000 answers", () => expect(expectSoundness(10_000)).resolves.toBeUndefined());
