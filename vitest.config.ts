import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "heddle/template": path.join(import.meta.dirname, "generator/template.ts"),
  "heddle/mock": path.join(import.meta.dirname, "generator/mock.ts"),
  heddle: path.join(import.meta.dirname, "generator/index.ts"),
};
const exclude = ["**/node_modules/**", "dist/**", "test/fixtures/**"];

/** `*.slow.test.ts` runs in `npm run test:all` only: kills, three TypeScripts, whatever takes minutes. */
export default defineConfig({
  resolve: { alias },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [...exclude, "**/*.slow.test.ts"] } },
      {
        extends: true,
        test: {
          name: "slow",
          include: ["test/**/*.slow.test.ts"],
          exclude,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
