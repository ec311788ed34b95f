import { it } from "vitest";
import { expectNoMisprints } from "./misprints.js";

it("generated modules are as Prettier prints them, for names and texts of any length", () => expectNoMisprints(20), 120_000);
