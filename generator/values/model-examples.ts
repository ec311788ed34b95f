import type { Json, Model, Record as RecordType, TypeDef, TypeRef, Union } from "../model/index.js";
import { allOperations } from "../model/index.js";
import { TypeTable } from "../resolve/types/type-table.js";
import { exampleValue, variantValues, type ValueOptions } from "./example-value.js";
import { seeded } from "./random.js";

/** What the declared types look like, in wire form. */
export interface ModelExamples {
  of(type: TypeDef): Json;
  /** One for each variant, in the order of the schema. */
  ofVariants(type: Union): readonly Json[];
}

type Fields = { readonly [key: string]: Json };

/**
 * An example of each type: the schema's own, else the fullest value that an operation's example has of it, else one made of what is
 * required. The same schema gives the same values.
 */
export function modelExamples(model: Model): ModelExamples {
  const table = new TypeTable(model.types);
  const shown = shownValues(model, table);
  const options = (type: TypeDef): ValueOptions => ({ random: seeded(type.name), optional: false, examples: type.parameters.length === 0 });
  return {
    of(type) {
      const args = type.parameters.map((name): TypeRef => ({ kind: "parameter", name }));
      const found = args.length === 0 ? (type.examples[0] ?? shown.get(type.name)) : undefined;
      if (found !== undefined) return found;
      const made = exampleValue(table, { kind: "named", name: type.name, args }, options(type), type.name);
      return type.kind === "record" && isObject(made) ? asLastPage(type, made) : made;
    },
    ofVariants(type) {
      const made = variantValues(table, { type, bindings: new Map() }, options(type));
      return type.variants.map(({ tag }, index) => shown.get(variantKey(type.name, tag)) ?? made[index] ?? null);
    },
  };
}

/** A page is made as the last one: lists in tests come to an end. */
function asLastPage({ page, members }: RecordType, value: Fields): Json {
  if (!page) return value;
  const next = "next" in page && page.next.in === "body" ? page.next.path : undefined;
  const end = members.find((member) => member.kind === "field" && member.wire === next)?.type.kind === "nullable" ? null : "";
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === page.hasMore ? false : key === next && typeof each === "string" ? end : each]),
  );
}

/** The fullest value of each type and of each variant in the examples of operations. */
function shownValues(model: Model, table: TypeTable): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const add = (key: string, value: Fields): void => {
    if (sizeOf(value) > sizeOf(found.get(key) ?? null)) found.set(key, value);
  };
  const visit = (ref: TypeRef, value: Json): void => {
    const type = table.present(ref);
    if (type.kind === "list" && isList(value)) for (const item of value) visit(type.of, item);
    const use = type.kind === "named" ? table.use(type)?.type : undefined;
    if (!use || !isObject(value)) return;
    add(use.name, value);
    if (use.kind === "union" && use.tagging.kind === "internal") add(variantKey(use.name, String(value[use.tagging.tag])), value);
    for (const { wire, type: of } of table.properties(type) ?? []) if (value[wire] !== undefined) visit(of, value[wire]);
  };
  for (const { examples, body, success } of allOperations(model.resources))
    for (const example of examples) {
      const [content] = body?.contents ?? [];
      const answer = success.find(({ status }) => status === example.status)?.content;
      if (content && example.body !== undefined) visit(content.type, example.body);
      if (answer && example.response !== undefined) visit(answer.type, example.response);
    }
  return found;
}

function variantKey(union: string, tag: string): string {
  return `${union}\0${tag}`;
}

function sizeOf(value: Json): number {
  return isObject(value) ? Object.keys(value).length : -1;
}

function isObject(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
