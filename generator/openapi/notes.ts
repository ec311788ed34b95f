import { importNotes, type ImportNote } from "../source/catalog/import-notes.js";
import type { Cursor } from "./source/cursor.js";

/** Something of the document that the schema does not say. */
export interface Note {
  readonly kind: ImportNote;
  /** RFC 6901, as a fragment. */
  readonly pointer: string;
}

/** Collects what an import leaves out or reads as something wider, each place once. */
export class Notes {
  readonly #notes = new Map<string, Note>();

  add(kind: ImportNote, cursor: Cursor): void {
    const { pointer } = cursor;
    this.#notes.set(`${kind} ${pointer}`, { kind, pointer });
  }

  get all(): readonly Note[] {
    return [...this.#notes.values()];
  }
}

/** Notes by kind, the most frequent first. */
export function notesByKind(notes: readonly Note[]): readonly (readonly [ImportNote, readonly Note[]])[] {
  const kinds = new Map<ImportNote, Note[]>();
  for (const note of notes) {
    const same = kinds.get(note.kind);
    if (same) same.push(note);
    else kinds.set(note.kind, [note]);
  }
  return [...kinds].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
}

/** The whole list, as Markdown. */
export function notesText(notes: readonly Note[]): string {
  const sections = notesByKind(notes).map(([kind, all]) => {
    const places = all.map(({ pointer }) => `- \`${pointer.replaceAll("`", "%60")}\``);
    return `## ${importNotes[kind]} (${all.length})\n\n${places.join("\n")}\n`;
  });
  return `# What the schema does not say\n\nLeft out of the OpenAPI document, or read as something wider, when it was imported.\n\n${sections.join("\n")}`;
}
