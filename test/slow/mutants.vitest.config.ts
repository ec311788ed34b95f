import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The tests of one part, for mutants.mjs. */
export default defineConfig({
  root,
  resolve: { alias: { "heddle/template": path.join(root, "generator/template.ts"), heddle: path.join(root, "generator/index.ts") } },
  // Random and slow tests find what nobody thought of, and the compiler reads the mutants as well; examples are what is to find them.
  test: {
    testNamePattern: /^(?!.*(read or reported|never thrown|never an exception|in no time|open sockets|5,000|compile|whatever it holds))/,
    include: (process.env["MUTANTS_TESTS"] ?? "").split(","),
    exclude: ["**/*.slow.test.ts"],
    testTimeout: 20_000,
  },
});
