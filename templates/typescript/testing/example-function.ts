import {
  code,
  delimited,
  empty,
  lines,
  type Code,
  type Field,
  type Json,
  type Member,
  type Prose,
  type TypeDef,
  type TypeRef,
  type Union,
} from "heddle/template";
import type { Context } from "../context.js";
import { signature, typeParameters } from "../layout/declaration.js";
import { literal, name, object, property, type Expression } from "../layout/expression.js";
import { declaredName } from "../types/companion.js";
import { fields, spreads } from "../types/members.js";
import { isFile } from "../types/record.js";

/** What an example is written as: what it is of, its members, and those of them that may be changed. */
interface Example {
  readonly node: object;
  readonly parameters: Code | undefined;
  readonly type: Code;
  readonly value: { readonly [key: string]: Json };
  /** What the value is one of. */
  readonly ref: TypeRef;
  /** The type of the changes, undefined if there can be none. */
  readonly changes: Code | undefined;
}

/** `exampleUser({ name: "Ann" })`: objects for tests. Types that are not objects have none, nor those that need a value of their parameter. */
export function exampleFunctions(type: TypeDef, cx: Context): readonly Code[] {
  if (type.removed !== undefined || (type.kind !== "record" && type.kind !== "union")) return [];
  const value = cx.example(type);
  if (!isObject(value)) return [];
  const members = type.kind === "record" ? type.members : type.base;
  if (type.parameters.length > 0 && (type.kind === "union" || !isPlain(members) || fields(members).some(needsParameter))) return [];
  const example: Example = {
    node: type,
    parameters: typeParameters(type.parameters.map(cx.parameter)),
    type: declaredName(type, cx),
    value,
    ref: { kind: "named", name: type.name, args: type.parameters.map((parameter) => ({ kind: "parameter", name: parameter })) },
    changes: changesOf(type, members, cx),
  };
  return [exampleFunction(example, cx), ...(type.kind === "union" ? variantFunctions(type, cx) : [])];
}

/** Of an object, any member; of one that a union is spread into, its own. */
function changesOf(type: TypeDef, members: readonly Member[], cx: Context): Code | undefined {
  if (type.kind === "union") return undefined;
  const whole = declaredName(type, cx);
  // A file that may be given in its place has no members to change.
  if (type.kind === "record" && isFile(type)) return partialOf(code`Exclude<${whole}, ${cx.runtimeType("FileInput")}>`);
  if (isPlain(members)) return type.parameters.length > 0 ? partialOf(whole) : code`Partial<${whole}>`;
  const own = fields(members).map(({ wire }): TypeRef => ({ kind: "literal", value: wire }));
  const picked = code`Pick${cx.typeArguments([whole, own])}`;
  return own.length === 0 ? undefined : partialOf(picked);
}

/** `Partial<Page<T>>`: an argument that has arguments goes on a line of its own where it does not fit. */
function partialOf(type: Code): Code {
  return code`Partial${delimited([type], { open: code`<`, close: code`>`, separator: empty })}`;
}

/** The variants that are objects of their own, under their own names. */
function variantFunctions(union: Union, cx: Context): readonly Code[] {
  const { tagging } = union;
  const examples = cx.variantExamples(union);
  if (tagging.kind !== "internal") return [];
  return union.variants.flatMap((variant, index) => {
    const value = examples[index] ?? null;
    const members = [...union.base, ...(variant.payload.kind === "fields" ? variant.payload.members : [])];
    if (variant.removed !== undefined || variant.payload.kind === "type" || !isPlain(members) || !isObject(value)) return [];
    const type = cx.typeName(variant);
    return exampleFunction(
      {
        node: variant,
        parameters: undefined,
        type,
        value,
        ref: { kind: "named", name: union.name, args: [] },
        changes: code`Partial<${type}>`,
      },
      cx,
    );
  });
}

function exampleFunction({ node, parameters, type, value, ref, changes }: Example, cx: Context): Code {
  const members = cx.members(value, ref);
  const properties = members.map(([wire, code]) => property(cx.key(wire), expressionOf(value[wire] ?? null, code)));
  const link = code`{@link ${cx.localName(node)}}`;
  const doc: Prose = changes ? ["An example of", code`${link},`, "with `changes`."] : ["An example of", code`${link}.`];
  const argument = changes ? [code`changes: ${changes} = {}`] : [];
  return lines([
    cx.doc({ doc }),
    code`
      export function ${cx.name(node, "example")}${parameters}${signature(argument, type)} {
        return ${object([...properties, ...(changes ? [code`...changes`] : [])]).code};
      }
    `,
  ]);
}

function isPlain(members: readonly Member[]): boolean {
  return spreads(members).length === 0;
}

/** Whether a value of a required field needs one of a type parameter. */
function needsParameter({ type, required }: Field): boolean {
  return required && (type.kind === "parameter" || (type.kind === "named" && type.args.some(({ kind }) => kind === "parameter")));
}

function expressionOf(json: Json, value: Code): Expression {
  if (typeof json === "object" && json !== null && Object.keys(json).length > 0) return { code: value, kind: "block" };
  return typeof json === "string" ? literal(value) : name(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
