// Mutation testing of one part: `npm run test:mutants -- resolve`. Prints the score of each folder and every survivor; fails under 80 %.
// All of a part takes hours: `--every 10` tries every tenth mutant, and `--first 3` begins with the third, for another sample.
// What follows the part narrows it: `npm run test:mutants -- runtime codecs retry/repeat.ts`.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "1" }, first: { type: "string", default: "0" } },
});
const [name = "", ...places] = positionals;
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
const outside = part ? places.filter((place) => !existsSync(path.join(part.folder, place))) : [];
if (!part || outside.length > 0) {
  if (outside.length > 0) console.error(`not in ${part.folder}: ${outside.join(", ")}`);
  console.error(`usage: npm run test:mutants -- ${Object.keys(parts).join("|")} [--every N] [--first K] [folder or file...]`);
  process.exit(2);
}

process.env["MUTANTS_TESTS"] = part.tests.join(",");
process.env["MUTANTS_EVERY"] = values.every;
process.env["MUTANTS_FIRST"] = values.first;
const report = path.join(root, `reports/mutants-${name}.json`);
rmSync(report, { force: true });

const results = await new Stryker({
  testRunner: "vitest",
  vitest: { configFile: "test/slow/mutants.vitest.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner", path.join(import.meta.dirname, "mutants-sample.mjs")],
  checkers: values.every === "1" ? [] : ["sample"],
  mutate: (places.length > 0 ? places : ["."]).flatMap((place) => sources(path.posix.join(part.folder, place))),
  coverageAnalysis: "perTest",
  ignoreStatic: false,
  ignorePatterns: ["/generated", "/dist", "/reports", "/docs", "/bench", "/test/golden", "/test/fixtures", "/.git", "/.ci"],
  cleanTempDir: process.env["MUTANTS_KEEP"] ? false : "always",
  tempDirName: `.stryker-tmp/${name}`,
  concurrency: Number(process.env["MUTANTS_AT_ONCE"] ?? 2),
  timeoutMS: 10_000,
  reporters: ["json", "progress"],
  jsonReporter: { fileName: report },
  warnings: { slow: false },
}).runMutationTest();

/** The TypeScript files at a place. */
function sources(place) {
  const names = statSync(place).isDirectory() ? readdirSync(place, { recursive: true, encoding: "utf8" }) : [""];
  return names
    .map((file) => path.posix.join(place, file.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".ts"))
    .sort();
}

const tried = results.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status));
const survived = tried.filter(({ status }) => status === "Survived" || status === "NoCoverage");
for (const { fileName, location, mutatorName, replacement, status } of survived) {
  const line = readFileSync(fileName, "utf8").split("\n")[location.start.line - 1]?.trim() ?? "";
  console.log(
    `${path.relative(root, fileName)}:${location.start.line}:${location.start.column + 1} ${status} ${mutatorName}\n    ${line}\n    -> ${replacement ?? ""}`,
  );
}

/** The folder of the part that a mutant is in. */
function folderOf({ fileName }) {
  return path.relative(path.join(root, part.folder), path.dirname(fileName)).split(path.sep)[0] || ".";
}

/** A line of the table: how many of `mutants` were noticed. */
function row(title, mutants) {
  const killed = mutants.filter((mutant) => !survived.includes(mutant)).length;
  const score = ((100 * killed) / mutants.length).toFixed(1);
  return `${title.padEnd(12)}${String(mutants.length).padStart(8)}${String(killed).padStart(8)}${score.padStart(8)} %`;
}

const folders = [...new Set(tried.map(folderOf))].sort();
const sample = values.every === "1" ? "" : `, a sample of every ${values.every}th mutant, from ${values.first} on`;
console.log(`\n${name}${places.length > 0 ? ` (${places.join(", ")})` : ""}: ${results.length} mutants${sample}\n`);
console.log(`${"".padEnd(12)}   tried  killed   score`);
for (const folder of folders)
  console.log(
    row(
      folder,
      tried.filter((mutant) => folderOf(mutant) === folder),
    ),
  );
console.log(row("all", tried));
process.exitCode = 100 * survived.length <= 20 * tried.length ? 0 : 1;
