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

/** `docs/conformance.md`: what is shown of each rule, and by what; `table` has the rules. */
export function conformancePage(verdicts: readonly Verdict[], coverage: Coverage, table: string): string {
  const figures = figuresOf(verdicts);
  const sum = (key: "scenarios" | "cases" | "vectors"): number => figures.reduce((all, each) => all + each[key], 0);
  const rows = figures.map(({ file, scenarios, cases, vectors }) => `| ${file} | ${scenarios} | ${cases} | ${vectors || ""} |\n`);
  return `# What the conformance suite shows

Every client that Heddle generates keeps the rules below. The
[scenarios](../generator/conformance/README.md) show them on the wire, with a server
that misbehaves, and \`heddle conformance\` plays them. Written by a test, from a run:
${coverage.scenarios} cases, ${coverage.passed} of which pass with TypeScript. Scenarios that need HTTP/2 are not
counted: \`fetch\` speaks it from Node 26 on, and a slow test plays them there.

| file | scenarios | with each row of their tables | JSON vectors |
| --- | --- | --- | --- |
${rows.join("")}| all | ${sum("scenarios")} | ${sum("cases")} | ${sum("vectors")} |

A matrix (each cut of a stream, each style of calls) counts once.

## Rules

${table}${openText(coverage)}`;
}

function openText({ suppressed }: Coverage): string {
  const names = Object.entries(suppressed);
  return names.length === 0 ? "" : `\n## What may fail\n\n${names.map(([name, reason]) => `- \`${name}\`: ${reason}\n`).join("")}`;
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
