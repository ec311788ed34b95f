import { expect, it } from "vitest";
import { compile } from "./compile.js";

it.each([
  ["typescript-6", "twins"],
  ["typescript-6", "types"],
  ["typescript-7", "twins"],
  ["typescript-7", "types"],
])("%s type-checks test/%s", (compiler, folder) => {
  expect(compile(compiler, folder)).toBe("");
});
