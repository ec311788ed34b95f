import type { NamedRef, Operation, Page, Success, TypeRef } from "../../model/index.js";
import type { Property, TypeTable } from "../../resolve/types/type-table.js";
import type { Service } from "../service.js";

/** What an operation does to a collection; `within` is anything below one of its items. */
export type Role = "create" | "list" | "get" | "merge" | "replace" | "remove" | "within";

/** Things of one kind, under a path and an id each: what can be created, listed, got, changed and removed. */
export interface Collection {
  /** Segments of its path; `{name}` is a parameter. */
  readonly path: readonly string[];
  /** Name of the path parameter that holds an item's id. */
  readonly param: string;
  readonly item: TypeRef;
  /** The item's field that holds its id. */
  readonly id: Property;
  /** Whether a POST adds items; otherwise a PUT may. */
  readonly posts: boolean;
  /** Whether any request can add items. */
  readonly grows: boolean;
  /** Whether every id can be known: something creates the items, or lists them. */
  readonly known: boolean;
}

/** The part that an operation plays for a collection. */
export interface Part {
  readonly collection: Collection;
  readonly role: Role;
  readonly success: Success;
  /** Where the item, or the list of items, is in the body of the success; undefined if it shows none. */
  readonly at: readonly string[] | undefined;
}

interface Found {
  readonly type: TypeRef;
  readonly at: readonly string[];
}

/** The path of an operation, a step for each segment. */
export function segmentsOf({ path }: Operation): readonly string[] {
  const text = path.map((part) => (part.kind === "text" ? part.text : `{${part.name}}`)).join("");
  return text.split("/").filter((segment) => segment !== "");
}

const isParam = (segment: string | undefined): segment is string => segment !== undefined && /^\{[^{}]*\}$/.test(segment);

/** The collections of a service, by the paths of its operations, outer ones first. */
export function collectionsOf(service: Service): readonly Collection[] {
  const prefixes = new Map<string, readonly string[]>();
  for (const operation of service.operations) {
    const segments = segmentsOf(operation);
    segments.forEach((segment, index) => {
      if (index > 0 && isParam(segment)) prefixes.set(shape(segments.slice(0, index)), segments.slice(0, index + 1));
    });
  }
  const sorted = [...prefixes.values()].toSorted((a, b) => a.length - b.length);
  return sorted.flatMap((segments) => collectionAt(service, segments) ?? []);
}

function collectionAt(service: Service, itemPath: readonly string[]): Collection | undefined {
  const path = itemPath.slice(0, -1);
  const at = (segments: readonly string[], methods: readonly string[]) =>
    service.operations.filter((operation) => methods.includes(operation.method) && shape(segmentsOf(operation)) === shape(segments));
  const one = at(itemPath, ["GET", "PATCH", "PUT", "POST", "DELETE"]);
  const create = at(path, ["POST"]);
  const list = at(path, ["GET"]);
  const param = (itemPath.at(-1) ?? "").slice(1, -1);
  const idOf = (type: TypeRef) => idProperty(service.table, type, param, one[0]);
  const single = [...one, ...create].flatMap((operation) => itemsIn(service.table, operation, "one", idOf))[0];
  const item = single ?? list.flatMap((operation) => itemsIn(service.table, operation, "many", idOf))[0];
  const id = item && idOf(item.type);
  if (!item || !id) return undefined;
  const replaces = one.some(({ method }) => method === "PUT");
  return {
    path,
    param,
    item: item.type,
    id,
    posts: create.length > 0,
    grows: create.length > 0 || replaces,
    known: create.length + list.length > 0 || replaces,
  };
}

/** Parameters may have other names in other operations. */
function shape(segments: readonly string[]): string {
  return segments.map((segment) => (isParam(segment) ? "{}" : segment)).join("/");
}

/** The parts that operations play for their collection, by operation id; an operation without one has no state. */
export function partsOf(service: Service, collections: readonly Collection[]): ReadonlyMap<string, Part> {
  const parts = service.operations.flatMap((operation): (readonly [string, Part])[] => {
    const part = partOf(service, collections, operation);
    return part ? [[operation.id, part]] : [];
  });
  return new Map(parts);
}

function partOf(service: Service, collections: readonly Collection[], operation: Operation): Part | undefined {
  const segments = segmentsOf(operation);
  const same = (path: readonly string[]) => shape(path) === shape(segments);
  const at = collections.find(({ path, param }) => same(path) || same([...path, `{${param}}`]));
  const role = at && roleOf(operation, same(at.path));
  if (at && role) {
    const idOf = (type: TypeRef) => (isSame(service.table, type, at.item) ? at.id : undefined);
    const [found] = itemsIn(service.table, operation, role === "list" ? "many" : "one", idOf);
    const [first] = operation.success;
    if (found) return { collection: at, role, success: found.success, at: found.at };
    if (first && role !== "get" && role !== "list") return { collection: at, role, success: first, at: undefined };
  }
  const parent = collections.findLast(
    ({ path }) => segments.length > path.length && shape(segments.slice(0, path.length)) === shape(path) && isParam(segments[path.length]),
  );
  const [success] = operation.success;
  return parent && success && { collection: parent, role: "within", success, at: undefined };
}

const roles: Readonly<Record<string, Role>> = { GET: "get", PATCH: "merge", POST: "merge", PUT: "replace", DELETE: "remove" };

function roleOf({ method }: Operation, onCollection: boolean): Role | undefined {
  if (!onCollection) return roles[method];
  return method === "GET" ? "list" : method === "POST" ? "create" : undefined;
}

/** Where in the operation's successes there is an item, or a list of items: the body itself, a page, or the one field that has it. */
function itemsIn(
  table: TypeTable,
  { success }: Operation,
  count: "one" | "many",
  idOf: (type: TypeRef) => Property | undefined,
): readonly (Found & { readonly success: Success })[] {
  return success.flatMap((each) => {
    const found = each.content?.kind === "json" ? (count === "one" ? itemIn : listIn)(table, each.content.type, idOf) : undefined;
    return found ? [{ ...found, success: each }] : [];
  });
}

type IdOf = (type: TypeRef) => Property | undefined;

function itemIn(table: TypeTable, type: TypeRef, idOf: IdOf): Found | undefined {
  if (pageOf(table, type)) return undefined;
  if (idOf(type)) return { type, at: [] };
  const inside = (table.properties(type) ?? []).filter((property) => idOf(property.type));
  const [only, second] = inside;
  return only && !second ? { type: only.type, at: [only.wire] } : undefined;
}

function listIn(table: TypeTable, type: TypeRef, idOf: IdOf): Found | undefined {
  const items = listPlace(table, type);
  return items && idOf(items.type) ? items : undefined;
}

/** Where the items of a list are, and their type: the body itself, what the page says, or the one field that is a list. */
export function listPlace(table: TypeTable, type: TypeRef): Found | undefined {
  const whole = table.present(type);
  if (whole.kind === "list") return { type: whole.of, at: [] };
  const page = pageOf(table, type);
  const lists = (table.properties(type) ?? []).filter((property) => table.present(property.type).kind === "list");
  const at = page ? page.items.split(".") : lists.length === 1 ? lists.map(({ wire }) => wire) : undefined;
  const items = at && table.at(type, at);
  const list = items && table.present(items);
  return at && list?.kind === "list" ? { type: list.of, at } : undefined;
}

/** How a type is read as a page, if it is one. */
export function pageOf(table: TypeTable, type: TypeRef): Page | undefined {
  const declared = table.declared(type)?.type;
  return declared?.kind === "record" ? declared.page : undefined;
}

function isSame(table: TypeTable, a: TypeRef, b: TypeRef): boolean {
  const [left, right] = [table.present(a), table.present(b)];
  return (
    left.kind === "named" && right.kind === "named" && left.name === right.name && JSON.stringify(left.args) === JSON.stringify(right.args)
  );
}

/** The field that holds what the path parameter names: `id`, one called like the parameter, or one of the same declared type. */
function idProperty(table: TypeTable, type: TypeRef, param: string, operation: Operation | undefined): Property | undefined {
  const properties = (table.properties(type) ?? []).filter((property) => isId(table, property.type));
  const own = operation?.params.find(({ name, wire }) => name === param || wire === param)?.type;
  const alias = own?.kind === "named" ? own : undefined;
  const sameAlias = (ref: TypeRef): ref is NamedRef => ref.kind === "named" && ref.name === alias?.name;
  const named = (name: string) => properties.find(({ wire }) => wire === name);
  return (
    named(param) ??
    named("id") ??
    properties.find((property) => sameAlias(property.type)) ??
    named("uuid") ??
    named("key") ??
    named("slug") ??
    named("name")
  );
}

function isId(table: TypeTable, ref: TypeRef): boolean {
  const type = table.target(ref);
  return type.kind === "scalar" && ["string", "uuid", "int32", "uint32", "int64", "uint64"].includes(type.scalar);
}
