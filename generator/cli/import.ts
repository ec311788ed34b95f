import path from "node:path";
import { importOpenApi, notesByKind, notesText, type Note } from "../openapi/index.js";
import { disk } from "../output/file-system.js";
import { importNotes } from "../source/catalog/import-notes.js";
import { Report } from "../source/report.js";
import { decode } from "../syntax/decode.js";
import { writeProgram } from "../syntax/write/document.js";
import { printFindings, type Format } from "./findings.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface ImportOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly format: Format;
}

/** Bytes of the largest document that is read. */
const largestDocument = 128e6;
const notesFile = "import-notes.md";

/** `heddle import <document> -o <folder>`: the document as a schema, and a list of what the schema does not say. Exit code 1 if nothing could be written. */
export function runImport(document: string, options: ImportOptions, terminal: Terminal): number {
  const report = new Report();
  const bytes = disk.read(path.resolve(terminal.folder, document));
  if (!bytes) report.add("HD100", undefined, { path: document });
  const file = bytes && decode(document, bytes, largestDocument, undefined, report);
  const { program, notes } = file ? importOpenApi(file, report) : { program: undefined, notes: [] };
  printFindings(report.diagnostics, options.format, terminal);
  if (!program) return exitCodes.problems;
  const files = [...writeProgram(program), ...(notes.length > 0 ? [{ path: notesFile, text: notesText(notes) }] : [])];
  return write(files, options, terminal) ? summarise(notes, options.out, terminal) : exitCodes.problems;
}

function write(
  files: readonly { readonly path: string; readonly text: string }[],
  { out, force }: ImportOptions,
  terminal: Terminal,
): boolean {
  const root = path.resolve(terminal.folder, out);
  const there = files.filter((file) => disk.stat(path.join(root, file.path))).map((file) => file.path);
  if (there.length > 0 && !force) {
    const list = there.length > 5 ? `${there.slice(0, 5).join(", ")} and ${there.length - 5} more` : there.join(", ");
    terminal.err(`${list} ${there.length > 1 ? "exist" : "exists"} in ${out} already; nothing was written. --force overwrites.\n`);
    return false;
  }
  disk.makeFolder(root);
  for (const file of files) disk.write(path.join(root, file.path), file.text);
  terminal.out(`wrote ${files.length} files to ${out}\n`);
  return true;
}

function summarise(notes: readonly Note[], out: string, terminal: Terminal): number {
  if (notes.length > 0) terminal.out(`\nNot in the schema, or read as something wider (all places: ${path.posix.join(out, notesFile)}):\n`);
  for (const [kind, all] of notesByKind(notes)) terminal.out(`  ${String(all.length).padStart(5)}  ${importNotes[kind]}\n`);
  return exitCodes.ok;
}
