import { expect, it } from "vitest";
import { compile } from "./compile.js";

it.each(["twins", "types"])("type-checks test/%s with all that is strict", { timeout: 120_000 }, (folder) => {
  expect(compile("typescript", folder)).toBe("");
});
