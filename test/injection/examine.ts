import { outputPathProblem } from "../../generator/output/output-path.js";
import { render, type Rendered } from "../support/project.js";
import { schemaWith } from "./schema.js";
import { shapeOf } from "./shape.js";

/** What became of a text in a position: refused with a diagnostic, the same code as with the harmless text, or something else. */
export type Verdict = "refused" | "same" | { readonly differs: string };

const harmless = render(schemaWith(new Map()));
const harmlessShapes = new Map([...harmless.files].map(([path, text]) => [path, path.startsWith("runtime/") ? "" : shapeOf(path, text)]));

/** Whatever reorders, hides or ends what a reader of the generated code sees, and half a character. */
const hidden =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Texts by position. */
export type Texts = ReadonlyMap<string, string>;

/** Puts texts into positions, all at once. */
export function examine(texts: Texts): Verdict {
  const { files, diagnostics } = render(schemaWith(texts));
  if (isRefused(diagnostics) || [...files.keys()].some((path) => outputPathProblem(path) !== undefined)) return "refused";
  // A doc that is blank is none: its tag is left out, and what a manifest says of it.
  const blank = [...texts.values()].some((text) => text.trim() === "");
  const differs = [...strangePaths(files), ...hiddenIn(files), ...differences(shapesOf(files), blank)];
  return differs.length === 0 ? "same" : { differs: differs.join("\n") };
}

/** What is neither refused nor the same; all texts go together as long as that tells what became of each. */
export function differing(texts: Texts): readonly { readonly position: string; readonly text: string; readonly verdict: Verdict }[] {
  const verdict = examine(texts);
  const [[position, text] = ["", ""], second] = [...texts];
  if (verdict === "same") return [];
  if (second === undefined) return verdict === "refused" ? [] : [{ position, text, verdict }];
  const half = texts.size >> 1;
  return [...differing(new Map([...texts].slice(0, half))), ...differing(new Map([...texts].slice(half)))];
}

function isRefused(diagnostics: Rendered["diagnostics"]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/**
 * A module is called after its schema file, in whatever script that is written: letters, marks and digits stay in the folder. They
 * have to be composed, since some file systems take both spellings for one file, and visible: Hangul fillers count as letters.
 */
function strangePaths(files: Rendered["files"]): readonly string[] {
  const segments = /^[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_.-]*(\/[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_.-]*)*$/u;
  const isPlain = (path: string): boolean =>
    segments.test(path) && path === path.normalize("NFC") && !/\p{Default_Ignorable_Code_Point}/u.test(path);
  return [...files.keys()].filter((path) => !isPlain(path)).map((path) => `path ${JSON.stringify(path)}`);
}

function hiddenIn(files: Rendered["files"]): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const at = text.search(hidden);
    return at === -1
      ? []
      : [`${path} has a raw ${JSON.stringify(text[at])} at ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 20))}`];
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

/** The files whose shape is not that with the harmless texts. */
function differences(found: ReadonlyMap<string, string>, withoutDocs: boolean): readonly string[] {
  const comparable = (shape: string | undefined): string | undefined => (withoutDocs ? shape?.replaceAll(/\/\*.*?\*\//g, "") : shape);
  const differ = (path: string): boolean =>
    (path.endsWith(".ts") || !withoutDocs) && comparable(found.get(path)) !== comparable(harmlessShapes.get(path));
  const changed = [...new Set([...harmlessShapes.keys(), ...found.keys()])].filter(differ);
  // A file that is called after the text at hand is another file with the same shape.
  const [missing, surplus] = [harmlessShapes, found].map((shapes) => changed.flatMap((path) => comparable(shapes.get(path)) ?? []).sort());
  const renamed = changed.every((path) => harmlessShapes.has(path) !== found.has(path));
  return renamed && missing?.join("\n") === surplus?.join("\n") ? [] : changed;
}
