import type { Param } from "../../model/operation.js";
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

/** What the value of each key must lead to; the others name query parameters. */
const inBody: ReadonlyMap<string, Fits> = new Map([
  ["items", list],
  ["more", flag],
  ["next", token],
]);
const inQuery: ReadonlyMap<string, Fits> = new Map([
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
      if (inQuery.has(key.value)) checkEcho(cx, table, check, value, inQuery.get(key.value) ?? count);
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

/** Whether an operation returns a page; if so, it has the parameters that ask for the next one. */
export function checkPaging({ cx, table }: Service, operation: Text, params: readonly Param[], type: TypeRef | undefined): boolean {
  const use = type && table.declared(type);
  const page = use?.type.kind === "record" ? use.type.page : undefined;
  if (!use || !page) return false;
  for (const { key, name } of parameters(page)) {
    const param = params.find((candidate) => candidate.in === "query" && candidate.wire === name);
    const wants = inQuery.get(key) ?? count;
    if (!param) cx.report.add("HD489", operation.span, { name, type: use.type.name });
    else if (!fits(table, param.type, wants)) cx.report.add("HD488", param.origin, { name, wants: wants.wants });
  }
  return true;
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
