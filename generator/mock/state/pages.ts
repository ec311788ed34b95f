import type { Json, Page, Success } from "../../model/index.js";
import { scalarKind } from "../../resolve/values/json-kind.js";
import { exampleValue, seeded } from "../../values/index.js";
import { listPlace, pageOf } from "./collections.js";
import { isFields, valueAt, withValueAt, type Fields } from "../fields.js";
import { linkParam } from "./link-param.js";
import type { Received } from "../request/received.js";
import type { Service } from "../service.js";

/** A page of a list, or why there is none. */
export type PageAnswer =
  | { readonly kind: "page"; readonly body: Json; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: "refused"; readonly problem: string };

/** The piece of a list that a request asks for. */
interface Slice {
  readonly start: number;
  readonly size: number;
}

/** Items on a page where the request does not say, and the schema has no default. */
const usualSize = 20;
const counts = /^(total|count|total_?(count|items|results)?)$/i;

/** The body of a list: all items, or the page that the request asks for, by the style of the page type. `url` is the request's own. */
export function pageWith(service: Service, success: Success, items: readonly Json[], received: Received, url: string): PageAnswer {
  const type = success.content?.type;
  const place = type && listPlace(service.table, type);
  if (!type || !place) return { kind: "page", body: [...items], headers: {} };
  const page = pageOf(service.table, type);
  if (!page) return { kind: "page", body: withValueAt(bare(service, success, items.length), place.at, [...items]), headers: {} };
  const slice = sliceOf(page, items, received);
  if (typeof slice === "string") return { kind: "refused", problem: slice };
  const shown = items.slice(slice.start, slice.start + slice.size);
  const end = slice.start + shown.length;
  const more = end < items.length;
  const body = withValueAt(bare(service, success, items.length), place.at, shown);
  const told = page.hasMore === undefined ? body : withValueAt(body, page.hasMore.split("."), more);
  const whole = echoed(service, success, page, told, slice, received);
  return withNext(service, success, page, { body: whole, next: more ? nextOf(service, page, end, received, url) : undefined });
}

/** A page without its items: whatever else its type requires, and the number of items if a field asks for that. */
function bare({ table }: Service, success: Success, count: number): Json {
  const type = success.content?.type;
  if (!type) return {};
  const whole = exampleValue(table, type, { random: seeded("page"), optional: false, examples: false });
  const named = (table.properties(type) ?? []).filter(({ wire, type: ref }) => counts.test(wire) && table.present(ref).kind === "scalar");
  return isFields(whole) ? { ...whole, ...Object.fromEntries(named.map(({ wire }) => [wire, count])) } : whole;
}

function sliceOf(page: Page, items: readonly Json[], received: Received): Slice | string {
  switch (page.style) {
    case "offset":
      return { start: numberOf(received, page.offset, 0), size: numberOf(received, page.limit, usualSize) };
    case "number": {
      const size = numberOf(received, page.size, usualSize);
      return {
        start: Math.max(0, numberOf(received, page.page, firstPage(received, page.page)) - firstPage(received, page.page)) * size,
        size,
      };
    }
    case "cursor": {
      const given = givenAs(received, page.cursor);
      const start = given === undefined || given === null || given === "" ? 0 : startOf(String(given));
      return start === undefined ? `query.${page.cursor} is no cursor that was given out` : { start, size: limitOf(received, page.limit) };
    }
    case "last_id":
      return afterId(page, items, received);
    case "link": {
      const given = received.query.find(({ name }) => name === linkParam)?.text;
      const start = given === undefined ? 0 : startOf(given);
      return start === undefined ? `query.${linkParam} is no link that was given out` : { start, size: linkSize(received) };
    }
  }
}

/** A parameter of a page stands in the query, or in the body. */
function givenAs({ params, body }: Received, name: string): Json | undefined {
  return params.query[name] ?? valueAt(body, [name]);
}

function afterId(page: Extract<Page, { style: "last_id" }>, items: readonly Json[], received: Received): Slice | string {
  const given = givenAs(received, page.cursor);
  const size = limitOf(received, page.limit);
  if (given === undefined || given === null) return { start: 0, size };
  const at = items.findIndex((item) => String(valueAt(item, page.id.split("."))) === String(given));
  return at < 0 ? `query.${page.cursor} is the ${page.id} of no item` : { start: at + 1, size };
}

function limitOf(received: Received, name: string | undefined): number {
  return name === undefined ? usualSize : numberOf(received, name, usualSize);
}

/** Pages by link have no declared parameter for their size; if there is one that looks like it, it is taken. */
function linkSize(received: Received): number {
  const names = received.operation.params.filter((param) => param.in === "query").map(({ wire }) => wire);
  return limitOf(
    received,
    names.find((name) => /^(limit|size|count|per_page|page_size)$/.test(name)),
  );
}

function numberOf(received: Received, name: string, otherwise: number): number {
  const { operation } = received;
  const given = givenAs(received, name) ?? operation.params.find(({ wire, in: place }) => place === "query" && wire === name)?.default;
  const value = given === undefined || given === null || given === "" ? otherwise : Number(given);
  return Number.isFinite(value) ? Math.max(0, value) : otherwise;
}

/** Pages count from 1, unless the schema says 0. */
function firstPage({ operation }: Received, name: string): number {
  const param = operation.params.find(({ wire, in: place }) => place === "query" && wire === name);
  const least = param?.type.kind === "scalar" ? param.type.constraints?.min : undefined;
  return param?.default === 0 || Number(least) === 0 ? 0 : 1;
}

/** A field of the page that has the name of a parameter tells what was asked for. */
function echoed({ table }: Service, success: Success, page: Page, body: Json, { start, size }: Slice, received: Received): Json {
  const values: Fields =
    page.style === "offset"
      ? { [page.offset]: start, [page.limit]: size }
      : page.style === "number"
        ? { [page.size]: size, [page.page]: givenAs(received, page.page) ?? firstPage(received, page.page) }
        : {};
  const type = success.content?.type;
  const names = new Set(((type && table.properties(type)) ?? []).map(({ wire }) => wire));
  const echo = Object.entries(values).filter(([name]) => names.has(name));
  return isFields(body) ? { ...body, ...Object.fromEntries(echo) } : body;
}

/** What leads to the next page: a token of the cursor's own type, or a link. */
function nextOf({ table }: Service, page: Page, next: number, { operation }: Received, url: string): string | number | undefined {
  if (page.style === "link") return linkTo(url, next);
  if (page.style !== "cursor") return undefined;
  const param = operation.params.find(({ wire, in: place }) => place === "query" && wire === page.cursor);
  const type = param && table.present(param.type);
  return type?.kind === "scalar" && scalarKind(type) === "number" ? next : tokenOf(next);
}

/** Says where the next page is, in the body or in a header. */
function withNext(
  { table }: Service,
  success: Success,
  page: Page,
  { body, next: value }: { readonly body: Json; readonly next: string | number | undefined },
): PageAnswer {
  if (page.style !== "cursor" && page.style !== "link") return { kind: "page", body, headers: {} };
  if (page.next.in === "header") {
    const text =
      value !== undefined && page.style === "link" && page.next.name.toLowerCase() === "link"
        ? `<${value}>; rel="next"`
        : value?.toString();
    return { kind: "page", body, headers: text === undefined ? {} : { [page.next.name]: text } };
  }
  const path = page.next.path.split(".");
  if (value !== undefined) return { kind: "page", body: withValueAt(body, path, value), headers: {} };
  const type = success.content && table.at(success.content.type, path);
  const isNullable = type !== undefined && table.target(type).kind === "nullable";
  const ended = isNullable ? withValueAt(body, path, null) : valueAt(body, path) === undefined ? body : withValueAt(body, path, "");
  return { kind: "page", body: ended, headers: {} };
}

function tokenOf(start: number): string {
  return Buffer.from(`after ${start}`).toString("base64url");
}

function startOf(token: string): number | undefined {
  if (/^\d{1,9}$/.test(token)) return Number(token);
  const found = /^after (\d+)$/.exec(Buffer.from(token, "base64url").toString());
  return found ? Number(found[1]) : undefined;
}

function linkTo(url: string, start: number): string {
  const next = new URL(url);
  next.searchParams.set(linkParam, tokenOf(start));
  return next.href;
}
