import { expect, it } from "vitest";
import { expectNoMisprints } from "./misprints.js";

it("generated modules are as Prettier prints them, for many more names and texts", () =>
  expect(expectNoMisprints(400)).resolves.toBeUndefined());
