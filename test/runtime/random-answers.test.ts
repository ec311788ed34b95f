import { expect, it } from "vitest";
import { expectSoundness } from "./random/soundness.js";

it("whatever a service answers, a call has a value or an error that knows the status, and shows no key", () =>
  expect(expectSoundness(1000)).resolves.toBeUndefined());
