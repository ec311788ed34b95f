import { rendererOf, type Sources } from "./renderer.js";
import { summary } from "./schema.js";

/** What Heddle makes of a TypeScript project, before it is checked by the compiler or transformed. */
export const render = await rendererOf("typescript");

/** The same, where nothing may be wrong. */
export function renderSound(sources: Sources): ReadonlyMap<string, string> {
  const { diagnostics, files } = render(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(summary).join("\n"));
  return files;
}
