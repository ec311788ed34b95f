// Mutation testing of one part: `npm run test:mutants -- resolve`. Prints the score and every survivor, and fails under 80 %.
// All of a part takes an hour: `--every 6` changes every sixth line of each file only, which estimates the score in minutes.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const root = path.join(import.meta.dirname, "../..");
process.chdir(root);

/** What is changed, and which tests should notice. */
const parts = {
  resolve: { folder: "generator/resolve", tests: ["test/unit/resolve/**/*.test.ts", "test/unit/negative.test.ts"] },
  syntax: { folder: "generator/syntax", tests: ["test/unit/syntax/**/*.test.ts", "test/unit/negative.test.ts"] },
  runtime: { folder: "templates/typescript/runtime", tests: ["test/runtime/**/*.test.ts"] },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: "string", default: "1" } } });
const [name = "", ...files] = positionals;
const every = Number(values.every);
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
if (!part) {
  console.error(`usage: npm run test:mutants -- ${Object.keys(parts).join("|")} [--every N] [file...]`);
  process.exit(2);
}

const wanted = files.length > 0 ? files : sources(part.folder);

process.env["MUTANTS_TESTS"] = part.tests.join(",");
const report = path.join(root, `reports/mutants-${name}.json`);
rmSync(report, { force: true });

const results = await new Stryker({
  testRunner: "vitest",
  vitest: { configFile: "test/slow/mutants.vitest.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  mutate: every === 1 ? wanted : wanted.flatMap(sampled),
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  ignorePatterns: ["/generated", "/dist", "/reports", "/docs", "/bench", "/test/golden", "/test/fixtures", "/.git", "/.ci"],
  cleanTempDir: process.env["MUTANTS_KEEP"] ? false : "always",
  tempDirName: `.stryker-tmp/${name}`,
  concurrency: Number(process.env["MUTANTS_AT_ONCE"] ?? 2),
  timeoutMS: 20_000,
  reporters: ["json", "progress"],
  jsonReporter: { fileName: report },
  warnings: { slow: false },
}).runMutationTest();

/** The TypeScript files of a folder, but for one whose comparison of two `as` expressions Stryker prints without their brackets. */
function sources(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
    path.posix.join(folder, file.replaceAll("\\", "/")),
  );
  return names.filter((file) => file.endsWith(".ts") && !file.endsWith("/runtime/codecs/constraints.ts")).sort();
}

/** Every nth line of a file, as Stryker names them; not the same ones in each file. */
function sampled(file, index) {
  const lines = readFileSync(file, "utf8").split("\n").length;
  return Array.from({ length: lines }, (_, at) => at + 1)
    .filter((line) => line % every === index % every)
    .map((line) => `${file}:${line}-${line}`);
}

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
