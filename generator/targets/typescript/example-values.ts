import {
  typesByName,
  type Json,
  type Member,
  type Model,
  type Payload,
  type TypeDef,
  type TypeRef,
  type Union,
} from "../../model/index.js";
import { jsonTypeOf, scalarValueOf, type Value } from "./example-scalars.js";
import type { Options } from "./options.js";

export type { Value } from "./example-scalars.js";

type JsonObject = { readonly [key: string]: Json };
type Given = ReadonlyMap<string, TypeRef>;
type Conversion = (item: Json) => Value;
type Conversions = ReadonlyMap<string, Conversion>;

/** The value that a JSON value of a type stands for, as the generated types have it. */
export function valueOf(json: Json, ref: TypeRef, model: Model, { int64 }: Pick<Options, "int64">): Value {
  const types = typesByName(model);
  return of(json, ref, new Map());

  function of(value: Json, type: TypeRef, given: Given): Value {
    if (type.kind === "parameter") return of(value, given.get(type.name) ?? { kind: "scalar", scalar: "json" }, given);
    if (type.kind === "scalar") return scalarValueOf(value, type, int64);
    if (type.kind === "nullable") return value === null ? null : of(value, type.of, given);
    if (type.kind === "choice") return of(value, optionOf(value, type.of), given);
    if (type.kind === "list" && isList(value)) return value.map((item) => of(item, type.of, given));
    if (type.kind === "map" && isObject(value)) return mapValues(value, (item) => of(item, type.of, given));
    const declared = type.kind === "named" ? types.get(type.name) : undefined;
    if (type.kind !== "named" || !declared) return value;
    return ofDeclared(value, declared, new Map(declared.parameters.map((name, index) => [name, substituted(type.args[index], given)])));
  }

  function ofDeclared(value: Json, type: TypeDef, given: Given): Value {
    if (type.kind === "alias") return of(value, type.type, given);
    if (type.kind === "union" && type.tagging.kind === "untagged") return untagged(value, type, given);
    if (type.kind === "enum" || !isObject(value)) return value;
    const members = type.kind === "record" ? ofMembers(type.members, value, given) : ofUnion(type, value, given);
    const extra = type.kind === "record" ? type.extra : undefined;
    return mapValues(value, (item, key) => members.get(key)?.(item) ?? (extra ? of(item, extra, given) : item));
  }

  /** How the members of an object become values, those of the variants spread into it included. */
  function ofMembers(members: readonly Member[], value: JsonObject, given: Given): Conversions {
    return new Map(
      members.flatMap((member): readonly (readonly [string, Conversion])[] => {
        if (member.kind === "field") return [[member.wire, (item) => of(item, member.type, given)]];
        const union = member.type.kind === "named" ? types.get(member.type.name) : undefined;
        return union?.kind === "union" ? [...ofUnion(union, value, given)] : [];
      }),
    );
  }

  function ofUnion({ tagging, base, variants }: Union, value: JsonObject, given: Given): Conversions {
    const own = ofMembers(base, value, given);
    const isTagged = tagging.kind === "internal" || tagging.kind === "adjacent";
    const chosen = variants.find(({ tag }) => (isTagged ? value[tagging.tag] === tag : tag in value));
    if (!chosen) return own;
    if (tagging.kind === "internal") return new Map([...own, ...ofMembers(membersOf(chosen.payload), value, given)]);
    const key = tagging.kind === "adjacent" ? tagging.content : chosen.tag;
    return new Map([...own, [key, (item: Json) => ofPayload(item, chosen.payload, given)]]);
  }

  function untagged(value: Json, { variants }: Union, given: Given): Value {
    const chosen = variants.find(({ payload }) => fits(value, payload));
    return chosen ? ofPayload(value, chosen.payload, given) : value;
  }

  /** Whether a value without a tag can be that of a variant: a scalar of its kind, or an object with what is required. */
  function fits(value: Json, payload: Payload): boolean {
    if (isObject(value)) {
      const members = membersOf(payload);
      return members.length > 0 && members.every((member) => member.kind === "spread" || !member.required || member.wire in value);
    }
    if (payload.kind !== "type") return false;
    if (payload.type.kind === "list") return isList(value);
    return payload.type.kind === "scalar" && jsonTypeOf(payload.type) === typeof value;
  }

  function ofPayload(value: Json, payload: Payload, given: Given): Value {
    if (payload.kind === "type") return of(value, payload.type, given);
    if (payload.kind === "empty" || !isObject(value)) return value;
    const members = ofMembers(payload.members, value, given);
    return mapValues(value, (item, key) => members.get(key)?.(item) ?? item);
  }

  /** The members of a variant that is an object. */
  function membersOf(payload: Payload): readonly Member[] {
    if (payload.kind !== "type") return payload.kind === "fields" ? payload.members : [];
    const type = payload.type.kind === "named" ? types.get(payload.type.name) : undefined;
    return type?.kind === "record" ? type.members : [];
  }
}

/** The option of a choice that a value is of; JSON tells them apart. */
function optionOf(value: Json, options: readonly TypeRef[]): TypeRef {
  const found = options.find((option) => option.kind === "scalar" && jsonTypeOf(option) === typeof value);
  return found ?? { kind: "scalar", scalar: "json" };
}

function substituted(ref: TypeRef | undefined, given: ReadonlyMap<string, TypeRef>): TypeRef {
  return (ref?.kind === "parameter" ? given.get(ref.name) : ref) ?? { kind: "scalar", scalar: "json" };
}

function mapValues(value: { readonly [key: string]: Json }, change: (item: Json, key: string) => Value): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
