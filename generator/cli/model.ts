import { modelOf } from "../pipeline/model-of.js";
import { printFindings, type Format } from "./findings.js";
import { projectOf } from "./project-of.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface ModelOptions {
  readonly config?: string;
  readonly only?: string;
  readonly format: Format;
}

/** `heddle model [schema]`: the Model as canonical JSON on standard output. Exit code 2 if the configuration has several and none is named. */
export function runModel(schema: string | undefined, options: ModelOptions, terminal: Terminal): number {
  const project = projectOf(terminal.folder, options.config);
  const result = modelOf(project, schema === undefined ? { only: options.only } : { schema });
  printFindings(result.diagnostics, options.format === "json" ? "text" : options.format, terminal);
  if (result.choices) {
    terminal.err(`The configuration has several schemas; name one of them with --only: ${result.choices.join(", ")}.\n`);
    return exitCodes.usage;
  }
  if (result.json === undefined) return exitCodes.problems;
  terminal.out(result.json);
  return exitCodes.ok;
}
