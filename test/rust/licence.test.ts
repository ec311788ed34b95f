import { expect, it } from "vitest";
import { isAllowed } from "./support/licence.js";

it.each([
  ["MIT", true],
  ["GPL-3.0", false],
  ["GPL-3.0 OR MIT", true],
  ["MIT AND GPL-3.0", false],
  ["Apache-2.0 / MIT", true],
  ["(MIT OR GPL-3.0) AND Unicode-3.0", true],
  ["(MIT OR Apache-2.0) AND GPL-3.0", false],
  ["Apache-2.0 WITH LLVM-exception", true],
  ["GPL-2.0 WITH Classpath-exception-2.0", false],
  ["MIT OR", false],
  ["MIT MIT", false],
  ["", false],
])("%s can be kept to: %s", (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});
