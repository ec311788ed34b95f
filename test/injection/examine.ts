import { outputPathProblem } from "../../generator/output/output-path.js";
import { rendererOf, type Rendered } from "../support/renderer.js";
import { positionsOf, schemaWith, type Language } from "./schema.js";
import { crateFileShape } from "./rust-shape.js";
import { shapeOf as packageFileShape } from "./shape.js";

/** What became of a text in a position: refused with a diagnostic, the same code as with the harmless text, or something else. */
export type Verdict = "refused" | "same" | { readonly differs: string };

/** Texts by position. */
export type Texts = ReadonlyMap<string, string>;

/** Puts texts into positions of a schema, and looks at what is generated in one language. */
export interface Examination {
  readonly positions: readonly string[];
  /** Whether there are no errors. */
  accepts(texts: Texts): boolean;
  /** All texts at once. */
  examine(texts: Texts): Verdict;
  /** What is neither refused nor the same; all texts go together as long as that tells what became of each. */
  differing(texts: Texts): readonly { readonly position: string; readonly text: string; readonly verdict: Verdict }[];
}

/** Whatever reorders, hides or ends what a reader of the generated code sees, and half a character. */
const hidden =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** An examination of the code in one language. */
export async function examinationOf(language: Language): Promise<Examination> {
  const render = await rendererOf(language);
  const shapeOf = language === "rust" ? crateFileShape : packageFileShape;
  const harmless = render(schemaWith(new Map(), language)).files;
  const known = new Map([...harmless].map(([path, text]) => [path, isRuntime(path) ? "" : shapeOf(path, text)]));

  /** Shapes by path; what has the harmless text has its shape, and the runtime is copied. */
  const shapesOf = (files: Rendered["files"]): ReadonlyMap<string, string> =>
    new Map(
      [...files].map(([path, text]) => {
        if (isRuntime(path)) return [path, ""];
        return [path, (text === harmless.get(path) ? known.get(path) : undefined) ?? shapeOf(path, text)];
      }),
    );

  const examine = (texts: Texts): Verdict => {
    const { files, diagnostics } = render(schemaWith(texts, language));
    if (isRefused(diagnostics) || [...files.keys()].some((path) => outputPathProblem(path) !== undefined)) return "refused";
    // A doc that is blank is none: its tag is left out, and what a manifest says of it.
    const blank = [...texts.values()].some((text) => text.trim() === "");
    const differs = [...strangePaths(files), ...hiddenIn(files), ...differences(known, shapesOf(files), blank)];
    return differs.length === 0 ? "same" : { differs: differs.join("\n") };
  };

  const differing: Examination["differing"] = (texts) => {
    const verdict = examine(texts);
    const [[position, text] = ["", ""], second] = [...texts];
    if (verdict === "same") return [];
    if (second === undefined) return verdict === "refused" ? [] : [{ position, text, verdict }];
    const half = texts.size >> 1;
    return [...differing(new Map([...texts].slice(0, half))), ...differing(new Map([...texts].slice(half)))];
  };

  const accepts = (texts: Texts): boolean => !isRefused(render(schemaWith(texts, language)).diagnostics);
  return { positions: positionsOf(language), accepts, examine, differing };
}

function isRuntime(path: string): boolean {
  return /^(src\/)?runtime\//.test(path);
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

/** The files whose shape is not that with the harmless texts. */
function differences(known: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>, withoutDocs: boolean): readonly string[] {
  const comparable = (shape: string | undefined): string | undefined =>
    withoutDocs ? shape?.replaceAll(/\/\*.*?\*\//g, "").replaceAll(/\s+/g, " ") : shape;
  const differ = (path: string): boolean =>
    (/\.(ts|rs)$/.test(path) || !withoutDocs) && comparable(found.get(path)) !== comparable(known.get(path));
  const changed = [...new Set([...known.keys(), ...found.keys()])].filter(differ);
  // A file that is called after the text at hand is another file with the same shape.
  const [missing, surplus] = [known, found].map((shapes) => changed.flatMap((path) => comparable(shapes.get(path)) ?? []).sort());
  const renamed = changed.every((path) => known.has(path) !== found.has(path));
  return renamed && missing?.join("\n") === surplus?.join("\n") ? [] : changed;
}
