/** Where a document begins to show Rust: an item, a statement, an attribute, or a struct literal. */
const start = /^(use [a-z]|let |match |(pub )?(async )?fn |#\[|[A-Z]\w+ \{$)/;
/** What a block goes on with behind an empty line. */
const next = /^(use [a-z]|let |match |for |if |println!|(pub )?(async )?fn |#\[|\/\/ )/;

/** Every block of Rust in a document that has no fences: it ends at an empty line behind which prose follows. */
export function cutRust(document: string): readonly string[] {
  const lines = document.split(/\r?\n/);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!start.test(lines[at] ?? "")) continue;
    const end = endOf(lines, at);
    blocks.push(lines.slice(at, end).join("\n").trimEnd());
    at = end - 1;
  }
  return blocks;
}

function endOf(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "" && depth === 0) {
      const following = lines.slice(at).find((each) => each.trim() !== "");
      if (following === undefined || !next.test(following)) return at;
    }
    depth += count(line, /[{([]/g) - count(line, /[})\]]/g);
  }
  return lines.length;
}

function count(line: string, pattern: RegExp): number {
  return line.replace(/"(\\.|[^"\\])*"/g, "").match(pattern)?.length ?? 0;
}
