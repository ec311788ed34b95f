import { nothing, sequence, type Node } from "./node.js";

/**
 * A piece of code that carries its imports. Nobody can make one from a plain string by accident: the private field is the brand, at
 * compile time and at run time, so that an object of the same shape is refused as well.
 */
export class Code {
  readonly #node: Node;

  constructor(node: Node) {
    this.#node = node;
  }

  /** The tree of a code value, or undefined for anything else. */
  static read(value: unknown): Node | undefined {
    return typeof value === "object" && value !== null && #node in value ? value.#node : undefined;
  }
}

/** True for code values alone; an object of the same shape is none. */
export function isCode(value: unknown): value is Code {
  return Code.read(value) !== undefined;
}

/** What can stand in code: code, several in a row, or nothing. */
export type CodeLike = Code | readonly CodeLike[] | undefined | null | false;

/** Something that is not code was put where code belongs. */
export class NotCode extends TypeError {
  override readonly name = "NotCode";
  readonly value: unknown;

  constructor(value: unknown) {
    super(`${describe(value)} is not code`);
    this.value = value;
  }
}

/** The tree of anything that can stand in code. Throws {@link NotCode} for everything else, a plain string first of all. */
export function nodeOf(value: CodeLike): Node {
  if (value === undefined || value === null || value === false) return nothing;
  if (isList(value)) return sequence(value.map(nodeOf));
  const node = Code.read(value);
  if (node === undefined) throw new NotCode(value);
  return node;
}

/** The items of a list at any depth, in order; a single value is a list of one. */
export function flatten(value: CodeLike): readonly Node[] {
  return isList(value) ? value.flatMap(flatten) : [nodeOf(value)];
}

function isList(value: CodeLike): value is readonly CodeLike[] {
  return Array.isArray(value);
}

function describe(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value)}`;
  if (typeof value === "object") return "an object";
  return typeof value === "function" ? "a function" : `the ${typeof value} ${String(value)}`;
}
