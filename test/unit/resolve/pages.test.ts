import { describe, expect, test } from "vitest";
import { allOperations } from "../../../generator/model/walk.js";
import { findings, modelOf } from "../../support/schema.js";

const fields = `data: "Item[]", nested: Nested, more: bool, maybe?: bool | null, next?: string | null, count?: int64, limit?: int32, text: string`;

function schema(page: string, operation = ""): string {
  return `heddle: 1
api: shop
types:
  Item: {id: string, number: int32, flag: bool}
  Nested: {more: bool, items: "string[]", next?: Next}
  Next: {$alias: string}
  Page: {$page: ${page}, ${fields}}
${operation}`;
}

describe("the keys of $page decide the style", () => {
  test.each<[string, object]>([
    ["{items: data, limit: limit, offset: offset}", { style: "offset", items: "data", limit: "limit", offset: "offset" }],
    [
      "{items: data, more: more, limit: limit, offset: offset}",
      { style: "offset", items: "data", hasMore: "more", limit: "limit", offset: "offset" },
    ],
    ["{items: data, page: page, size: size}", { style: "number", items: "data", page: "page", size: "size" }],
    [
      "{items: nested.items, more: nested.more, cursor: after, next: nested.next}",
      { style: "cursor", items: "nested.items", hasMore: "nested.more", cursor: "after", next: { in: "body", path: "nested.next" } },
    ],
    [
      "{items: data, cursor: after, next: header X-Next, limit: limit}",
      { style: "cursor", items: "data", cursor: "after", next: { in: "header", name: "X-Next" }, limit: "limit" },
    ],
    ["{items: data, next: next}", { style: "link", items: "data", next: { in: "body", path: "next" } }],
    ["{items: data, next: header Link}", { style: "link", items: "data", next: { in: "header", name: "Link" } }],
    ["{items: data, cursor: after, id: id}", { style: "last_id", items: "data", cursor: "after", id: "id" }],
    [
      "{items: data, more: maybe, cursor: after, id: number, limit: limit}",
      { style: "last_id", items: "data", hasMore: "maybe", cursor: "after", id: "number", limit: "limit" },
    ],
  ])("%s", (page, expected) => {
    const type = modelOf(schema(page)).types.find(({ name }) => name === "Page");
    expect(type?.kind === "record" && type.page).toEqual(expected);
  });

  test.each([
    ["{items: data}", ["HD461"]],
    ["{limit: limit, offset: offset}", ["HD462"]],
    ["{items: data, offset: offset}", ["HD462"]],
    ["{items: data, page: page}", ["HD462"]],
    ["{items: data, cursor: after}", ["HD462"]],
    ["{items: data, next: next, limit: limit}", ["HD463"]],
    ["{items: data, page: page, size: size, limit: limit}", ["HD463"]],
    ["{items: data, cursor: after, id: id, next: next}", ["HD463"]],
    ["{items: data, offset: offset, limit: limit, id: id}", ["HD463"]],
    ["{items: text, limit: l, offset: o}", ["HD488"]],
    ["{items: data, more: count, limit: l, offset: o}", ["HD488"]],
    ["{items: data, limit: text, offset: o}", ["HD488"]],
    ["{items: data, limit: l, offset: more}", ["HD488"]],
    ["{items: data, limit: count, offset: o}", []],
    ["{items: data, page: text, size: more}", ["HD488", "HD488"]],
    ["{items: data, cursor: more, next: next}", ["HD488"]],
    ["{items: data, cursor: count, next: count}", []],
    ["{items: data, next: more}", ["HD488"]],
    ["{items: data, next: nested}", ["HD488"]],
    ["{items: data, cursor: after, id: flag}", ["HD488"]],
    ["{items: data, cursor: after, id: nothing}", ["HD315"]],
    ["{items: nothing, cursor: after, id: nothing}", ["HD315"]],
    ["{items: nested.nothing, next: next}", ["HD315"]],
  ])("%s: %s", (page, expected) => {
    expect(findings(schema(page)).map((text) => text.slice(0, 5))).toEqual(expected);
  });

  test("items of any type fit a generic page", () => {
    const text = "heddle: 1\napi: shop\ntypes:\n  Page<T>:\n    $page: {items: data, cursor: after, id: uid}\n    data: T[]\n";
    expect(findings(text)).toEqual([]);
  });
});

describe("an operation that returns a page", () => {
  const offset = "{items: data, limit: limit, offset: offset}";
  const operation = (query: string, returns = "Page") => `resources: {x: {list: {http: GET, query: ${query}, returns: ${returns}}}}\n`;

  test.each<[string, string, boolean]>([
    [offset, operation("{limit?: int32, offset?: int64}"), true],
    [offset, operation("{limit?: int32, offset?: int64}", "Alias").replace("resources", "types2").replace("types2", "resources"), true],
    [offset, operation("{}", "'Page[]'"), false],
    ["{items: data, next: next}", operation("{}"), true],
    ["{items: data, page: page, size: size}", operation("{page?: int32, size?: uint32}"), true],
    ["{items: data, cursor: after, next: next}", operation("{after?: string}"), true],
    ["{items: data, cursor: after, id: id, limit: limit}", operation("{after?: string, limit?: int32 | null}"), true],
  ])("%s %s: paged: %s", (page, use, paged) => {
    const text = schema(page, use).replace("  Page: {", "  Alias: {$alias: Page}\n  Page: {");
    expect(allOperations(modelOf(text).resources)[0]?.paged).toBe(paged);
  });

  test.each([
    [offset, operation("{limit?: int32}"), ["HD489"]],
    [offset, operation("{}"), ["HD489", "HD489"]],
    [offset, operation("{limit?: bool, offset?: int32}"), ["HD488"]],
    ["{items: data, page: page, size: size}", operation("{}"), ["HD489", "HD489"]],
    ["{items: data, cursor: after, next: next}", operation("{limit?: int32}"), ["HD489"]],
    ["{items: data, cursor: after, next: next}", operation("{after?: 'string[]'}"), ["HD488"]],
    ["{items: data, cursor: after, id: id, limit: limit}", operation("{after?: string}"), ["HD489"]],
    ["{items: data, next: next}", operation("{after?: Nothing}"), ["HD301"]],
    ["{items: data, cursor: after, next: next}", operation("{after?: Nothing}"), ["HD301"]],
  ])("%s %s: %s", (page, use, expected) => {
    expect(findings(schema(page, use)).map((text) => text.slice(0, 5))).toEqual(expected);
  });

  test.each([
    ["{http: GET, headers: {limit?: int32, offset?: int32}, returns: Page}", ["HD489", "HD489"]],
    ["{http: POST, body: Search, returns: Page}", []],
    ["{http: POST, query: {limit?: int32}, body: Search, returns: Page}", []],
    ["{http: POST, query: {limit?: int32}, body: Offset, returns: Page}", ["HD489"]],
    ["{http: POST, body: Wrong, returns: Page}", ["HD488"]],
    ["{http: POST, query: {limit?: int32, offset?: int32}, body: Wrong, returns: Page}", []],
  ])("has its parameters in the query, or all in the body: %s", (list, expected) => {
    const types = "  Search: {limit?: int32, offset?: int32}\n  Offset: {offset?: int32}\n  Wrong: {limit?: int32, offset?: bool}\n";
    const text = schema(offset, `${types}resources: {x: {list: ${list}}}\n`);
    expect(findings(text).map((each) => each.slice(0, 5))).toEqual(expected);
  });

  test.each([
    ["next: next", "string", []],
    ["next: next", "uuid", []],
    ["next: next", "int32", ["HD488"]],
    ["next: count", "int64", []],
    ["next: count", "int32", ["HD488"]],
    ["next: limit", "int64", []],
    ["next: limit", "string", ["HD488"]],
    ["next: header X-Next", "int32", ["HD488"]],
    ["next: header X-Next", "string", []],
    ["id: number", "string", ["HD488"]],
    ["id: number", "int32", []],
  ])("its cursor takes what the page gives: %s, %s", (source, type, expected) => {
    const text = schema(`{items: data, cursor: after, ${source}}`, operation(`{after?: ${type}}`));
    expect(findings(text).map((each) => each.slice(0, 5))).toEqual(expected);
  });
});
