import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.join(import.meta.dirname, "../..");

/** A fenced block of a Markdown page. */
export interface Block {
  /** `yaml`, `ts`, `sh`, `text`. */
  readonly language: string;
  /** What follows the language: the name of a file, in walkthroughs. */
  readonly info: string;
  readonly text: string;
  /** `docs/language.md:12`. */
  readonly place: string;
}

/** The blocks of a page, in order. */
export function blocksOf(page: string): readonly Block[] {
  const lines = readFileSync(path.join(root, page), "utf8").split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, language, info = ""] = /^```(\w+)(?: (.*))?$/.exec(lines[at] ?? "") ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf("```", at + 1);
    blocks.push({ language, info, text: lines.slice(at + 1, end).join("\n") + "\n", place: `${page}:${at + 1}` });
    at = end;
  }
  return blocks;
}
