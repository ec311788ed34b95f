import type { NamedRef, TypeRef } from "../../model/type-ref.js";
import type { Member, Payload, TypeDef, Union } from "../../model/types.js";
import { bind, substitute, type Bindings } from "./substitute.js";
import { unknownType } from "./unknown-type.js";

/** A declaration as one reference sees it: with what its type parameters stand for. */
export interface Use {
  readonly type: TypeDef;
  readonly bindings: Bindings;
}

/** A key that an object may have in JSON. */
export interface Property {
  readonly wire: string;
  readonly type: TypeRef;
  readonly required: boolean;
}

/** Looks at declared types through references to them: aliases followed, type parameters replaced. */
export class TypeTable {
  readonly #types: ReadonlyMap<string, TypeDef>;

  constructor(types: readonly TypeDef[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  get(name: string): TypeDef | undefined {
    return this.#types.get(name);
  }

  /** What a reference means once aliases are followed; an alias that only leads to itself is the unknown type. */
  target(ref: TypeRef): TypeRef {
    const seen = new Set<string>();
    let found = ref;
    while (found.kind === "named") {
      const type = this.#types.get(found.name);
      if (type?.kind !== "alias") return found;
      if (seen.has(found.name)) return unknownType;
      seen.add(found.name);
      found = substitute(type.type, bind(type.parameters, found.args));
    }
    return found;
  }

  /** The same without null: what a value is if it is there. */
  present(ref: TypeRef): TypeRef {
    const found = this.target(ref);
    return found.kind === "nullable" ? this.present(found.of) : found;
  }

  use(ref: NamedRef): Use | undefined {
    const type = this.#types.get(ref.name);
    return type && { type, bindings: bind(type.parameters, ref.args) };
  }

  /** The record, enum or union that a reference leads to. */
  declared(ref: TypeRef): Use | undefined {
    const found = this.present(ref);
    return found.kind === "named" ? this.use(found) : undefined;
  }

  /** Every key that objects of a type may have, those of spread unions and of variants included; undefined if it is no object. */
  properties(ref: TypeRef): readonly Property[] | undefined {
    const use = this.declared(ref);
    if (use?.type.kind === "record") return this.#ofMembers(use.type.members, use.bindings, []);
    return use?.type.kind === "union" ? this.#ofUnion(use.type, use.bindings, []) : undefined;
  }

  /** `within` are the unions on the way here: one that spreads into itself has nothing to add, and is reported elsewhere. */
  #ofMembers(members: readonly Member[], bindings: Bindings, within: readonly Union[]): readonly Property[] {
    return members.flatMap((member) => {
      const type = substitute(member.type, bindings);
      if (member.kind === "field") return [{ wire: member.wire, type, required: member.required }];
      const use = this.declared(type);
      return use?.type.kind === "union" ? this.#ofUnion(use.type, use.bindings, within) : [];
    });
  }

  #ofUnion(union: Union, bindings: Bindings, outer: readonly Union[]): readonly Property[] {
    if (outer.includes(union)) return [];
    const within = [...outer, union];
    const base = this.#ofMembers(union.base, bindings, within);
    const tag: TypeRef = { kind: "choice", of: union.variants.map((variant) => ({ kind: "literal", value: variant.tag })) };
    const optional = (properties: readonly Property[]) => properties.map((property) => ({ ...property, required: false }));
    const { tagging } = union;
    switch (tagging.kind) {
      case "internal":
        return [{ wire: tagging.tag, type: tag, required: true }, ...base, ...optional(this.#ofVariants(union, bindings, within))];
      case "adjacent":
        return [{ wire: tagging.tag, type: tag, required: true }, { wire: tagging.content, type: unknownType, required: false }, ...base];
      case "external":
        return [...base, ...union.variants.map((variant) => ({ wire: variant.tag, type: unknownType, required: false }))];
      case "untagged":
        return [...base, ...optional(this.#ofVariants(union, bindings, within))];
    }
  }

  #ofVariants({ variants }: Union, bindings: Bindings, within: readonly Union[]): readonly Property[] {
    return variants.flatMap(({ payload }) => this.#ofPayload(payload, bindings, within));
  }

  /** The keys of a variant that is an object; those of other variants are none. */
  payloadProperties(payload: Payload, bindings: Bindings): readonly Property[] {
    return this.#ofPayload(payload, bindings, []);
  }

  #ofPayload(payload: Payload, bindings: Bindings, within: readonly Union[]): readonly Property[] {
    if (payload.kind === "fields") return this.#ofMembers(payload.members, bindings, within);
    const use = payload.kind === "type" ? this.declared(substitute(payload.type, bindings)) : undefined;
    return use?.type.kind === "record" ? this.#ofMembers(use.type.members, use.bindings, within) : [];
  }

  /** The type at a path of wire names; the unknown type where anything goes, undefined where nothing is. */
  at(ref: TypeRef, path: readonly string[]): TypeRef | undefined {
    let found: TypeRef | undefined = ref;
    for (const key of path) found = found && this.#step(this.present(found), key);
    return found;
  }

  #step(ref: TypeRef, key: string): TypeRef | undefined {
    if (ref.kind === "scalar" && ref.scalar === "json") return unknownType;
    if (ref.kind === "map" || ref.kind === "parameter") return ref.kind === "map" ? ref.of : unknownType;
    if (ref.kind === "list") return /^\d+$/.test(key) ? ref.of : undefined;
    const use = this.declared(ref);
    const property = this.properties(ref)?.find(({ wire }) => wire === key);
    return property?.type ?? (use?.type.kind === "record" ? use.type.extra : undefined);
  }
}
