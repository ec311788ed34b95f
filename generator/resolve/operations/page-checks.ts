import type { Body, Param } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Page } from "../../model/types.js";
import type { Text } from "../../source/span.js";
import type { Context, PageCheck } from "../context.js";
import type { Service } from "../service/service.js";
import type { TypeTable } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";
import { hintFor } from "../hint.js";

type Fits = { readonly wants: string; readonly test: (type: TypeRef) => boolean };

const integers: ReadonlySet<string> = new Set(["int32", "int64", "uint32", "uint64"]);
const list: Fits = { wants: "a list", test: (type) => type.kind === "list" };
const flag: Fits = { wants: "a `bool`", test: (type) => type.kind === "scalar" && type.scalar === "bool" };
const count: Fits = { wants: "an integer", test: (type) => type.kind === "scalar" && integers.has(type.scalar) };
const token: Fits = {
  wants: "a string or an integer",
  test: (type) => type.kind === "scalar" && !["json", "bool", "bytes"].includes(type.scalar),
};

/** What the value of each key must lead to; the others name parameters of the request. */
const inBody: ReadonlyMap<string, Fits> = new Map([
  ["items", list],
  ["more", flag],
  ["next", token],
]);
const inRequest: ReadonlyMap<string, Fits> = new Map([
  ["limit", count],
  ["offset", count],
  ["page", count],
  ["size", count],
  ["cursor", token],
]);

/** Holds every `$page` against the members of its type. */
export function checkPages(cx: Context, table: TypeTable): void {
  for (const check of cx.pages) {
    for (const { key, value } of check.declaration.entries) {
      const wants = inBody.get(key.value);
      if (wants && !value.value.startsWith("header ")) checkField(cx, table, check, value, selfRef(table, check.type), wants);
      if (inRequest.has(key.value)) checkEcho(cx, table, check, value, inRequest.get(key.value) ?? count);
    }
    checkId(cx, table, check);
  }
}

function selfRef(table: TypeTable, name: string): TypeRef {
  const parameters = table.get(name)?.parameters ?? [];
  return { kind: "named", name, args: parameters.map((parameter) => ({ kind: "parameter", name: parameter })) };
}

function checkField(cx: Context, table: TypeTable, { type }: PageCheck, path: Text, from: TypeRef, wants: Fits): void {
  const found = table.at(from, path.value.split("."));
  if (!found) {
    const names = (table.properties(from) ?? []).map(({ wire }) => wire);
    cx.report.add("HD315", path.span, { path: path.value, type, names }, hintFor(path.value, names));
  } else if (!fits(table, found, wants)) {
    cx.report.add("HD488", path.span, { name: path.value, wants: wants.wants });
  }
}

function fits(table: TypeTable, ref: TypeRef, wants: Fits): boolean {
  const type = table.present(ref);
  return isUnknown(type) || type.kind === "parameter" || wants.test(type);
}

/** A field of the page that repeats the parameter, if there is one, has its kind (PAGE-3). */
function checkEcho(cx: Context, table: TypeTable, { type }: PageCheck, name: Text, wants: Fits): void {
  const echoed = table.properties(selfRef(table, type))?.find(({ wire }) => wire === name.value);
  if (echoed && !fits(table, echoed.type, wants)) cx.report.add("HD488", name.span, { name: name.value, wants: wants.wants });
}

/** `id` is a field of the items, as far as their type is known here. */
function checkId(cx: Context, table: TypeTable, check: PageCheck): void {
  const entry = check.declaration.entries.find(({ key }) => key.value === "id");
  const items = table.at(selfRef(table, check.type), check.page.items.split("."));
  const item = items && table.present(items);
  if (!entry || item?.kind !== "list" || table.present(item.of).kind === "parameter") return;
  checkField(cx, table, check, entry.value, item.of, token);
}

/** What an operation is called with. */
interface Request {
  readonly params: readonly Param[];
  readonly body: Body | undefined;
}

/** Whether an operation returns a page; if so, it has the parameters that ask for the next one: in the query, or all in the body. */
export function checkPaging({ cx, table }: Service, operation: Text, request: Request, type: TypeRef | undefined): boolean {
  const use = type && table.declared(type);
  const page = use?.type.kind === "record" ? use.type.page : undefined;
  if (!use || !page) return false;
  const items = table.at(type, page.items.split("."));
  if (items && table.present(items).kind !== "list" && !isUnknown(table.present(items)))
    cx.report.add("HD488", operation.span, { name: page.items, wants: "a list" });
  const names = parameters(page);
  const [query, fields] = [queryParams(request), bodyFields(table, request)];
  const isIn = (given: Given): boolean => names.every(({ name }) => given.has(name));
  const given = isIn(fields) && !isIn(query) ? fields : query;
  for (const { key, name } of names) {
    const found = given.get(name);
    const wants = key === "cursor" ? cursorFor(table, page, type) : (inRequest.get(key) ?? count);
    if (!found) cx.report.add("HD489", operation.span, { name, type: use.type.name });
    else if (!fits(table, found.type, wants)) cx.report.add("HD488", found.origin ?? operation.span, { name, wants: wants.wants });
  }
  return true;
}

type Given = ReadonlyMap<string, { readonly type: TypeRef; readonly origin?: Param["origin"] }>;

function queryParams({ params }: Request): Given {
  return new Map(params.filter((param) => param.in === "query").map((param) => [param.wire, param]));
}

function bodyFields(table: TypeTable, { body }: Request): Given {
  const type = body?.contents[0]?.type;
  return new Map(((type && table.properties(type)) ?? []).map(({ wire, type: of }) => [wire, { type: of }]));
}

/** What a cursor must be to take the token that the page gives. */
function cursorFor(table: TypeTable, page: Page, type: TypeRef): Fits {
  const source = tokenOf(table, page, type);
  const given = source?.kind === "scalar" ? source.scalar : "json";
  if (/^u?int64$/.test(given)) return { wants: "a 64-bit integer", test: (param) => isScalar(param, /^u?int64$/) };
  if (/^u?int32$/.test(given)) return count;
  return given === "string" ? { wants: "a string", test: (param) => isScalar(param, /^(?!u?int|float)/) && token.test(param) } : token;
}

function isScalar(type: TypeRef, scalars: RegExp): boolean {
  return type.kind === "scalar" && scalars.test(type.scalar);
}

/** The type of the value that asks for the next page: a header is a string. */
function tokenOf(table: TypeTable, page: Page, type: TypeRef): TypeRef | undefined {
  const found = (from: TypeRef | undefined, path: string) => from && table.at(from, path.split("."));
  const items = page.style === "last_id" ? found(type, page.items) : undefined;
  const list = items && table.present(items);
  if (list?.kind === "list" && page.style === "last_id") return presentAt(table, found(list.of, page.id));
  if (page.style !== "cursor") return undefined;
  return page.next.in === "header" ? { kind: "scalar", scalar: "string" } : presentAt(table, found(type, page.next.path));
}

function presentAt(table: TypeTable, type: TypeRef | undefined): TypeRef | undefined {
  return type && table.present(type);
}

function parameters(page: Page): readonly { readonly key: string; readonly name: string }[] {
  switch (page.style) {
    case "offset":
      return [
        { key: "limit", name: page.limit },
        { key: "offset", name: page.offset },
      ];
    case "number":
      return [
        { key: "page", name: page.page },
        { key: "size", name: page.size },
      ];
    case "link":
      return [];
    default:
      return [{ key: "cursor", name: page.cursor }, ...(page.limit === undefined ? [] : [{ key: "limit", name: page.limit }])];
  }
}
