import { foldable, keyText, quoted } from "./quote.js";

/** A value to be written as YAML. */
export type Tree = TextTree | ListTree | MapTree;

export interface TextTree {
  readonly kind: "text";
  readonly value: string;
  /** A number, a flag or null, which stands without quotes. */
  readonly bare?: boolean;
}

/** In brackets on one line, unless one of the items is long or is no text. */
export interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface MapTree {
  readonly kind: "map";
  readonly entries: readonly (readonly [key: string, value: Tree])[];
  /** An empty line between entries that have more than one line. */
  readonly spaced?: boolean;
}

type Entry = readonly [key: string, value: Tree];

export function text(value: string): TextTree {
  return { kind: "text", value };
}

export function bare(value: string | number | boolean | null): TextTree {
  return { kind: "text", value: String(value), bare: true };
}

export function list(items: readonly Tree[]): ListTree {
  return { kind: "list", items };
}

/** Leaves out what is undefined. */
export function map(entries: readonly (Entry | undefined)[], spaced = false): MapTree {
  return { kind: "map", entries: entries.filter((entry) => entry !== undefined), ...(spaced && { spaced }) };
}

/** Columns of a folded text. */
const width = 100;

/** The text of a document in block style, with a line end at its end. */
export function printTree(tree: MapTree): string {
  const lines: string[] = [];
  writeMap(tree, "", lines);
  return `${lines.join("\n")}\n`;
}

function writeMap({ entries, spaced }: MapTree, indent: string, lines: string[]): void {
  let wasTall = false;
  entries.forEach(([key, value], index) => {
    const own: string[] = [];
    writeEntry(`${indent}${keyText(key)}:`, value, indent, own);
    const isTall = own.length > 1;
    if (spaced && index > 0 && (isTall || wasTall)) lines.push("");
    for (const line of own) lines.push(line);
    wasTall = isTall;
  });
}

function writeEntry(head: string, value: Tree, indent: string, lines: string[]): void {
  const inline = inlineText(value, head.length);
  if (inline !== undefined) lines.push(inline === "" ? head : `${head} ${inline}`);
  else if (value.kind === "text") writeBlock(head, value.value, `${indent}  `, lines);
  else {
    lines.push(head);
    if (value.kind === "map") writeMap(value, `${indent}  `, lines);
    else writeItems(value, `${indent}  `, lines);
  }
}

/** A value on the line of its key; undefined if it takes more lines. */
function inlineText(value: Tree, column: number): string | undefined {
  if (value.kind === "text") return value.bare || !isLong(value.value, column) ? scalarText(value, false) : undefined;
  if (value.kind === "map") return value.entries.length === 0 ? "{}" : undefined;
  if (value.items.some((item) => item.kind !== "text" || /\n/.test(item.value))) return value.items.length === 0 ? "[]" : undefined;
  const items = value.items.flatMap((item) => (item.kind === "text" ? [scalarText(item, true)] : []));
  const line = `[${items.join(", ")}]`;
  return column + line.length <= 120 ? line : undefined;
}

function scalarText({ value, bare: isBare }: TextTree, flow: boolean): string {
  return isBare ? value : quoted(value, flow);
}

function isLong(value: string, column: number): boolean {
  return /\n/.test(value) ? isLiteral(value) : column + value.length > 140 && foldable(value);
}

/** Whether a text of several lines can stand as it is. */
function isLiteral(value: string): boolean {
  return /^[^\s\p{C}]/u.test(value) && !/\s$|[^\P{C}\n]|[\u2028\u2029]/u.test(value);
}

function writeBlock(head: string, value: string, indent: string, lines: string[]): void {
  const isFolded = !/\n/.test(value);
  lines.push(`${head} ${isFolded ? ">-" : "|-"}`);
  for (const line of isFolded ? wrapped(value) : value.split("\n")) lines.push(line === "" ? "" : `${indent}${line}`);
}

function wrapped(value: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of value.split(" ")) {
    if (line !== "" && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function writeItems({ items }: ListTree, indent: string, lines: string[]): void {
  for (const item of items) {
    const inline = inlineText(item, indent.length + 2);
    if (inline !== undefined) lines.push(`${indent}- ${inline}`);
    else if (item.kind === "text") writeBlock(`${indent}-`, item.value, `${indent}  `, lines);
    else {
      const own: string[] = [];
      if (item.kind === "map") writeMap(item, `${indent}  `, own);
      else writeItems(item, `${indent}  `, own);
      const [first = "", ...rest] = own;
      lines.push(`${indent}- ${first.slice(indent.length + 2)}`, ...rest);
    }
  }
}
