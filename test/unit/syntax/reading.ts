import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";
import type { Document } from "../../../generator/syntax/document.js";
import { load, type LoadSettings } from "../../../generator/syntax/load.js";
import type { ScalarNode } from "../../../generator/syntax/node.js";

/** Loads files given as text or bytes, `api.yaml` first. */
export function loadFiles(files: Readonly<Record<string, string | Uint8Array>>, settings: LoadSettings = {}, root = "api.yaml") {
  const read = (path: string) => {
    const found = Object.hasOwn(files, path) ? files[path] : undefined;
    return typeof found === "string" ? new TextEncoder().encode(found) : found;
  };
  return load(root, { read }, settings);
}

/** The document of one file without `heddle` and `api`, which are put in front. Fails on any finding. */
export function documentOf(yaml: string): Document {
  const { program, report } = loadFiles({ "api.yaml": `heddle: 1\napi: shop\n${yaml}` });
  const [document] = program.files;
  if (report.diagnostics.length > 0 || !document)
    throw new Error(report.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return document;
}

/** The codes that a file without `heddle` and `api` gives. */
export function codesOf(yaml: string): string[] {
  return loadFiles({ "api.yaml": `heddle: 1\napi: shop\n${yaml}` }).report.diagnostics.map(({ code }) => code);
}

/** Without places and the nodes of values: a text with its place becomes the text. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "span" && key !== "node");
  const [only] = entries;
  if ("span" in value && entries.length === 1 && only?.[0] === "value") return only[1];
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

/** A plain scalar with this text, alone in a file. */
export function scalarOf(text: string): { readonly node: ScalarNode; readonly report: Report } {
  const file = new SourceFile("test.yaml", text);
  return {
    node: { kind: "scalar", value: text, text, style: "plain", span: { file, start: 0, end: text.length } },
    report: new Report(),
  };
}
