import type { Diagnostic } from "../diagnostic.js";
import { adviser } from "./advice.js";
import { shown } from "./display.js";
import { ordered } from "./order.js";

/** The findings as workflow commands of GitHub Actions, one a line, which become annotations of the changed lines. */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  const advise = adviser();
  return ordered(diagnostics)
    .map((diagnostic) => `${command(diagnostic, advise(diagnostic))}\n`)
    .join("");
}

function command({ code, severity, message, span }: Diagnostic, hint: string | undefined): string {
  const start = span?.file.position(span.start);
  const end = span?.file.position(span.end);
  const sameLine = start !== undefined && start.line === end?.line;
  const properties = [
    ...(span && start ? [`file=${property(span.file.path)}`, `line=${start.line}`, `col=${start.column}`] : []),
    ...(end && sameLine ? [`endColumn=${end.column}`] : []),
    `title=${property(code)}`,
  ];
  const text = hint === undefined ? shown(message) : `${shown(message)}\n${shown(hint)}`;
  return `::${severity} ${properties.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
