import type { Field, Json, Member, Model, TypeDef, TypeRef, Union } from "../../model/index.js";
import type { Options } from "./options.js";

/** A value as a program has it: 64-bit integers and bytes are not what they are in JSON. */
export type Value = string | number | bigint | boolean | null | Uint8Array | readonly Value[] | { readonly [key: string]: Value };

/** The value that a JSON value of a type stands for, as the generated types have it. */
export function valueOf(json: Json, ref: TypeRef, model: Model, { int64 }: Options): Value {
  const types = new Map(model.types.map((type) => [type.name, type]));
  return of(json, ref, new Map());

  function of(value: Json, type: TypeRef, given: ReadonlyMap<string, TypeRef>): Value {
    if (type.kind === "parameter") return of(value, given.get(type.name) ?? { kind: "scalar", scalar: "json" }, given);
    if (type.kind === "scalar") return scalar(value, type.scalar);
    if (type.kind === "nullable") return value === null ? null : of(value, type.of, given);
    if (type.kind === "list" && isList(value)) return value.map((item) => of(item, type.of, given));
    if (type.kind === "map" && isObject(value)) return mapValues(value, (item) => of(item, type.of, given));
    const declared = type.kind === "named" ? types.get(type.name) : undefined;
    if (type.kind !== "named" || !declared) return value;
    return ofDeclared(value, declared, new Map(declared.parameters.map((name, index) => [name, substituted(type.args[index], given)])));
  }

  function ofDeclared(value: Json, type: TypeDef, given: ReadonlyMap<string, TypeRef>): Value {
    if (type.kind === "alias") return of(value, type.type, given);
    if (type.kind === "enum" || !isObject(value)) return value;
    const fields = fieldsOf(type.kind === "record" ? type.members : unionMembers(type, value), value);
    return mapValues(value, (item, key) => {
      const field = fields.find((each) => each.wire === key);
      return field ? of(item, field.type, given) : item;
    });
  }

  /** The fields of an object, those of the variants spread into it included. */
  function fieldsOf(members: readonly Member[], value: { readonly [key: string]: Json }): readonly Field[] {
    return members.flatMap((member) => {
      if (member.kind === "field") return [member];
      const union = member.type.kind === "named" ? types.get(member.type.name) : undefined;
      return union?.kind === "union" ? fieldsOf(unionMembers(union, value), value) : [];
    });
  }

  function unionMembers({ tagging, base, variants }: Union, value: { readonly [key: string]: Json }): readonly Member[] {
    const chosen = variants.find(({ tag }) =>
      tagging.kind === "internal" || tagging.kind === "adjacent" ? value[tagging.tag] === tag : tagging.kind === "external" && tag in value,
    );
    if (!chosen || tagging.kind === "untagged") return base;
    const type = chosen.payload.kind === "type" && chosen.payload.type.kind === "named" ? types.get(chosen.payload.type.name) : undefined;
    const members = chosen.payload.kind === "fields" ? chosen.payload.members : type?.kind === "record" ? type.members : [];
    return tagging.kind === "internal" ? [...base, ...members] : base;
  }

  function scalar(value: Json, name: string): Value {
    const isWide = name === "int64" || name === "uint64";
    if (isWide && (typeof value === "number" || typeof value === "string")) return wideInteger(value, int64);
    return name === "bytes" && typeof value === "string" ? Uint8Array.from(Buffer.from(value, "base64")) : value;
  }
}

/** A 64-bit integer as the program has it. */
export function wideInteger(value: number | string, int64: Options["int64"]): Value {
  if (int64 === "bigint") return BigInt(value);
  return int64 === "number" ? Number(value) : String(value);
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
