import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The tests of one part, for mutants.mjs. */
export default defineConfig({
  root,
  resolve: { alias: { "heddle/template": path.join(root, "generator/template.ts"), heddle: path.join(root, "generator/index.ts") } },
  test: { include: (process.env["MUTANTS_TESTS"] ?? "").split(","), exclude: ["**/*.slow.test.ts"], testTimeout: 20_000 },
});
