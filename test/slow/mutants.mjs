// Mutation testing of one part: `npm run test:mutants -- resolve`. Prints the score and every survivor, and fails under 80 %.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";

const root = path.join(import.meta.dirname, "../..");
process.chdir(root);

/** What is changed, and which tests should notice. */
const parts = {
  resolve: { mutate: ["generator/resolve/**/*.ts"], tests: ["test/unit/resolve/**/*.test.ts", "test/unit/negative.test.ts"] },
  syntax: { mutate: ["generator/syntax/**/*.ts"], tests: ["test/unit/syntax/**/*.test.ts", "test/unit/negative.test.ts"] },
  runtime: { mutate: ["templates/typescript/runtime/**/*.ts"], tests: ["test/runtime/**/*.test.ts"] },
};

const [name = "", ...files] = process.argv.slice(2);
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
if (!part) {
  console.error(`usage: npm run test:mutants -- ${Object.keys(parts).join("|")} [file...]`);
  process.exit(2);
}

process.env["MUTANTS_TESTS"] = part.tests.join(",");
const report = path.join(root, `reports/mutants-${name}.json`);
rmSync(report, { force: true });

const results = await new Stryker({
  testRunner: "vitest",
  vitest: { configFile: "test/slow/mutants.vitest.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  mutate: files.length > 0 ? files : part.mutate,
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  ignorePatterns: ["/generated", "/dist", "/reports", "/docs", "/bench", "/test/golden", "/.git"],
  tempDirName: `.stryker-tmp/${name}`,
  concurrency: Number(process.env["MUTANTS_AT_ONCE"] ?? 2),
  timeoutMS: 20_000,
  reporters: ["json", "progress"],
  jsonReporter: { fileName: report },
  warnings: { slow: false },
}).runMutationTest();

const killed = results.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const survived = results.filter(({ status }) => status === "Survived" || status === "NoCoverage");
const score = (100 * killed) / (killed + survived.length);
for (const { fileName, location, mutatorName, replacement, status } of survived) {
  const line = readFileSync(fileName, "utf8").split("\n")[location.start.line - 1]?.trim() ?? "";
  console.log(
    `${path.relative(root, fileName)}:${location.start.line}:${location.start.column + 1} ${status} ${mutatorName}\n    ${line}\n    -> ${replacement ?? ""}`,
  );
}
console.log(`${name}: ${killed} killed, ${survived.length} survived, score ${score.toFixed(1)} %`);
process.exitCode = score >= 80 ? 0 : 1;
