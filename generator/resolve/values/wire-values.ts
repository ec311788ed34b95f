import type { Json } from "../../model/described.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Enum, Payload, Union } from "../../model/types.js";
import { keyPath, ObjectClaim } from "../types/object-claim.js";
import { substitute, type Bindings } from "../types/substitute.js";
import { scalarMisfit } from "./scalar-values.js";
import type { TypeTable, Use } from "../types/type-table.js";

/** Where in a value something is wrong, as a JSON path (`data[0].id`, empty for the whole), and what. */
export interface Misfit {
  readonly path: string;
  readonly problem: string;
  /** The key that should not be there, if it is that. */
  readonly key?: string;
  /** A field, a value of an open enum or a variant of an open union that is not declared: a later version of the API may have it. */
  readonly unknown?: true;
}

type Obj = ReadonlyMap<string, Json>;

/** What keeps a JSON value from being of a type, on the wire; nothing if it is. */
export function misfits(table: TypeTable, ref: TypeRef, value: Json, path = ""): readonly Misfit[] {
  const type = table.target(ref);
  switch (type.kind) {
    case "nullable":
      return value === null ? [] : misfits(table, type.of, value, path);
    case "scalar":
      return one(path, scalarMisfit(type, value));
    case "literal":
      return value === type.value ? [] : one(path, `is not ${JSON.stringify(type.value)}`);
    case "choice":
      return type.of.some((part) => misfits(table, part, value).length === 0)
        ? []
        : one(path, `is none of ${type.of.map(show).join(", ")}`);
    case "list":
      return listMisfits(table, type, value, path);
    case "map":
      return [...(entries(value) ?? [])]
        .flatMap(([key, item]) => misfits(table, type.of, item, keyPath(path, key)))
        .concat(notObject(value, path));
    case "parameter":
      return [];
    case "named":
      return namedMisfits(table, table.use(type), value, path);
  }
}

function one(path: string, problem: string | undefined): readonly Misfit[] {
  return problem === undefined ? [] : [{ path, problem }];
}

function show(ref: TypeRef): string {
  return ref.kind === "literal" ? JSON.stringify(ref.value) : ref.kind === "scalar" ? ref.scalar : ref.kind;
}

function entries(value: Json): Obj | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
}

function notObject(value: Json, path: string): readonly Misfit[] {
  return entries(value) ? [] : one(path, "is not an object");
}

function listMisfits(
  table: TypeTable,
  { of, minItems, maxItems }: Extract<TypeRef, { kind: "list" }>,
  value: Json,
  path: string,
): readonly Misfit[] {
  if (!Array.isArray(value)) return one(path, "is not a list");
  const items: readonly Json[] = value;
  const few = minItems !== undefined && items.length < minItems ? [{ path, problem: `has fewer than ${minItems} items` }] : [];
  const many = maxItems !== undefined && items.length > maxItems ? [{ path, problem: `has more than ${maxItems} items` }] : [];
  return [...few, ...many, ...items.flatMap((item, index) => misfits(table, of, item, `${path}[${index}]`))];
}

function namedMisfits(table: TypeTable, use: Use | undefined, value: Json, path: string): readonly Misfit[] {
  if (use?.type.kind === "enum") return enumMisfits(use.type, value, path);
  if (use?.type.kind === "union" && use.type.tagging.kind === "untagged")
    return untaggedMisfits(table, use.type, use.bindings, value, path);
  if (use?.type.kind !== "record" && use?.type.kind !== "union") return [];
  const object = entries(value);
  return object ? objectMisfits(table, use, object, path) : notObject(value, path);
}

function enumMisfits({ base, values, name, openness }: Enum, value: Json, path: string): readonly Misfit[] {
  if (typeof value !== (base === "string" ? "string" : "number"))
    return one(path, base === "string" ? "is not a string" : "is not an integer");
  if (values.some((candidate) => candidate.value === value)) return [];
  return [{ path, problem: `is no value of \`${name}\``, ...(openness !== "closed" && { unknown: true }) }];
}

/** An untagged value must be of one variant; if only one is of its JSON kind, what is wrong with that one is worth telling. */
function untaggedMisfits(table: TypeTable, { variants, name }: Union, bindings: Bindings, value: Json, path: string): readonly Misfit[] {
  const found = variants.flatMap(({ payload }) =>
    payload.kind === "type" ? [misfits(table, substitute(payload.type, bindings), value, path)] : [],
  );
  const fields = variants.flatMap(({ payload }) =>
    payload.kind === "fields" ? [payloadMisfits(table, payload, bindings, value, path)] : [],
  );
  const all = [...found, ...fields];
  if (all.some((misfit) => misfit.length === 0)) return [];
  const near = all.filter((misfit) =>
    misfit.every((each) => each.path !== path || each.problem.startsWith("lacks") || each.problem.startsWith("has no")),
  );
  return near.length === 1 ? near.flat() : one(path, `fits no variant of \`${name}\``);
}

function payloadMisfits(
  table: TypeTable,
  payload: Extract<Payload, { kind: "fields" }>,
  bindings: Bindings,
  value: Json,
  path: string,
): readonly Misfit[] {
  const object = entries(value);
  if (!object) return notObject(value, path);
  const claim = new ObjectClaim(table, object, path, misfits);
  claim.members(payload.members, bindings);
  return claim.finish(undefined);
}

function objectMisfits(table: TypeTable, use: Use, object: Obj, path: string): readonly Misfit[] {
  const claim = new ObjectClaim(table, object, path, misfits);
  return claim.finish(claim.use(use));
}
