import type { Verdict } from "../../generator/conformance/harness/verdict.js";
import type { Coverage } from "../../generator/conformance/report/coverage.js";

/** Verdicts by the file of their scenarios, in figures. */
interface Figures {
  readonly file: string;
  /** As they are written: a table is one. */
  readonly scenarios: number;
  /** With each row of a table for itself. */
  readonly cases: number;
  /** Lines of the tables of JSON types. */
  readonly vectors: number;
}

/** `docs/conformance.md`: what is shown of each rule, in which language, and by what; `table` has the rules. */
export function conformancePage(verdicts: readonly Verdict[], coverage: ReadonlyMap<string, Coverage>, table: string): string {
  const figures = figuresOf(verdicts);
  const sum = (key: "scenarios" | "cases" | "vectors"): number => figures.reduce((all, each) => all + each[key], 0);
  const rows = figures.map(({ file, scenarios, cases, vectors }) => `| ${file} | ${scenarios} | ${cases} | ${vectors || ""} |\n`);
  return `# What the conformance suite shows

Every client that Heddle generates keeps the rules below. The
[scenarios](../generator/conformance/README.md) show them on the wire, with a server
that misbehaves, and \`heddle conformance\` plays them. Written by a test:

${[...coverage].map(([target, { scenarios, passed, notApplicable }]) => `- ${target}: ${passed} of ${scenarios} cases pass${notApplicable > 0 ? `, ${notApplicable} cannot be asked of it` : ""}\n`).join("")}
Scenarios that need HTTP/2 are not counted: \`fetch\` speaks it from Node 26 on. Slow tests
play them there and in Rust, and everything else in Rust: they fail if a case does not pass
that is counted here as one that does.

| file | scenarios | with each row of their tables | JSON vectors |
| --- | --- | --- | --- |
${rows.join("")}| all | ${sum("scenarios")} | ${sum("cases")} | ${sum("vectors")} |

A matrix (each cut of a stream, each style of calls) counts once.

## Rules

${table}${[...coverage].map(([target, each]) => openText(target, each)).join("")}`;
}

function openText(target: string, { suppressed }: Coverage): string {
  const names = Object.entries(suppressed);
  if (names.length === 0) return "";
  return `\n## What may fail in ${target}\n\n${names.map(([name, reason]) => `- \`${name}\`: ${reason}\n`).join("")}`;
}

function figuresOf(verdicts: readonly Verdict[]): readonly Figures[] {
  const fileOf = ({ scenario }: Verdict): string => scenario.origin.file.path.replace(/^.*\//, "");
  const files = [...new Set(verdicts.map(fileOf))].toSorted();
  return files.map((file) => {
    const names = [...new Set(verdicts.filter((each) => fileOf(each) === file).map(({ scenario }) => scenario.name))];
    const vectors = names.filter((name) => /\.(accepts|refuses|sends|rejects)\[/.test(name));
    const others = names.filter((name) => !vectors.includes(name));
    const written = new Set(others.map((name) => name.replace(/\[.*$/s, "")));
    return { file, scenarios: written.size, cases: others.length, vectors: vectors.length };
  });
}
