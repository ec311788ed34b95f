import { expect, it } from "vitest";
import { expectNoMisprints } from "./misprints.js";

it(
  "generated modules are as Prettier prints them, for names and texts of any length",
  () => expect(expectNoMisprints(20)).resolves.toBeUndefined(),
  120_000,
);
