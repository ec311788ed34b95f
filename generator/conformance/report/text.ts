import { fullName, isFailure, type Verdict } from "../harness/verdict.js";

/** Failures of one scenario that are shown: a matrix fails in many corners for one reason. */
const cornersShown = 2;

/** What failed and why, then the numbers. */
export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const failures = verdicts.filter(isFailure);
  const names = [...new Set(failures.map(({ scenario }) => scenario.name))];
  const blocks = names.map((name) => failureText(failures.filter(({ scenario }) => scenario.name === name)));
  return [...blocks, `${summary(verdicts)}\n${leftOut(verdicts)}`].join("\n");
}

/** What was not played or may fail, and why: a line a reason. */
function leftOut(verdicts: readonly Verdict[]): string {
  const reasons = new Map<string, string[]>();
  for (const { scenario, status, reason } of verdicts) {
    if (isFailure({ status }) || reason === undefined) continue;
    reasons.set(`${status}: ${reason}`, [...(reasons.get(`${status}: ${reason}`) ?? []), scenario.name]);
  }
  return [...reasons].map(([reason, names]) => `  ${reason} (${fewOf([...new Set(names)])})\n`).join("");
}

function fewOf(names: readonly string[]): string {
  const rest = names.length - 3;
  return [...names.slice(0, 3), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

function failureText(corners: readonly Verdict[]): string {
  const rest = corners.length - cornersShown;
  const shown = corners.slice(0, cornersShown).map((verdict) => {
    const { file, start } = verdict.scenario.origin;
    const place = `${file.path}:${file.position(start).line}`;
    const { rules } = verdict.scenario;
    const head = `${place}: ${fullName(verdict.scenario)}${rules.length > 0 ? ` [${rules.join(" ")}]` : ""}`;
    return [head, ...verdict.problems.map((problem) => `    ${problem}`)].join("\n");
  });
  return `${[...shown, ...(rest > 0 ? [`    and ${rest} more corners of the matrix`] : [])].join("\n")}\n`;
}

function summary(verdicts: readonly Verdict[]): string {
  const count = (status: Verdict["status"]): number => verdicts.filter((verdict) => verdict.status === status).length;
  const failed = count("failed") + count("revived");
  const parts = [
    `${count("passed")} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(count("suppressed") > 0 ? [`${count("suppressed")} suppressed`] : []),
    ...(count("not applicable") > 0 ? [`${count("not applicable")} not applicable`] : []),
  ];
  return parts.join(", ");
}
