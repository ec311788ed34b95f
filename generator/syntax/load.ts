import { Report } from "../source/report.js";
import type { SourceFile } from "../source/source-file.js";
import type { Span, Text } from "../source/span.js";
import { decode } from "./decode.js";
import type { Document, Program } from "./document.js";
import { child, type Node } from "./node.js";
import { folderOf, moduleOf, resolvePath } from "./path.js";
import { readFile } from "./read/file.js";
import { readTexts } from "./read/value.js";
import { parseYaml } from "./yaml.js";

/** Where files come from; paths are relative to the project, with forward slashes. Undefined: there is no such file. */
export interface Reader {
  read(path: string): Uint8Array | undefined;
}

export interface LoadSettings {
  /** Bytes of one file; 32 MB unless said otherwise. */
  readonly maxBytes?: number;
  /** Whether an include may be read; unless said otherwise, if it stays in the project's folder. */
  readonly allows?: (path: string) => boolean;
  /** Where the root document is named, in a configuration, say: the place of a finding that it is not there or cannot be read. */
  readonly namedAt?: Span;
}

export interface Loaded {
  readonly program: Program;
  readonly report: Report;
}

const defaultMaxBytes = 32 * 1024 * 1024;
/** Files that include each other in a row. */
const chainLimit = 100;

/** Reads a root document and everything it includes, and reports all that is wrong with any of it. */
export function load(root: string, reader: Reader, settings: LoadSettings = {}): Loaded {
  const loading = new Loading(folderOf(root), reader, settings);
  loading.file({ path: resolvePath("", root), asked: undefined, above: [] });
  return { program: { files: loading.files }, report: loading.report };
}

/** A file that somebody asked for, and the includes that led there, outermost first. */
interface Wanted {
  readonly path: string;
  readonly asked: Span | undefined;
  readonly above: readonly { readonly path: string; readonly asked: Span | undefined }[];
}

class Loading {
  readonly report = new Report();
  readonly #documents: Document[] = [];
  readonly #modules = new Set<string>();
  readonly #done = new Set<string>();
  readonly #folder: string;
  readonly #reader: Reader;
  readonly #settings: LoadSettings;

  constructor(folder: string, reader: Reader, settings: LoadSettings) {
    this.#folder = resolvePath("", folder);
    this.#reader = reader;
    this.#settings = settings;
  }

  get files(): readonly Document[] {
    return this.#documents;
  }

  /** Reads a file and, behind it, its includes. One that was read before is left alone. */
  file(wanted: Wanted): void {
    const chain = [...wanted.above, wanted];
    if (wanted.above.some(({ path }) => path === wanted.path)) return this.#cycle(wanted);
    if (this.#done.has(wanted.path)) return;
    if (wanted.above.length > chainLimit) return this.report.add("HD103", wanted.asked, { limit: chainLimit });
    this.#done.add(wanted.path);
    const read = this.#read(wanted);
    if (!read) return;
    const { file, node } = read;
    const module = moduleOf(wanted.path, this.#folder, this.#modules);
    this.#modules.add(module);
    this.#documents.push(readFile(file, module, node, wanted.asked === undefined, this.report));
    for (const include of this.#includes(node, wanted.path)) {
      this.file({ path: include.path, asked: include.text.span, above: chain });
    }
  }

  #read({ path, asked = this.#settings.namedAt }: Wanted): { readonly file: SourceFile; readonly node: Node } | undefined {
    const bytes = this.#reader.read(path);
    if (!bytes) {
      this.report.add("HD100", asked, { path });
      return undefined;
    }
    const file = decode(path, bytes, this.#settings.maxBytes ?? defaultMaxBytes, asked, this.report);
    const node = file && parseYaml(file, this.report);
    return file && node && { file, node };
  }

  #includes(node: Node, path: string): { readonly path: string; readonly text: Text }[] {
    const seen = new Set<string>();
    return readTexts(child(node, "include")).flatMap((text) => {
      const target = resolvePath(folderOf(path), text.value);
      if (!this.#allowed(text, target)) return [];
      if (seen.has(target)) this.report.add("HD133", text.span, { path: text.value });
      seen.add(target);
      return [{ path: target, text }];
    });
  }

  #allowed(text: Text, target: string): boolean {
    if (/^$|^[/\\]|\\|^[A-Za-z]:|^[a-z]+:\/\/|\0/.test(text.value)) {
      this.report.add("HD132", text.span, { path: text.value });
      return false;
    }
    if (/(^|\/)\.{0,2}$/.test(text.value)) {
      this.report.add("HD134", text.span, { path: text.value });
      return false;
    }
    if (this.#settings.allows?.(target) ?? !target.startsWith("..")) return true;
    this.report.add("HD131", text.span, { path: text.value });
    return false;
  }

  #cycle({ path, asked, above }: Wanted): void {
    const start = above.findIndex((step) => step.path === path);
    const related = above
      .slice(start + 1)
      .flatMap((step) => (step.asked ? [{ message: `\`${step.path}\` is included here`, span: step.asked }] : []));
    this.report.add("HD130", asked, { path }, { related });
  }
}
