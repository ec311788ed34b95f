import { existsSync, readFileSync } from "node:fs";

// Adds up what the runs of Vitest reported; a run that left no report has failed, and so has a check that left no mark.
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of ["fast", "slow"]) {
  const file = `reports/ci/${name}.json`;
  if (!existsSync(file)) {
    console.log(`The ${name} tests ended without a report.`);
    total.failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  // A file that cannot be loaded fails without a single test in it.
  const broken = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + broken;
  total.skipped += report.numPendingTests + report.numTodoTests;
}

const checked = existsSync("reports/ci/checked");
total[checked ? "passed" : "failed"] += 1;
if (!checked) console.log("npm run check failed; its messages are above.");

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
