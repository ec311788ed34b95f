import { markdownNodes } from "./markdown-shape.js";
import { rustTokens, type RustToken } from "./rust-tokens.js";

/** What a file of a crate consists of, without the texts: the tokens of Rust, the links of a README, the keys of a manifest. */
export function crateFileShape(path: string, text: string): string {
  if (path.endsWith(".md")) return docShape(text);
  return path.endsWith(".rs") ? rustShape(text) : tomlShape(text);
}

/** The kinds of all tokens, as they are however the layout breaks lines; of doc comments, what rustdoc makes of them but text. */
export function rustShape(source: string): string {
  const kinds = withoutLayout(withoutAliases(withDocs(rustTokens(source))));
  // A pattern is spelt a second time where the crate `regex` reads it otherwise.
  const code = kinds.join(" ").replaceAll(":: I ! ( S , S )", ":: I ! ( S )");
  const statements = code.split(/(?<=[;}]) /);
  // Imports are sorted by what they import, which the texts may change.
  const isImport = (statement: string): boolean => /^(pub )?use /.test(statement);
  return [...statements.filter(isImport).sort(), ...statements.filter((statement) => !isImport(statement))].join("\n");
}

/** The lines of each doc comment as one. */
function withDocs(tokens: readonly RustToken[]): readonly string[] {
  const kinds: string[] = [];
  let doc: string[] = [];
  const end = (): void => {
    if (doc.length > 0) kinds.push(docShape(doc.map((line) => line.replace(/^\/\/[/!] ?/, "")).join("\n")));
    doc = [];
  };
  for (const { kind, text } of tokens) {
    if (kind === "doc") doc.push(text);
    else {
      end();
      kinds.push(kind);
    }
  }
  end();
  return kinds;
}

/** Links, markup, and code that is run: what is text or its emphasis is nothing. */
function docShape(text: string): string {
  const found = markdownNodes(text).flatMap(({ type, lang, value = "", url, children = [] }) => {
    if (type === "code") return lang === "text" ? [] : [`${type} ${lang ?? ""}: ${rustShape(value.replace(/^# ?/gm, ""))}`];
    const isPlainLink = type === "link" && children.length === 1 && children[0]?.value === url;
    return !isPlainLink && /^(html|definition|footnote|.*link|.*image)/i.test(type) ? [type] : [];
  });
  return `/*${found.join("; ")}*/`;
}

/** `A as B` stands for one thing, as `A` does. */
function withoutAliases(kinds: readonly string[]): readonly string[] {
  return kinds.filter((kind, at) => !(kind === "as" && kinds[at + 1] === "I") && !(kinds[at - 1] === "as" && kind === "I"));
}

/** Without the commas and braces that only lines of their own have: behind a last item, around the value of an arm or a closure. */
function withoutLayout(kinds: readonly string[]): readonly string[] {
  const plain = kinds.filter((kind, at) => !(kind === "," && /^[)\]}>]$/.test(kinds[at + 1] ?? "")));
  const out: string[] = [];
  const closing = new Set<number>();
  plain.forEach((kind, at) => {
    const opensValue = kind === "{" && (plain[at - 1] === "=>" || (plain[at - 1] === "|" && plain[at - 3] === "|"));
    const end = opensValue ? endOf(plain, at) : -1;
    if (end !== -1 && !plain.slice(at, end).includes(";")) {
      closing.add(end);
      return;
    }
    if (!closing.has(at)) out.push(kind);
    else if (!/^[)\]}>,]$/.test(plain[at + 1] ?? "}")) out.push(",");
  });
  return out;
}

function endOf(kinds: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < kinds.length; at++) {
    if (kinds[at] === "{") depth++;
    if (kinds[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

/** Tables, keys, and values without their texts; a line that is none of that is as it is. */
function tomlShape(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith("#") ? "#" : line.replace(/"(?:[^"\\\p{Cc}]|\\(?:["\\bfnrt]|u(?!d[89a-f])[\da-f]{4}))*"/giu, "S")))
    .join("\n");
}
