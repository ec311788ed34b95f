import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type CST,
  type Document as YamlDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Report } from "../source/report.js";
import type { SourceFile } from "../source/source-file.js";
import type { Span } from "../source/span.js";
import type { Entry, ListNode, MappingNode, Node, ScalarNode } from "./node.js";
import { reportYamlProblems } from "./yaml-problem.js";

/** Levels of nesting; the composer of `yaml` recurses, and Node 20 aborts without an exception some hundred levels further. */
const depthLimit = 200;
/** Values that all aliases of a file may stand for. */
const expansionLimit = 10_000;

/**
 * Reads one YAML 1.2 document with the core schema, keys as text.
 * Undefined if it is empty or not YAML; then the report says why. Duplicates, tags and merge keys are reported and left out.
 */
export function parseYaml(file: SourceFile, report: Report): Node | undefined {
  const tokens = [...new Parser().parse(file.text)];
  const comments = new Map<number, Span>();
  if (!checkTokens(tokens, file, report, comments)) return undefined;
  const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false, stringKeys: true, merge: false, logLevel: "silent" });
  const documents = [...composer.compose(tokens, true, file.text.length)];
  const problems = documents.flatMap((document) => document.errors);
  if (documents[1]) report.add("HD108", { file, start: documents[1].range[0], end: documents[1].range[0] + 3 }, {});
  reportYamlProblems(problems, file, report);
  const root = documents[0];
  if (!root || problems.length > 0 || documents.length > 1) return undefined;
  return new Conversion(file, report, comments).document(root);
}

/** Looks at everything the composed nodes no longer show, level by level without recursion; false if it is too deep to compose. */
function checkTokens(tokens: readonly CST.Token[], file: SourceFile, report: Report, comments: Map<number, Span>): boolean {
  let level: CST.Token[] = [];
  for (const token of tokens) {
    if (token.type === "directive") report.add("HD122", tokenSpan(token, file), {});
    if (token.type === "document") {
      checkProperties(token.start, file, report);
      if (token.value) level.push(token.value);
    }
  }
  for (let depth = 1; level.length > 0; depth++) {
    const first = level[0];
    if (depth > depthLimit && first) {
      report.add("HD103", { file, start: first.offset, end: first.offset + 1 }, { limit: depthLimit });
      return false;
    }
    const below: CST.Token[] = [];
    for (const token of level) descend(token, below, file, report, comments);
    level = below;
  }
  return true;
}

/** Adds the nodes directly in a node to the level below; notes tags, and comments that end a scalar. */
function descend(token: CST.Token, below: CST.Token[], file: SourceFile, report: Report, comments: Map<number, Span>): void {
  if (token.type === "scalar") {
    const comment = commentOnLine(token.end);
    if (comment) comments.set(token.offset, tokenSpan(comment, file));
  }
  if (!("items" in token)) return;
  for (const item of token.items) {
    checkProperties(item.start, file, report);
    checkProperties(item.sep ?? [], file, report);
    if (item.key) below.push(item.key);
    if (item.value) below.push(item.value);
  }
}

function commentOnLine(end: readonly CST.SourceToken[] | undefined): CST.SourceToken | undefined {
  for (const token of end ?? []) {
    if (token.type === "comment") return token;
    if (token.type === "newline") return undefined;
  }
  return undefined;
}

function checkProperties(tokens: readonly CST.SourceToken[], file: SourceFile, report: Report): void {
  for (const token of tokens) if (token.type === "tag") report.add("HD107", tokenSpan(token, file), { tag: token.source });
}

function tokenSpan(token: { offset: number; source: string }, file: SourceFile): Span {
  return { file, start: token.offset, end: token.offset + token.source.length };
}

interface Sized {
  readonly node: Node;
  /** Values in it, itself included. */
  readonly size: number;
}

/** Turns composed nodes into ours; an anchor is known once its value is complete, so an alias inside itself is unknown. */
class Conversion {
  readonly #file: SourceFile;
  readonly #report: Report;
  readonly #comments: ReadonlyMap<number, Span>;
  readonly #anchors = new Map<string, Sized>();
  #count = 0;
  #expanded = 0;
  /** An alias could not be followed, so parts of the tree are missing. */
  #broken = false;

  constructor(file: SourceFile, report: Report, comments: ReadonlyMap<number, Span>) {
    this.#file = file;
    this.#report = report;
    this.#comments = comments;
  }

  document(document: YamlDocument.Parsed): Node | undefined {
    if (document.contents === null || (isScalar(document.contents) && document.contents.source === "")) {
      this.#report.add("HD123", { file: this.#file, start: 0, end: 0 }, { path: this.#file.path });
      return undefined;
    }
    const node = this.#node(document.contents, { file: this.#file, start: 0, end: 0 });
    return this.#broken ? undefined : node;
  }

  #node(value: unknown, key: Span): Node {
    const before = this.#count++;
    if (isAlias(value)) return this.#alias(value.source, this.#span(value.range, key), key);
    const node = this.#anchorless(value, key);
    const anchor = isScalar(value) || isMap(value) || isSeq(value) ? value.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, { node, size: this.#count - before });
    return node;
  }

  #anchorless(value: unknown, key: Span): Node {
    if (isMap(value)) return this.#mapping(value, this.#span(value.range, key));
    if (isSeq(value)) {
      const span = this.#span(value.range, key);
      const items = value.items.map((item) => this.#node(item, span));
      return { kind: "list", items, span } satisfies ListNode;
    }
    return isScalar(value) ? this.#scalar(value, key) : { kind: "scalar", value: null, text: "", style: "plain", span: key };
  }

  #alias(name: string, span: Span, key: Span): Node {
    const target = this.#anchors.get(name);
    const over = this.#expanded > expansionLimit;
    this.#expanded += target?.size ?? 0;
    this.#count += target?.size ?? 0;
    if (!target) this.#report.add("HD117", span, { alias: name });
    else if (!over && this.#expanded > expansionLimit) this.#report.add("HD105", span, { limit: expansionLimit });
    if (target && this.#expanded <= expansionLimit) return target.node;
    this.#broken = true;
    return { kind: "scalar", value: null, text: "", style: "plain", span: key };
  }

  #mapping(map: YAMLMap, span: Span): MappingNode {
    const index = new Map<string, Entry>();
    for (const pair of map.items) {
      const source = isScalar(pair.key) ? pair.key : undefined;
      const key = { value: String(source?.value ?? ""), span: this.#span(source?.range, span) };
      this.#checkCharacters(source, key.span);
      const first = index.get(key.value);
      if (key.value === "<<" && source?.type === "PLAIN") this.#report.add("HD106", key.span, {});
      else if (first)
        this.#report.add("HD104", key.span, { key: key.value }, { related: [{ message: "first declared here", span: first.key.span }] });
      else index.set(key.value, { key, value: this.#node(pair.value, key.span) });
    }
    return { kind: "mapping", entries: [...index.values()], index, span, flow: map.flow === true };
  }

  #scalar(scalar: Scalar, key: Span): ScalarNode {
    const source = scalar.source ?? "";
    this.#checkCharacters(scalar, this.#span(scalar.range, key));
    const written = scalar.range && scalar.range[1] > scalar.range[0];
    const comment = scalar.type === "PLAIN" && scalar.range ? this.#comments.get(scalar.range[0]) : undefined;
    return {
      kind: "scalar",
      value: plainValue(scalar.value),
      text: typeof scalar.value === "string" ? scalar.value : source,
      style: styles[scalar.type ?? "PLAIN"] ?? "plain",
      span: written ? this.#span(scalar.range, key) : key,
      ...(comment && { comment }),
    };
  }

  #checkCharacters(scalar: Scalar | undefined, span: Span): void {
    if (scalar?.type === "QUOTE_DOUBLE" && /\p{Surrogate}/u.test(String(scalar.value))) this.#report.add("HD126", span, {});
  }

  #span(range: readonly [number, number, number] | null | undefined, otherwise: Span): Span {
    return range ? { file: this.#file, start: range[0], end: range[1] } : otherwise;
  }
}

const styles: Readonly<Record<string, ScalarNode["style"]>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function plainValue(value: unknown): ScalarNode["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
