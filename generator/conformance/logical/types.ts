import type { Field, Member, Spread, TypeDef, TypeRef, Union, Variant } from "../../model/index.js";

/** An object of either side. */
export type Bag = { readonly [key: string]: unknown };

/** What stands for the parameters of a generic type. */
export type Given = ReadonlyMap<string, TypeRef>;

const json: TypeRef = { kind: "scalar", scalar: "json" };

/** The declared types of a schema, by name. */
export class Types {
  readonly #types: ReadonlyMap<string, TypeDef>;

  constructor(types: readonly TypeDef[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  /** What a reference comes to, aliases looked through, with the arguments of a generic type. */
  resolve(ref: TypeRef, given: Given): { readonly ref: TypeRef; readonly type?: TypeDef; readonly given: Given } {
    if (ref.kind === "parameter") return this.resolve(given.get(ref.name) ?? json, new Map());
    const type = ref.kind === "named" ? this.#types.get(ref.name) : undefined;
    if (ref.kind !== "named" || !type) return { ref, given };
    const own = new Map(type.parameters.map((name, index) => [name, this.#closed(ref.args[index] ?? json, given)]));
    return type.kind === "alias" ? this.resolve(type.type, own) : { ref, type, given: own };
  }

  /** The union that a member is spread from. */
  unionOf(spread: Spread, given: Given): Union | undefined {
    const { type } = this.resolve(spread.type, given);
    return type?.kind === "union" ? type : undefined;
  }

  /** The fields of a variant: its own, or those of the type that it is. */
  membersOf({ payload }: Variant, given: Given): readonly Member[] {
    if (payload.kind === "fields") return payload.members;
    const { type } = payload.kind === "type" ? this.resolve(payload.type, given) : { type: undefined };
    return type?.kind === "record" ? type.members : [];
  }

  #closed(ref: TypeRef, given: Given): TypeRef {
    switch (ref.kind) {
      case "parameter":
        return given.get(ref.name) ?? json;
      case "named":
        return { ...ref, args: ref.args.map((arg) => this.#closed(arg, given)) };
      case "list":
      case "map":
      case "nullable":
        return { ...ref, of: this.#closed(ref.of, given) };
      default:
        return ref;
    }
  }
}

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

export function fieldsOf(members: readonly Member[]): readonly Field[] {
  return members.filter((member) => member.kind === "field");
}

export function spreadsOf(members: readonly Member[]): readonly Spread[] {
  return members.filter((member) => member.kind === "spread");
}
