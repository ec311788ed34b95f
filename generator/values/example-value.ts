import type { Json, ListRef, Member, NamedRef, Payload, TypeRef, Union, Variant } from "../model/index.js";
import { substitute, type Bindings } from "../resolve/types/substitute.js";
import type { TypeTable, Use } from "../resolve/types/type-table.js";
import type { Random } from "./random.js";
import { scalarValue } from "./scalar-value.js";

export interface ValueOptions {
  readonly random: Random;
  /** Whether fields that may be absent are there. */
  readonly optional: boolean;
  /** Whether the schema's own examples and defaults come first. */
  readonly examples: boolean;
}

interface Place {
  /** What the value is called; texts are made of it. */
  readonly name: string;
  readonly depth: number;
}

type Fields = Record<string, Json>;

/** Objects deeper than this have no optional fields and no items. */
const deepest = 4;

/** A value of a type in wire form: from the schema's examples where it has some, else made from types and constraints. */
export function exampleValue(table: TypeTable, ref: TypeRef, options: ValueOptions, name = ""): Json {
  return new Maker(table, options).value(ref, { name, depth: 0 });
}

class Maker {
  readonly #table: TypeTable;
  readonly #options: ValueOptions;

  constructor(table: TypeTable, options: ValueOptions) {
    this.#table = table;
    this.#options = options;
  }

  value(ref: TypeRef, place: Place): Json {
    const shown = this.#ofAlias(ref);
    if (shown !== undefined) return shown;
    const type = this.#table.target(ref);
    switch (type.kind) {
      case "nullable":
        return place.depth > deepest ? null : this.value(type.of, place);
      case "scalar":
        return scalarValue(type, place.name, this.#options.random);
      case "literal":
        return type.value;
      case "choice":
        return this.value(type.of[0] ?? { kind: "scalar", scalar: "json" }, place);
      case "list":
        return this.#list(type, place);
      case "map":
        return place.depth > deepest ? {} : { [place.name === "" ? "key" : `${place.name}_key`]: this.value(type.of, place) };
      case "parameter":
        return null;
      case "named":
        return this.#named(type, place);
    }
  }

  #ofAlias(ref: TypeRef): Json | undefined {
    const type = ref.kind === "named" ? this.#table.get(ref.name) : undefined;
    return this.#options.examples && type?.kind === "alias" ? type.examples[0] : undefined;
  }

  #list({ of, minItems = 0, maxItems = Infinity }: ListRef, place: Place): Json {
    const length = Math.min(Math.max(minItems, place.depth > deepest || !this.#options.optional ? 0 : 2), maxItems);
    return Array.from({ length }, () => this.value(of, place));
  }

  #named(ref: NamedRef, place: Place): Json {
    const use = this.#table.use(ref);
    if (!use) return null;
    const { type, bindings } = use;
    const [example] = this.#options.examples ? type.examples : [];
    if (example !== undefined) return example;
    if (type.kind === "enum")
      return type.values.find(({ deprecated, removed }) => !deprecated && !removed)?.value ?? type.values[0]?.value ?? null;
    if (type.kind === "record") return this.#members(type.members, bindings, this.#within(place));
    return type.kind === "union" ? this.#union(type, bindings, this.#within(place)) : null;
  }

  #within({ name, depth }: Place): Place {
    return { name, depth: depth + 1 };
  }

  #members(members: readonly Member[], bindings: Bindings, place: Place): Fields {
    const wanted = this.#options.optional && place.depth <= deepest;
    return Object.fromEntries(
      members.flatMap((member): readonly (readonly [string, Json])[] => {
        if (member.removed !== undefined) return [];
        const type = substitute(member.type, bindings);
        if (member.kind === "spread") return Object.entries(this.#spread(type, place));
        if (!member.required && (!wanted || member.deprecated)) return [];
        const [shown = member.default] = this.#options.examples ? member.examples : [];
        const value = this.#options.examples && shown !== undefined ? shown : this.value(type, { ...place, name: member.name });
        return [[member.wire, value]];
      }),
    );
  }

  #spread(type: TypeRef, place: Place): Fields {
    const use = this.#table.declared(type);
    const value = use?.type.kind === "union" ? this.#union(use.type, use.bindings, place) : {};
    return isFields(value) ? value : {};
  }

  #union(union: Union, bindings: Bindings, place: Place): Json {
    const { variants, tagging } = union;
    const [first] = variants;
    if (!first) return {};
    const variant = place.depth <= deepest ? first : this.#shallowest(variants, bindings);
    return this.variant(union, { variant, bindings }, tagging.kind === "untagged" ? place : { ...place, name: variant.name });
  }

  variant({ tagging, base }: Union, { variant, bindings }: { variant: Variant; bindings: Bindings }, place: Place): Json {
    const shared = this.#members(base, bindings, place);
    const payload = this.#payload(variant.payload, bindings, place);
    switch (tagging.kind) {
      case "internal":
        return { [tagging.tag]: variant.tag, ...shared, ...(isFields(payload) ? payload : {}) };
      case "adjacent":
        return { [tagging.tag]: variant.tag, ...shared, ...(payload !== undefined && { [tagging.content]: payload }) };
      case "external":
        return { ...shared, [variant.tag]: payload ?? {} };
      case "untagged":
        return payload ?? {};
    }
  }

  #payload(payload: Payload, bindings: Bindings, place: Place): Json | undefined {
    if (payload.kind === "fields") return this.#members(payload.members, bindings, place);
    return payload.kind === "type" ? this.value(substitute(payload.type, bindings), place) : undefined;
  }

  /** The variant that ends soonest: one without payload, or one that needs no other object. */
  #shallowest(variants: readonly Variant[], bindings: Bindings): Variant {
    const height = ({ payload }: Variant): number => (payload.kind === "empty" ? 0 : this.#height(payload, bindings, new Set()));
    return variants.reduce((best, variant) => (height(variant) < height(best) ? variant : best));
  }

  #height(payload: Payload, bindings: Bindings, within: ReadonlySet<Use["type"]>): number {
    if (payload.kind === "empty") return 0;
    if (payload.kind === "type") return this.#heightOf(substitute(payload.type, bindings), within);
    return this.#tallest(payload.members, bindings, within);
  }

  #tallest(members: readonly Member[], bindings: Bindings, within: ReadonlySet<Use["type"]>): number {
    const needed = members.filter((member) => member.kind === "spread" || member.required);
    return 1 + Math.max(0, ...needed.map((member) => this.#heightOf(substitute(member.type, bindings), within)));
  }

  #heightOf(ref: TypeRef, within: ReadonlySet<Use["type"]>): number {
    const type = this.#table.target(ref);
    const use = type.kind === "named" ? this.#table.use(type) : undefined;
    if (!use || use.type.kind === "enum" || use.type.kind === "alias") return 0;
    if (within.has(use.type)) return Infinity;
    const inner = new Set([...within, use.type]);
    if (use.type.kind === "record") return this.#tallest(use.type.members, use.bindings, inner);
    return 1 + Math.min(...use.type.variants.map(({ payload }) => this.#height(payload, use.bindings, inner)));
  }
}

/** One value for each variant of a tagged union, in the order of the schema: what a stream of its events looks like. */
export function variantValues(
  table: TypeTable,
  use: { readonly type: Union; readonly bindings: Bindings },
  options: ValueOptions,
): readonly Json[] {
  const maker = new Maker(table, options);
  return use.type.variants.map((variant) => maker.variant(use.type, { variant, bindings: use.bindings }, { name: variant.name, depth: 1 }));
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
