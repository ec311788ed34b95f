import { outputPathProblem } from "../../generator/output/output-path.js";
import { render, type Rendered } from "../support/project.js";
import { schemaWith } from "./schema.js";
import { shapeOf } from "./shape.js";

/** What became of a text in a position: refused with a diagnostic, the same code as with the harmless text, or something else. */
export type Verdict = "refused" | "same" | { readonly differs: string };

const harmless = render(schemaWith(new Map()));
const harmlessShapes = new Map([...harmless.files].map(([path, text]) => [path, path.startsWith("runtime/") ? "" : shapeOf(path, text)]));

/** Whatever reorders, hides or ends what a reader of the generated code sees, and half a character. */
const hidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Puts one text into some positions at once. */
export function examine(positions: readonly string[], text: string): Verdict {
  const { files, diagnostics } = render(schemaWith(new Map(positions.map((position) => [position, text]))));
  if (isRefused(diagnostics) || [...files.keys()].some((path) => outputPathProblem(path) !== undefined)) return "refused";
  const differs = [...pathsThatLeave(files), ...hiddenIn(files), ...differences(shapesOf(files))];
  return differs.length === 0 ? "same" : { differs: differs.join("\n") };
}

/** The verdicts of many positions, taken together as long as that tells what became of each. */
export function examineAll(positions: readonly string[], text: string): ReadonlyMap<string, Verdict> {
  const verdict = examine(positions, text);
  if (verdict === "same" || positions.length < 2) return new Map(positions.map((position) => [position, verdict]));
  const half = positions.length >> 1;
  return new Map([...examineAll(positions.slice(0, half), text), ...examineAll(positions.slice(half), text)]);
}

function isRefused(diagnostics: Rendered["diagnostics"]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function pathsThatLeave(files: Rendered["files"]): readonly string[] {
  return [...files.keys()].filter((path) => !/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)).map((path) => `path ${JSON.stringify(path)}`);
}

function hiddenIn(files: Rendered["files"]): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const at = text.search(hidden);
    return at === -1 ? [] : [`${path} has a raw ${JSON.stringify(text[at])} at ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 20))}`];
  });
}

/** Shapes by path; what has the harmless text has its shape, and the runtime is copied. */
function shapesOf(files: Rendered["files"]): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([path, text]) => {
      if (path.startsWith("runtime/")) return [path, ""];
      const known = text === harmless.files.get(path) ? harmlessShapes.get(path) : undefined;
      return [path, known ?? shapeOf(path, text)];
    }),
  );
}

function differences(found: ReadonlyMap<string, string>): readonly string[] {
  const missing = [...harmlessShapes].filter(([path, shape]) => found.get(path) !== shape);
  const surplus = [...found].filter(([path, shape]) => harmlessShapes.get(path) !== shape);
  const [left, right] = [missing, surplus].map((files) => new Set(files.map(([path, shape]) => `${harmlessShapes.has(path) && found.has(path) ? path : ""}${shape}`)));
  if (missing.length === surplus.length && [...(left ?? [])].every((shape) => right?.has(shape))) return [];
  return missing.concat(surplus).map(([path]) => path);
}
