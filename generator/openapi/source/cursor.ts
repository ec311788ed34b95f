import type { Json } from "../../model/described.js";
import type { Span, Text } from "../../source/span.js";
import type { Origin } from "./origin.js";

/** A value of the document and the way to it. */
export class Cursor {
  readonly value: Json;
  readonly origin: Origin;
  readonly key: string;
  readonly #parent: Cursor | undefined;

  constructor(origin: Origin, value: Json, key = "", parent?: Cursor) {
    this.origin = origin;
    this.value = value;
    this.key = key;
    this.#parent = parent;
  }

  /** A member of an object, or an item of a list by its index; undefined if there is none. */
  get(key: string): Cursor | undefined {
    const { value } = this;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    const inner = (value as Readonly<Record<string, Json | undefined>>)[key];
    return inner === undefined ? undefined : new Cursor(this.origin, inner, key, this);
  }

  /** The members of an object in its order; none for other values. */
  entries(): readonly Cursor[] {
    const { value } = this;
    if (!isObject(value)) return [];
    return Object.entries(value).map(([key, inner]) => new Cursor(this.origin, inner, key, this));
  }

  /** The items of a list; none for other values. */
  items(): readonly Cursor[] {
    const { value } = this;
    return Array.isArray(value) ? value.map((inner: Json, index) => new Cursor(this.origin, inner, String(index), this)) : [];
  }

  has(key: string): boolean {
    return isObject(this.value) && Object.hasOwn(this.value, key);
  }

  get isObject(): boolean {
    return isObject(this.value);
  }

  /** The text under a key; undefined for anything else. */
  text(key: string): string | undefined {
    const value = this.raw(key);
    return typeof value === "string" ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.raw(key);
    return typeof value === "number" ? value : undefined;
  }

  flag(key: string): boolean {
    return this.raw(key) === true;
  }

  raw(key: string): Json | undefined {
    return isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }

  /** The same place as a value of its own: what is declared for it is not what is declared for this one. */
  anew(): Cursor {
    return isObject(this.value) ? this.with({ ...this.value }) : this;
  }

  /** Another value in the same place. */
  with(value: Json): Cursor {
    return new Cursor(this.origin, value, this.key, this.#parent);
  }

  get path(): readonly string[] {
    return this.#parent ? [...this.#parent.path, this.key] : [];
  }

  /** RFC 6901, as a fragment: `#/paths/~1users/get`. */
  get pointer(): string {
    return ["#", ...this.path.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
  }

  get span(): Span {
    return new LazySpan(this);
  }

  /** A text of the result that comes from here. */
  as(value: string): Text {
    return { value, span: this.span };
  }
}

/** A place that is looked up when somebody asks for it. */
class LazySpan implements Span {
  readonly #cursor: Cursor;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  get file(): Span["file"] {
    return this.#cursor.origin.file;
  }

  get start(): number {
    return this.#cursor.origin.place(this.#cursor.path).start;
  }

  get end(): number {
    return this.#cursor.origin.place(this.#cursor.path).end;
  }
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
