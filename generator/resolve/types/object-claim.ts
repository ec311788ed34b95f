import type { Json } from "../../model/described.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Member, Union, Variant } from "../../model/types.js";
import { suggestion } from "../../source/nearest.js";
import { substitute, type Bindings } from "./substitute.js";
import type { TypeTable, Use } from "./type-table.js";
import type { misfits, Misfit } from "../values/wire-values.js";

/** The path of a key in the object at `path`. */
export function keyPath(path: string, key: string): string {
  const step = /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : `[${JSON.stringify(key)}]`;
  return path === "" || step.startsWith("[") ? path + step : `${path}.${step}`;
}

/**
 * Holds an object against a type whose members may be spread over several declarations: each claims the keys it knows, and
 * what nobody claims at the end is unknown.
 */
export class ObjectClaim {
  readonly #table: TypeTable;
  readonly #object: ReadonlyMap<string, Json>;
  readonly #path: string;
  readonly #misfits: typeof misfits;
  readonly #claimed = new Set<string>();
  readonly #found: Misfit[] = [];
  readonly #within = new Set<Union>();

  constructor(table: TypeTable, object: ReadonlyMap<string, Json>, path: string, check: typeof misfits) {
    this.#table = table;
    this.#object = object;
    this.#path = path;
    this.#misfits = check;
  }

  /** Claims what a record or a tagged union knows; gives the type of further fields, if there may be any. */
  use({ type, bindings }: Use): TypeRef | undefined {
    if (type.kind === "union") this.union(type, bindings);
    if (type.kind !== "record") return undefined;
    this.members(type.members, bindings);
    return type.extra && substitute(type.extra, bindings);
  }

  members(members: readonly Member[], bindings: Bindings): void {
    for (const member of members) {
      const type = substitute(member.type, bindings);
      if (member.kind === "field") {
        this.#field(member.wire, type, member.required);
      } else {
        const use = this.#table.declared(type);
        if (use?.type.kind === "union") this.union(use.type, use.bindings);
      }
    }
  }

  union(union: Union, bindings: Bindings): void {
    if (this.#within.has(union)) return;
    this.#within.add(union);
    const { tagging } = union;
    this.members(union.base, bindings);
    if (tagging.kind === "external") this.#external(union, bindings);
    if (tagging.kind === "internal" || tagging.kind === "adjacent") {
      const variant = this.#tagged(union, tagging.tag);
      if (variant && tagging.kind === "adjacent") this.#payloadAt(tagging.content, variant, bindings);
      else if (variant) this.#payload(variant, bindings);
    }
  }

  /** What was found, unclaimed keys included, which must be of type `extra` if there is one. */
  finish(extra: TypeRef | undefined): readonly Misfit[] {
    for (const [key, value] of this.#object) {
      if (this.#claimed.has(key)) continue;
      if (extra) this.#found.push(...this.#misfits(this.#table, extra, value, keyPath(this.#path, key)));
      else this.#unknown(key);
    }
    return this.#found;
  }

  #unknown(key: string): void {
    const near = suggestion(key, this.#claimed);
    this.#found.push({ path: this.#path, key, unknown: true, problem: `has no field \`${key}\`${near === undefined ? "" : ` (${near})`}` });
  }

  #add(problem: string): void {
    this.#found.push({ path: this.#path, problem });
  }

  #field(wire: string, type: TypeRef, required: boolean): void {
    this.#claimed.add(wire);
    const value = this.#object.get(wire);
    if (value !== undefined) this.#found.push(...this.#misfits(this.#table, type, value, keyPath(this.#path, wire)));
    else if (required) this.#add(`lacks the required field \`${wire}\``);
  }

  #tagged({ variants, name, open }: Union, tag: string): Variant | undefined {
    this.#claimed.add(tag);
    const value = this.#object.get(tag);
    const variant = variants.find((candidate) => candidate.tag === value);
    if (value === undefined) this.#add(`lacks the tag \`${tag}\` of \`${name}\``);
    else if (!variant)
      this.#found.push({ path: keyPath(this.#path, tag), problem: `is no variant of \`${name}\``, ...(open && { unknown: true }) });
    if (!variant) this.#claimAll();
    return variant;
  }

  /** Without a variant nobody can tell which keys belong to it. */
  #claimAll(): void {
    for (const key of this.#object.keys()) this.#claimed.add(key);
  }

  #external({ variants, name, open }: Union, bindings: Bindings): void {
    const [variant, second] = variants.filter(({ tag }) => this.#object.has(tag));
    const problem = `needs exactly one variant of \`${name}\` as its key`;
    const isNew = open && !variant && this.#object.size > 0;
    if (!variant || second) this.#found.push({ path: this.#path, problem, ...(isNew && { unknown: true }) });
    if (variant) this.#payloadAt(variant.tag, variant, bindings);
    if (!variant || second) this.#claimAll();
  }

  /** A payload in a place of its own: the content of an adjacent tag, the value of an external one. */
  #payloadAt(key: string, { payload }: Variant, bindings: Bindings): void {
    if (payload.kind === "type") return this.#field(key, substitute(payload.type, bindings), true);
    const value = this.#object.get(key);
    this.#claimed.add(key);
    if (payload.kind === "empty") return;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.#add(`lacks the object \`${key}\``);
    const inner = new ObjectClaim(this.#table, new Map(Object.entries(value)), keyPath(this.#path, key), this.#misfits);
    inner.members(payload.members, bindings);
    this.#found.push(...inner.finish(undefined));
  }

  /** A payload whose fields lie beside the tag. */
  #payload({ payload }: Variant, bindings: Bindings): void {
    if (payload.kind === "fields") this.members(payload.members, bindings);
    const use = payload.kind === "type" ? this.#table.declared(substitute(payload.type, bindings)) : undefined;
    const extra = use && this.use(use);
    if (extra) this.#claimAll();
  }
}
