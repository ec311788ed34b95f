/** A schema, what is shown of its output, and programs that use it. */
export interface Section {
  readonly title: string;
  /** Schema files by path; `heddle.config.yaml` is settings of the target. */
  readonly sources: Readonly<Record<string, string>>;
  readonly excerpts: readonly Excerpt[];
  readonly uses: readonly Block[];
}

/** The text between two fences, and where it stands in the page. */
export interface Block {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Excerpt extends Block {
  readonly file: string;
  /** Names of declarations; all of the file if there are none. */
  readonly names: readonly string[];
}

interface Fence extends Block {
  readonly language: string;
  readonly words: readonly string[];
}

/** Takes a page apart; sections without a schema of their own have that of the page. */
export function readPage(markdown: string): readonly Section[] {
  const starts = [0, ...Array.from(markdown.matchAll(/^## /gm), ({ index }) => index)];
  const parts = starts.map((start, index) => markdown.slice(start, starts[index + 1]));
  let common: Record<string, string> = {};
  const sections = parts.map((part, index): Section => {
    const fences = readFences(part, starts[index] ?? 0);
    const own = Object.fromEntries(
      fences.filter(({ language }) => language === "yaml").map(({ words, text }) => [words[0] ?? "api.yaml", text]),
    );
    if (index === 0) common = own;
    const code = fences.filter(({ language }) => language === "ts");
    return {
      title: /^#+ (.*)/.exec(part)?.[1] ?? "",
      sources: Object.keys(own).length > 0 ? own : common,
      excerpts: code
        .filter(({ words }) => words[0] !== "use")
        .map(({ words: [file = "", ...names], ...block }) => ({ ...block, file, names })),
      uses: code.filter(({ words }) => words[0] === "use"),
    };
  });
  return sections.filter(({ excerpts, uses }) => excerpts.length + uses.length > 0);
}

function readFences(part: string, offset: number): Fence[] {
  return Array.from(
    part.matchAll(/^```(\w+)(.*)\n((?:(?!```).*\n)*)```$/gm),
    ({ 0: all, 1: language = "", 2: info = "", 3: text = "", index }) => {
      const start = offset + index + all.indexOf("\n") + 1;
      return { language, words: info.split(" ").filter((word) => word !== ""), text, start, end: start + text.length };
    },
  );
}

/** The page with other texts between its fences. */
export function withBlocks(markdown: string, texts: ReadonlyMap<Block, string>): string {
  const blocks = [...texts].sort(([a], [b]) => b.start - a.start);
  return blocks.reduce((page, [{ start, end }, text]) => page.slice(0, start) + text + page.slice(end), markdown);
}

/** A schema from a fragment: what every schema has is added in front. */
export function wholeSchema(fragment: string): string {
  const client = /^client:/m.test(fragment) ? "" : "client: {base_url: https://api.example.com}\n";
  return `heddle: 1\napi: example\n${client}${fragment}`;
}
