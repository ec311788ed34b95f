import type { Member, ScalarRef, TypeRef, Union, Variant } from "../../model/index.js";
import { fieldsOf, isBag, spreadsOf, type Bag, type Given, type Types } from "./types.js";

/** Logical values as one side has them. What does not fit its type stays as it is: refusing it is the client's business. */
export abstract class FromLogical {
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  value(value: unknown, ref: TypeRef, outer: Given = new Map()): unknown {
    const { ref: own, type, given } = this.#types.resolve(ref, outer);
    if (value === null || value === undefined) return value;
    if (isBag(value) && "$file" in value) return this.file(value);
    if (type?.kind === "record") return isBag(value) ? this.#record(value, type.members, given, type.extra) : value;
    if (type?.kind === "union") return isBag(value) ? this.#union(value, type, given) : value;
    switch (own.kind) {
      case "scalar":
        return this.scalar(value, own);
      case "list":
        return Array.isArray(value) ? value.map((item) => this.value(item, own.of, given)) : value;
      case "map":
        return isBag(value) ? mapped(value, (item) => this.value(item, own.of, given)) : value;
      case "nullable":
        return this.value(value, own.of, given);
      default:
        return value;
    }
  }

  /** A scalar as that side has it. */
  protected abstract scalar(value: unknown, ref: ScalarRef): unknown;

  /** A file: `{$file: {text | base64, ..}}`. */
  protected abstract file(value: Bag): unknown;

  #record(value: Bag, members: readonly Member[], given: Given, extra?: TypeRef): Bag {
    const fields = fieldsOf(members);
    const spreads = new Map(spreadsOf(members).map((spread) => [spread.name, spread]));
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const spread = spreads.get(key);
      const union = spread && this.#types.unionOf(spread, given);
      if (union && isBag(item)) return Object.entries(this.#union(item, union, given));
      const field = fields.find(({ wire, name }) => wire === key || name === key);
      const type = field?.type ?? extra;
      return [[field?.wire ?? key, type ? this.value(item, type, given) : item] as const];
    });
    return Object.fromEntries(entries);
  }

  /** `{variant: members}` in the form that its placement has. */
  #union(value: Bag, union: Union, given: Given): Bag {
    const [[name, content] = ["", undefined]] = Object.entries(value);
    if (name === "$unknown") return isBag(content) ? content : value;
    const variant = union.variants.find((each) => each.name === name);
    if (!variant) return value;
    const { tagging } = union;
    if (tagging.kind === "external") return { [variant.tag]: this.#content(content, variant, given) };
    if (tagging.kind === "untagged") return this.#content(content, variant, given) as Bag;
    const base = isBag(content) ? this.#record(pick(content, union.base), union.base, given) : {};
    const rest = isBag(content) ? omit(content, union.base) : content;
    const tag = { [tagging.tag]: variant.tag, ...base };
    if (tagging.kind === "internal") return { ...tag, ...Object(this.#content(rest, variant, given)) };
    return variant.payload.kind === "empty" ? tag : { ...tag, [tagging.content]: this.#content(rest, variant, given) };
  }

  #content(value: unknown, { payload }: Variant, given: Given): unknown {
    if (payload.kind === "type") return this.value(value, payload.type, given);
    return isBag(value) ? this.#record(value, payload.kind === "fields" ? payload.members : [], given) : value;
  }
}

function mapped(value: Bag, change: (item: unknown) => unknown): Bag {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}

function pick(value: Bag, members: readonly Member[]): Bag {
  return Object.fromEntries(Object.entries(value).filter(([key]) => fieldsOf(members).some(({ name }) => name === key)));
}

function omit(value: Bag, members: readonly Member[]): Bag {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !fieldsOf(members).some(({ name }) => name === key)));
}
