import { watch, type WatchedRun } from "../pipeline/watch.js";
import { printFindings } from "./findings.js";
import { lineOf, listOf, requestOf, resultOf, type GenerateOptions } from "./generate.js";
import { projectOf } from "./project-of.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** `heddle generate --watch`: runs until it is interrupted, which is its good end. */
export async function runWatch(options: GenerateOptions, terminal: Terminal): Promise<number> {
  const project = projectOf(terminal.folder, options.config);
  const show = options.format === "json" ? showJson : showText;
  await watch(project, requestOf(options), (run) => show(run, options, terminal), terminal.interrupted());
  return exitCodes.ok;
}

/** An object on a line. */
function showJson({ outcome, changed, duration }: WatchedRun, _: GenerateOptions, terminal: Terminal): void {
  terminal.out(`${JSON.stringify({ ...resultOf(outcome), changed, milliseconds: Math.round(duration) })}\n`);
}

function showText({ outcome, changed, duration }: WatchedRun, { format, dryRun }: GenerateOptions, terminal: Terminal): void {
  const { dim } = terminal.errStyle;
  if (changed.length > 0) terminal.err(dim(`\n${changed.join(", ")} changed\n`));
  printFindings(outcome.diagnostics, format, terminal);
  for (const output of outcome.outputs) terminal.out(dryRun ? listOf(output, "would write", "would delete") : lineOf(output));
  const done = outcome.ok ? `Done in ${Math.round(duration)} ms` : "Nothing was written";
  terminal.err(dim(`${done}; watching for changes, Ctrl-C ends it.\n`));
}
