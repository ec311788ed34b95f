import type { Member, ScalarRef, TypeRef, Union, Variant } from "../../model/index.js";
import { fieldsOf, isBag, spreadsOf, type Bag, type Given, type Types } from "./types.js";

/** Values in the form of the wire as logical ones; members that no type names are collected by their path. */
export class ToLogical {
  readonly extra: { [path: string]: unknown } = {};
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  value(value: unknown, ref: TypeRef, outer: Given = new Map(), path = ""): unknown {
    const { ref: own, type, given } = this.#types.resolve(ref, outer);
    if (value === null || value === undefined) return value;
    if (type?.kind === "record") return isBag(value) ? this.#record(value, type.members, given, path, type.extra) : plain(value);
    if (type?.kind === "union") return this.#union(value, type, given, path);
    switch (own.kind) {
      case "list":
        return Array.isArray(value) ? value.map((item, index) => this.value(item, own.of, given, join(path, index))) : plain(value);
      case "map":
        return isBag(value) ? this.#map(value, own.of, given, path) : plain(value);
      case "nullable":
        return this.value(value, own.of, given, path);
      case "scalar":
        return this.scalar(value, own);
      default:
        return plain(value);
    }
  }

  /** A scalar as the side has it where the value comes from; here, a program. */
  protected scalar(value: unknown, ref: ScalarRef): unknown {
    void ref;
    return plain(value);
  }

  #map(value: Bag, of: TypeRef, given: Given, path: string): Bag {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value(item, of, given, join(path, key))]));
  }

  #record(value: Bag, members: readonly Member[], given: Given, path: string, extra?: TypeRef): Bag {
    const own = fieldsOf(members).filter(({ wire }) => Object.hasOwn(value, wire) && value[wire] !== undefined);
    const spreads = spreadsOf(members).map((spread) => ({ spread, union: this.#types.unionOf(spread, given) }));
    const known = new Set(own.map(({ wire }) => wire));
    const found = own.map(({ wire, type }) => [wire, this.value(value[wire], type, given, join(path, wire))] as const);
    const inside = spreads.flatMap(({ spread, union }) => {
      if (!union) return [];
      for (const key of this.#keysOf(value, union, given)) known.add(key);
      return [[spread.name, this.#variant(value, union, given, path)] as const];
    });
    const rest = Object.entries(value).filter(([key, item]) => !known.has(key) && item !== undefined);
    if (extra) return Object.fromEntries([...found, ...inside, ...rest.map(([key, item]) => [key, this.value(item, extra, given)])]);
    for (const [key, item] of rest) this.extra[join(path, key)] = plain(item);
    return Object.fromEntries([...found, ...inside]);
  }

  #union(value: unknown, union: Union, given: Given, path: string): unknown {
    if (union.tagging.kind === "untagged") return this.#untagged(value, union, given, path);
    if (!isBag(value)) return plain(value);
    const known = this.#keysOf(value, union, given);
    const result = this.#variant(value, union, given, path);
    const isUnknown = isBag(result) && "$unknown" in result;
    if (!isUnknown) for (const [key, item] of Object.entries(value)) if (!known.has(key)) this.extra[join(path, key)] = plain(item);
    return result;
  }

  /** The variant that an object holds, without what lies around it. */
  #variant(value: Bag, union: Union, given: Given, path: string): unknown {
    const { tagging } = union;
    const variant = variantOf(value, union);
    if (!variant) return { $unknown: plain(value) };
    if (tagging.kind === "external") return { [variant.name]: this.#content(value[variant.tag], variant, given, join(path, variant.tag)) };
    const base = this.#plainRecord(value, union.base, given, path);
    if (tagging.kind === "adjacent") {
      const content = this.#content(value[tagging.content] ?? {}, variant, given, join(path, tagging.content));
      return { [variant.name]: union.base.length === 0 ? content : { ...base, ...Object(content) } };
    }
    return { [variant.name]: { ...base, ...this.#plainRecord(value, this.#types.membersOf(variant, given), given, path) } };
  }

  /** The named members of an object, and no word about the others. */
  #plainRecord(value: Bag, members: readonly Member[], given: Given, path: string): Bag {
    const wires = this.#wiresOf(value, members, given);
    const own = Object.fromEntries(Object.entries(value).filter(([key]) => wires.has(key)));
    return this.#record(own, members, given, path);
  }

  /** The members of an object that belong to a union. */
  #keysOf(value: Bag, union: Union, given: Given): ReadonlySet<string> {
    const { tagging } = union;
    const variant = variantOf(value, union);
    const base = this.#wiresOf(value, union.base, given);
    if (tagging.kind === "external") return new Set(variant ? [variant.tag] : Object.keys(value));
    if (tagging.kind === "untagged") return new Set(Object.keys(value));
    if (tagging.kind === "adjacent") return new Set([...base, tagging.tag, tagging.content]);
    const own = variant ? this.#wiresOf(value, this.#types.membersOf(variant, given), given) : Object.keys(value);
    return new Set([...base, ...own, tagging.tag]);
  }

  #wiresOf(value: Bag, members: readonly Member[], given: Given): ReadonlySet<string> {
    const spread = spreadsOf(members).flatMap((each) => {
      const union = this.#types.unionOf(each, given);
      return union ? [...this.#keysOf(value, union, given)] : [];
    });
    return new Set([...fieldsOf(members).map(({ wire }) => wire), ...spread]);
  }

  #content(value: unknown, { payload }: Variant, given: Given, path: string): unknown {
    if (payload.kind === "type") return this.value(value, payload.type, given, path);
    return isBag(value) ? this.#record(value, payload.kind === "fields" ? payload.members : [], given, path) : plain(value);
  }

  /** The first variant that a value can be, as clients decide it: by its kind and by the members that it must have. */
  #untagged(value: unknown, union: Union, given: Given, path: string): unknown {
    const found = union.variants.find((variant) => this.#fits(value, variant, given));
    return found ? { [found.name]: this.#content(value, found, given, path) } : { $unknown: plain(value) };
  }

  #fits(value: unknown, variant: Variant, given: Given): boolean {
    const { payload } = variant;
    if (payload.kind === "type") {
      const { ref, type } = this.#types.resolve(payload.type, given);
      if (!type) return nativeKind(ref) === kindOf(value);
      if (type.kind === "enum") return kindOf(value) === (type.base === "string" ? "string" : "number");
    }
    const required = fieldsOf(this.#types.membersOf(variant, given)).filter((field) => field.required);
    return isBag(value) && required.every(({ wire }) => Object.hasOwn(value, wire));
  }
}

function variantOf(value: Bag, { tagging, variants }: Union): Variant | undefined {
  if (tagging.kind === "external") return variants.find(({ tag }) => value[tag] !== undefined);
  return tagging.kind === "untagged" ? undefined : variants.find(({ tag }) => value[tagging.tag] === tag);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (value instanceof Uint8Array) return "string";
  return typeof value === "bigint" ? "number" : typeof value;
}

function nativeKind(ref: TypeRef): string {
  if (ref.kind !== "scalar") return ref.kind === "map" ? "object" : ref.kind;
  if (ref.scalar === "bool") return "boolean";
  return /^(u?int|float)/.test(ref.scalar) ? "number" : "string";
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}

/** A value as JSON can carry it. */
export function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (isBag(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}
