import { z, type ZodType } from "zod";
import type { MappingNode, Node } from "../node.js";

/** How a mapping is recognised: by the first of these keys that it has. */
export interface ByKey {
  readonly keys: readonly (readonly [key: string, shape: ZodType])[];
  readonly otherwise: ZodType;
  /** Whether two of these keys contradict each other. */
  readonly exclusive?: boolean;
  /** Whether one of these keys has to be there. */
  readonly required?: boolean;
}

/** Mappings that no single key tells apart. */
export interface ByLook {
  readonly options: readonly ZodType[];
  readonly pick: (node: MappingNode) => ZodType;
}

/** Which shapes a value can have, told apart by what stands there, so that a problem is reported for the one that was meant. */
export interface Variants {
  readonly scalar?: ZodType;
  readonly list?: ZodType;
  readonly mapping?: ZodType | ByKey | ByLook;
  /** Nothing behind the key is possible, or is reported by the reader in better words. */
  readonly empty?: boolean;
  /** What to call the right kinds in a message, if not by their kinds: `a type`. */
  readonly expected?: string;
  /** A hint for a mapping that looks like something else altogether; it is then not looked into. */
  readonly refused?: (node: Node) => string | undefined;
  /** A hint for a value of none of these kinds. */
  readonly hint?: (node: Node) => string | undefined;
}

/** What the check knows about a shape beside zod's own; `.meta()` copies a shape, and the copy knows its parent. */
class Notes<T> {
  readonly #notes = new WeakMap<object, T>();

  set(shape: ZodType, note: T): void {
    this.#notes.set(shape, note);
  }

  get(shape: ZodType): T | undefined {
    for (let at: object | undefined = shape; at; at = (at as ZodType)._zod.parent) {
      const note = this.#notes.get(at);
      if (note) return note;
    }
    return undefined;
  }
}

/** The variants of every union that {@link choice} made; zod alone would report the problems of all of them. */
export const variantsOf = new Notes<Variants>();

export interface Facts {
  /** With an article, for messages: `an operation`. */
  readonly noun?: string;
  /** What the keys of a mapping name, and how such names look. */
  readonly keys?: KeyRule;
  /** A hint for a value that is no mapping. */
  readonly hint?: (node: Node) => string | undefined;
}

export interface KeyRule {
  /** With an article: `a type`. */
  readonly noun: string;
  readonly pattern: RegExp;
  readonly rule: string;
  /** What is wrong with a key that belongs elsewhere, with all that is in it. */
  readonly misplaced?: (name: string, value: Node) => "HD228" | "HD229" | undefined;
}

export const factsOf = new Notes<Facts>();

export function choice(description: string, variants: Variants): ZodType {
  const { scalar, list, mapping, empty } = variants;
  const options = [scalar, list, ...new Set(mappingOptions(mapping)), empty ? z.null() : undefined].filter(
    (option) => option !== undefined,
  );
  const union = z.union(options).meta({ description });
  variantsOf.set(union, variants);
  return union;
}

function mappingOptions(mapping: Variants["mapping"]): readonly ZodType[] {
  if (!mapping) return [];
  if (mapping instanceof z.ZodType) return [mapping];
  return "pick" in mapping ? mapping.options : [...mapping.keys.map(([, shape]) => shape), mapping.otherwise];
}

/** What only editors get to know; the readers explain better what is wrong with a text. */
export interface EditorFacts {
  readonly pattern?: string;
  readonly examples?: readonly string[];
}

/** Text; numbers and booleans count as text, as they were written. */
export function text(description: string, editor: EditorFacts = {}): ZodType {
  return z.string().meta({ description, ...editor });
}

/** Gives a shape a name of its own in the JSON Schema. */
export function entitled(id: string, shape: ZodType): ZodType {
  return shape.meta({ ...shape.meta(), id });
}

/** One text or a list of them. */
export function texts(description: string, editor: EditorFacts = {}): ZodType {
  return choice(description, { scalar: text(description, editor), list: z.array(text(description, editor)) });
}

export function flag(description: string): ZodType {
  return z.boolean().meta({ description });
}

/** A mapping that is told by one of these keys and has exactly one of them. */
export function oneOf(noun: string, kinds: Record<string, ZodType>, others: Record<string, ZodType>): ByKey {
  const keys = Object.entries(kinds).map(([key, shape]) => [key, block(noun, { [key]: shape, ...others })] as const);
  return { keys, otherwise: block(noun, { ...optional(kinds), ...others }), exclusive: true, required: true };
}

export function word(description: string, words: readonly [string, ...string[]]): ZodType {
  return z.enum(words).meta({ description });
}

/** A mapping with known keys; `rest` is the shape of all others. `noun` has an article and is used in messages. */
export function block(noun: string, shape: Record<string, ZodType>, rest?: { shape: ZodType; keys: KeyRule }): ZodType {
  const object = rest ? z.object(shape).catchall(rest.shape) : z.strictObject(shape);
  factsOf.set(object, { noun, ...(rest && { keys: rest.keys }) });
  return object;
}

/** Gives a mapping a hint for whoever writes something else. */
export function hinted(shape: ZodType, hint: (node: Node) => string | undefined): ZodType {
  factsOf.set(shape, { ...factsOf.get(shape), hint });
  return shape;
}

/** A mapping whose keys are the author's names. */
export function named(description: string, keys: KeyRule, shape: ZodType): ZodType {
  const record = z.record(z.string(), shape).meta({ description });
  factsOf.set(record, { keys });
  return record;
}

/** Any YAML value, as an example of something on the wire. */
export function wireValue(description: string): ZodType {
  return z.unknown().meta({ description });
}

/** Every key may be left out; the others are required. */
export function optional(shape: Record<string, ZodType>): Record<string, ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, value.optional()]));
}

const identifierRule = "a letter or `_` comes first, then letters, digits and `_`";

export function identifier(noun: string): KeyRule {
  return { noun, pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, rule: identifierRule };
}
