import { code, type Code, type Enum, type Json, type Member, type Record as RecordType, type TypeDef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { structLiteral } from "../layout/expression.js";
import { isConstant, isRequired, stored } from "../types/fields.js";
import { textType } from "../types/text-type.js";
import { Inexpressible } from "./inexpressible.js";
import { jsonTypeOf, scalarArgument, scalarValue } from "./scalar.js";
import { variantValue } from "./variant.js";

export type Fields = { readonly [key: string]: Json };

/** Rust values of JSON ones. What takes statements of its own (an object that may grow) is a variable, made before. */
export class ExampleValues {
  readonly statements: Code[] = [];
  readonly #taken = new Set(["client"]);
  readonly #variables = new Set<Code>();
  readonly cx: Context;

  constructor(cx: Context) {
    this.cx = cx;
  }

  /** A value where a function takes `impl Into<..>` of types that texts can be made of. */
  argument(json: Json, ref: TypeRef, name: string): Code {
    if (!textType(ref, this.cx)) return this.value(json, ref, name);
    if (ref.kind === "scalar") return scalarArgument(json, ref, this.cx);
    const type = ref.kind === "named" ? this.cx.named(ref.name) : undefined;
    if (type?.kind === "alias") return this.argument(json, type.type, name);
    return type?.kind === "enum" && type.openness === "string" && typeof json === "string"
      ? this.cx.literal(json)
      : this.value(json, ref, name);
  }

  /** A value of exactly that type; `name` is what a variable for it is called. */
  value(json: Json, ref: TypeRef, name: string): Code {
    switch (ref.kind) {
      case "scalar":
        return scalarValue(json, ref, this.cx);
      case "nullable":
        return json === null ? code`None` : code`Some(${this.value(json, ref.of, name)})`;
      case "list":
        return code`vec![${commas(listOf(json).map((item) => this.value(item, ref.of, name)))}]`;
      case "map":
        return this.#map(fieldsOf(json), ref.of, name);
      case "choice":
        return this.#choice(json, ref.of, name);
      case "literal":
        return typeof ref.value === "string" ? code`${this.cx.literal(ref.value)}.to_string()` : this.cx.literal(ref.value);
      case "named":
        if (ref.args.length > 0) throw new Inexpressible();
        return this.#declared(json, this.cx.named(ref.name), name);
      case "parameter":
        throw new Inexpressible();
    }
  }

  /** A member of a struct or a variant, which may be absent: `Some(..)`, `None`. */
  member(member: Member, from: Fields, owner: TypeDef): Code {
    const name = this.cx.text(member);
    if (member.kind === "spread") return this.value(from, member.type, name);
    if (this.cx.holdsFiles(member)) throw new Inexpressible();
    const json = own(from, member.wire);
    const isNullable = !member.required && member.type.kind === "nullable";
    if (json === undefined) {
      if (member.required) throw new Inexpressible();
      return isNullable ? code`${this.cx.runtime("Nullable")}::Absent` : code`None`;
    }
    if (isNullable && member.type.kind === "nullable") {
      const nullable = this.cx.runtime("Nullable");
      return json === null ? code`${nullable}::Null` : code`${nullable}::Value(${this.#held(json, member.type.of, owner, name)})`;
    }
    const value = this.#held(json, member.type, owner, name);
    return member.required ? value : code`Some(${value})`;
  }

  /** Members as fields of a literal. */
  literal(members: readonly Member[], from: Fields, owner: TypeDef): readonly Code[] {
    return stored(members).map((member) => code`${this.cx.name(member)}: ${this.member(member, from, owner)}`);
  }

  /** A variable of that name, or of one like it. */
  variable(name: string, value: Code, isChanged = false): Code {
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}_${count}`;
    this.#taken.add(free);
    const variable = this.cx.identifier(free);
    this.#variables.add(variable);
    this.statements.push(code`let ${isChanged ? code`mut ` : undefined}${variable} = ${value};`);
    return variable;
  }

  isVariable(value: Code): boolean {
    return this.#variables.has(value);
  }

  #held(json: Json, ref: TypeRef, owner: TypeDef, name: string): Code {
    const value = this.value(json, ref, name);
    return this.cx.isRecursive(ref, owner) ? code`Box::new(${value})` : value;
  }

  #declared(json: Json, type: TypeDef, name: string): Code {
    switch (type.kind) {
      case "alias":
        return type.distinct ? code`${this.cx.name(type)}(${this.value(json, type.type, name)})` : this.value(json, type.type, name);
      case "enum":
        return this.#enum(json, type);
      case "record":
        return this.#record(fieldsOf(json), type, name);
      case "union":
        return variantValue(json, type, this);
    }
  }

  #enum(json: Json, type: Enum): Code {
    if (type.openness === "string" && typeof json === "string") return code`${this.cx.literal(json)}.to_string()`;
    const value = type.values.find((each) => each.value === json);
    if (!value) throw new Inexpressible();
    return code`${this.cx.name(type)}::${this.cx.name(value)}`;
  }

  #record(from: Fields, type: RecordType, name: string): Code {
    const members = stored(type.members);
    if (type.extra || type.file || !isKnown(from, type.members)) throw new Inexpressible();
    if (type.exhaustive) return structLiteral(this.cx.name(type), this.literal(type.members, from, type));
    const needed = members.filter(isRequired).map((member) => this.#needed(member, from, type));
    const made = code`${this.cx.name(type)}::new(${commas(needed)})`;
    const given = members.filter((member) => member.kind === "field" && !member.required && own(from, member.wire) !== undefined);
    if (given.length === 0) return made;
    const values = given.map((member) => [member, this.member(member, from, type)] as const);
    const variable = this.variable(name, made, true);
    for (const [member, value] of values) this.statements.push(code`${variable}.${this.cx.name(member)} = ${value};`);
    return variable;
  }

  /** What `new` takes. */
  #needed(member: Member, from: Fields, type: RecordType): Code {
    const json = member.kind === "field" ? own(from, member.wire) : undefined;
    if (member.kind === "spread" || json === undefined || this.cx.holdsFiles(member) || !textType(member.type, this.cx))
      return this.member(member, from, type);
    return this.argument(json, member.type, this.cx.text(member));
  }

  #map(from: Fields, of: TypeRef, name: string): Code {
    const entries = Object.entries(from).map(([key, value]) => code`(${this.cx.literal(key)}.to_string(), ${this.value(value, of, name)})`);
    return code`${this.cx.external("std::collections", "BTreeMap")}::from([${commas(entries)}])`;
  }

  /** `Either::Right(Either::Left(7))`: alternatives of the same kind are one. */
  #choice(json: Json, of: readonly TypeRef[], name: string): Code {
    const kinds = [...new Map(of.map((ref) => [ref.kind === "literal" ? typeof ref.value : JSON.stringify(ref), ref])).values()];
    const at = kinds.findIndex((ref) => kindOf(ref) === typeof json);
    const ref = kinds[at];
    if (!ref) throw new Inexpressible();
    const either = this.cx.runtime("Either");
    const value = this.value(json, ref.kind === "literal" && typeof json !== "object" ? { ...ref, value: json } : ref, name);
    const inner = at < kinds.length - 1 ? code`${either}::Left(${value})` : value;
    return Array.from({ length: at }).reduce<Code>((wrapped) => code`${either}::Right(${wrapped})`, inner);
  }
}

function kindOf(ref: TypeRef): string | undefined {
  return ref.kind === "scalar" ? jsonTypeOf(ref) : ref.kind === "literal" ? typeof ref.value : undefined;
}

/** Whether a struct has a place for every member; those of unions in its midst are looked at there. */
function isKnown(from: Fields, members: readonly Member[]): boolean {
  if (members.some((member) => member.kind === "spread")) return true;
  const wires = new Set(members.map((member) => (member.kind === "field" ? member.wire : "")));
  return Object.keys(from).every((key) => wires.has(key)) && members.every((member) => !isConstant(member) || member.wire in from);
}

export function commas(items: readonly Code[]): readonly Code[] {
  return items.map((item, index) => (index === 0 ? item : code`, ${item}`));
}

/** A member by its name, which may be one that every JavaScript object has: `constructor`. */
export function own(from: Fields, name: string): Json | undefined {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

export function fieldsOf(json: Json): Fields {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Inexpressible();
  return Object.fromEntries(Object.entries(json));
}

function listOf(json: Json): readonly Json[] {
  if (!Array.isArray(json)) throw new Inexpressible();
  return json;
}
