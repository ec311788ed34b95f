import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The tests of one part, for mutants.mjs: examples, all in one worker, so that a survivor costs seconds. */
export default defineConfig({
  root,
  resolve: { alias: { "heddle/template": path.join(root, "generator/template.ts"), heddle: path.join(root, "generator/index.ts") } },
  test: {
    include: (process.env["MUTANTS_TESTS"] ?? "").split(","),
    // The compiler reads the mutants as well, generated clients have a runtime of their own, and random tests find what nobody thought of.
    exclude: ["**/*.slow.test.ts", "test/runtime/{compile,examples,random-*}.test.ts"],
    setupFiles: [path.join(import.meta.dirname, "mutants-skip.ts")],
    isolate: false,
    testTimeout: 15_000,
  },
});
