import { wrapped } from "../../target/index.js";
import { invisible, unicodeEscape } from "./strings.js";

/**
 * Markdown as somebody wrote it, for rustdoc: brackets are no links to items, markup is no HTML, and no code is taken for Rust, which
 * `cargo test` would compile and run.
 */
export function markdown(source: string, width: number): readonly string[] {
  let fence = "";
  const out = inert(source)
    .split("\n")
    .map((line) => {
      if (fence !== "") {
        if (closes(line, fence)) fence = "";
        return line;
      }
      fence = opened(line);
      // At the first column it lies in no list, and so does what ends it.
      return fence === "" ? outsideOfCode(line) : `${fence}text`;
    });
  return wrapped(fence === "" ? out : [...out, fence], width);
}

/** A text on one line, with nothing in it that means something to rustdoc. */
export function phrase(source: string): string {
  return inert(source).replace(/\s*\n\s*/g, " ");
}

/** The mark of a fenced block that a line begins; empty if it begins none. */
function opened(line: string): string {
  const [, backticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line) ?? [];
  return backticks ?? tildes ?? "";
}

function closes(line: string, fence: string): boolean {
  const mark = line.trim();
  return /^ {0,3}\S/.test(line) && mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

/** Without the indentation that makes code of a line, at its start or behind the marks of lists and quotes, and without fences there. */
function outsideOfCode(line: string): string {
  const [marks = ""] = /^(?:\s*(?:[-+*>]|\d+[.)])(?=\s|$|>))+/.exec(line) ?? [];
  const start = marks.replace(/\s+/g, " ").replace(/^ /, "");
  const indent = /^ {1,3}(?=\S)/.exec(line)?.[0] ?? "";
  const rest = line.slice(marks.length);
  if (marks === "") return indent + escapedFence(rest.trimStart());
  return `${indent}${start} ${escapedFence(rest.trimStart())}`.trimEnd();
}

function escapedFence(text: string): string {
  return /^(`{3}|~{3})/.test(text) ? `\\${text}` : text;
}

function inert(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, "  ")
    .replace(invisible, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(/\\[^\n]|[[\]]|<(?=[a-z/!?])/gi, (found) => (found.startsWith("\\") ? found : `\\${found}`))
    .replace(/(?<![<(`])https?:\/\/[^\s)>\]\\]+/g, "<$&>")
    .trim();
}
