/** A token of Rust: what it is, and for a doc comment what it says. */
export interface RustToken {
  /** `I` for an identifier, `S` for a string, `C` for a character, `N` for a number, `L` for a lifetime; otherwise the token itself. */
  readonly kind: string;
  readonly text: string;
}

const keywords = new Set(
  (
    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self " +
    "static struct super trait true type unsafe use where while"
  ).split(" "),
);

/** In this order; the first that matches at a place is the token there. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ["blank", /\s+/y],
  ["doc", /\/\/(?:\/(?!\/)|!)[^\n]*/y],
  ["comment", /\/\/[^\n]*/y],
  ["S", /[bc]?r(#*)"[^]*?"\1/y],
  ["S", /[bc]?"(?:[^"\\]|\\(?:["'\\nrt0\n]|x[0-7][\da-f]|u\{[\da-f]{1,6}\}))*"/iy],
  ["C", /b?'(?:[^'\\\n]|\\(?:["'\\nrt0]|x[0-7][\da-f]|u\{[\da-f]{1,6}\}))'/iuy],
  ["L", /'[\p{XID_Start}_]\p{XID_Continue}*/uy],
  ["N", /\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?(?:[iuf]\d+|usize)?/y],
  ["I", /r#[\p{XID_Start}_]\p{XID_Continue}*/uy],
  ["word", /[\p{XID_Start}_]\p{XID_Continue}*/uy],
  ["sign", /=>|->|::|\.\.=|[!#$%&()*+,./:;<=>?@[\]^{|}-]/y],
];

/** The tokens of Rust code; whatever is none is one called `?`, and ends them. */
export function rustTokens(source: string): readonly RustToken[] {
  const tokens: RustToken[] = [];
  for (let at = 0; at < source.length;) {
    const found = blockComment(source, at) ?? match(source, at);
    if (!found || found.text === "") return [...tokens, { kind: "?", text: source.slice(at, at + 20) }];
    at += found.text.length;
    if (found.kind !== "blank") tokens.push(found);
  }
  return tokens;
}

function match(source: string, at: number): RustToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text === undefined) continue;
    if (kind === "word") return { kind: keywords.has(text) ? text : "I", text };
    return { kind: kind === "sign" ? text : kind, text };
  }
  return undefined;
}

/** Block comments lie in each other; one without an end is no token. */
function blockComment(source: string, at: number): RustToken | undefined {
  if (!source.startsWith("/*", at)) return undefined;
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let found = edge.exec(source); found; found = edge.exec(source)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return { kind: "/**/", text: source.slice(at, edge.lastIndex) };
  }
  return { kind: "?", text: "" };
}
