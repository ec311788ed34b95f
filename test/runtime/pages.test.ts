import { describe, expect, it } from "vitest";
import {
  cursorPage,
  DecodeError,
  idempotencyKey,
  InvalidArgumentError,
  jsonBody,
  int32,
  json,
  jsonValue,
  lastIdPage,
  linkPage,
  map,
  numberPage,
  offsetPage,
  optional,
  PageCall,
  query,
  segment,
  startPages,
  string,
  UnexpectedStatusError,
  withParam,
  type OperationSpec,
  type PageStyle,
} from "../../templates/typescript/runtime/index.js";
import { headerValues } from "../support/raw-server.js";
import { jsonAnswer } from "./in-memory.js";
import { clientOf, jsonReply, operationOf, withServer, type Options } from "./service.js";

type Item = { id: string };
type Page = { [key: string]: unknown };

const server = withServer();

class Things extends PageCall<Page, Item> {
  status(value: string): this {
    return withParam(this, "status", value);
  }
}

const numbers = Object.fromEntries(["limit", "offset", "page", "size"].map((name) => [name, query(optional(int32))]));
const texts = Object.fromEntries(["status", "cursor"].map((name) => [name, query(optional(string))]));

const page = map(jsonValue);

function things(style: PageStyle, params: object = {}, options: Options = {}, spec: Partial<OperationSpec<Page>> = {}): Things {
  const operation = operationOf<Page>({
    params: { ...numbers, ...texts },
    returns: { 200: json(page) },
    page: style,
    ...spec,
  });
  return new Things(clientOf({ baseUrl: `${server.url}/v1`, ...options }), operation, { params });
}

const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));
const targets = (): string[] => server.requests.map(({ target }) => target);

async function idsOf(call: { items(): AsyncIterable<Item> }): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of call.items()) found.push(id);
  return found;
}

/** The items that came before an error, and the error. */
async function untilError(call: { items(): AsyncIterable<Item> }): Promise<{ ids: string[]; error: unknown }> {
  const ids: string[] = [];
  try {
    for await (const { id } of call.items()) ids.push(id);
  } catch (error) {
    return { ids, error };
  }
  throw new Error("the list ended");
}

const offset = offsetPage({ items: "data", more: "more", limit: "limit", offset: "offset" });
const number = numberPage({ items: "data", more: "more", page: "page", size: "size" });
const cursor = cursorPage({ items: "data", more: "more", cursor: "cursor", next: "paging.next" });
const link = linkPage({ items: "data", next: "next" });
const lastId = lastIdPage({ items: "data", more: "more", cursor: "cursor", id: "id", limit: "limit" });

describe("styles", () => {
  it("offset: goes on behind the items that came, not behind the limit (PAGE-3)", async () => {
    server.replies = [
      jsonReply({ data: items("a", "b"), more: true }),
      jsonReply({ data: items("c"), more: true }),
      jsonReply({ data: items("d"), more: false }),
    ];
    expect(await idsOf(things(offset, { limit: 5 }))).toEqual(["a", "b", "c", "d"]);
    expect(targets()).toEqual(["/v1/things?limit=5", "/v1/things?limit=5&offset=2", "/v1/things?limit=5&offset=3"]);
  });

  it("offset: counts from where the service says that the page began, else from where it was asked to", async () => {
    server.replies = [
      jsonReply({ data: items("a"), more: true, offset: 40 }),
      jsonReply({ data: items("b"), more: true }),
      jsonReply({ data: [], more: true }),
    ];
    expect(await idsOf(things(offset, { offset: 7 }))).toEqual(["a", "b"]);
    expect(targets()).toEqual(["/v1/things?offset=7", "/v1/things?offset=41", "/v1/things?offset=42"]);
  });

  it("number: from the echoed number, the one sent, or the first", async () => {
    const pages = [jsonReply({ data: items("a"), more: true }), jsonReply({ data: items("b"), more: false })];
    server.replies = [...pages];
    await idsOf(things(number));
    server.replies = [...pages];
    await idsOf(things(number, { page: 5 }));
    server.replies = [...pages];
    await idsOf(things(numberPage({ items: "data", more: "more", page: "page", size: "size", first: 0 })));
    server.replies = [jsonReply({ data: items("a"), more: true, page: 3 }), jsonReply({ data: [] })];
    await idsOf(things(number));
    expect(targets().filter((_, index) => index % 2 === 1)).toEqual([
      "/v1/things?page=2",
      "/v1/things?page=6",
      "/v1/things?page=1",
      "/v1/things?page=4",
    ]);
  });

  it("cursor: in the body, until it is absent, null or empty", async () => {
    for (const last of [{}, { paging: null }, { paging: { next: null } }, { paging: { next: "" } }]) {
      server.replies = [
        jsonReply({ data: items("a"), paging: { next: "x y" } }),
        jsonReply({ data: items("b"), paging: { next: "z" } }),
        jsonReply({ data: items("c"), more: true, ...last }),
      ];
      expect(await idsOf(things(cursor))).toEqual(["a", "b", "c"]);
    }
    expect(targets().slice(0, 3)).toEqual(["/v1/things", "/v1/things?cursor=x%20y", "/v1/things?cursor=z"]);
    expect(targets()).toHaveLength(12);
  });

  it("cursor: in a header", async () => {
    server.replies = [jsonReply({ data: items("a") }, 200, { "x-next": "t2" }), jsonReply({ data: items("b") })];
    expect(await idsOf(things(cursorPage({ items: "data", cursor: "cursor", next: { header: "X-Next" } })))).toEqual(["a", "b"]);
    expect(targets()[1]).toBe("/v1/things?cursor=t2");
  });

  it("cursor: a short page is not the last one", async () => {
    server.replies = [jsonReply({ data: items("a"), paging: { next: "t" } }), jsonReply({ data: [] })];
    await idsOf(things(cursor, { limit: 10 }));
    expect(targets()).toHaveLength(2);
  });

  it("last id: goes on behind the last item", async () => {
    server.replies = [jsonReply({ data: items("a", "b"), more: true }), jsonReply({ data: items("c"), more: false })];
    expect(await idsOf(things(lastId))).toEqual(["a", "b", "c"]);
    expect(targets()[1]).toBe("/v1/things?cursor=b");
  });

  it("parameters that stand in the body are changed there", async () => {
    server.replies = [jsonReply({ data: items("a") }), jsonReply({ data: items("b") }), jsonReply({ data: [] })];
    const style = offsetPage({ items: "data", limit: "limit", offset: "offset", in: "body" });
    const operation = operationOf<Page>({ body: jsonBody(map(jsonValue)), returns: { 200: json(page) }, page: style }, "POST");
    const call = new PageCall<Page, Item>(clientOf({ baseUrl: server.url }), operation, { body: { q: "shoes", limit: 1 } });
    expect(await idsOf(call)).toEqual(["a", "b"]);
    expect(server.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { q: "shoes", limit: 1 },
      { q: "shoes", limit: 1, offset: 1 },
      { q: "shoes", limit: 1, offset: 2 },
    ]);
  });

  it("a parameter may be repeated under another name", async () => {
    server.replies = [jsonReply({ data: items("a"), from: 4 }), jsonReply({ data: [] })];
    await idsOf(things(offsetPage({ items: "data", limit: "limit", offset: "offset", fields: { offset: "from" } })));
    expect(targets()[1]).toBe("/v1/things?offset=5");
  });
});

describe("the end (PAGE-4)", () => {
  it.each([
    ["there are no items, whatever else is said", offset, {}, { data: [], more: true }],
    ["there are no items beside a cursor", cursor, {}, { data: [], paging: { next: "x" } }],
    ["the list is null", offset, {}, { data: null, more: true }],
    ["there is no list", offset, {}, { more: true }],
    ["more is false", offset, { limit: 1 }, { data: items("a"), more: false }],
    ["more is false beside a cursor", cursor, {}, { data: items("a"), more: false, paging: { next: "x" } }],
    ["fewer items came than were asked for", offset, { limit: 2 }, { data: items("a") }],
    ["fewer items came than the page has room for", number, { size: 2 }, { data: items("a") }],
    ["fewer items came than the service says", offset, { limit: 1 }, { data: items("a"), limit: 3 }],
    [
      "fewer items came than by default",
      offsetPage({ items: "data", limit: "limit", offset: "offset", room: 2 }),
      {},
      { data: items("a") },
    ],
    ["fewer items came, by ids", lastId, { limit: 2 }, { data: items("a") }],
    ["the last item has no id", lastId, {}, { data: [{ id: null }] }],
    ["there is no link", link, {}, { data: items("a"), next: null }],
    ["the link is empty", link, {}, { data: items("a"), next: "" }],
  ])("%s", async (_, style, params, page) => {
    server.replies = [jsonReply(page)];
    await idsOf(things(style, params));
    expect(targets()).toHaveLength(1);
  });

  it.each([
    ["as many items came as were asked for", offset, { limit: 1 }, { data: items("a") }],
    ["nobody says how many a page has", offset, {}, { data: items("a") }],
    ["the service gives fewer than asked for, and says so", offset, { limit: 9 }, { data: items("a"), limit: 1 }],
    ["more is true, though the page is short", offset, { limit: 9 }, { data: items("a"), more: true }],
    ["more is null and the page full", number, { size: 1 }, { data: items("a"), more: null }],
  ])("is not there yet where %s", async (_, style, params, page) => {
    server.replies = [jsonReply(page), jsonReply({ data: [] })];
    await idsOf(things(style, params));
    expect(targets()).toHaveLength(2);
  });

  it.each([
    ["cursor", cursor, {}, { data: items("a"), paging: { next: "x" } }, "$.paging.next"],
    ["last id", lastId, {}, { data: items("a"), more: true }, "id"],
    ["offset", offset, {}, { data: items("a"), more: true, offset: 0 }, "offset"],
    ["number", number, {}, { data: items("a"), more: true, page: 1 }, "page"],
    ["link", link, {}, { data: items("a"), next: "?at=2" }, "$.next"],
  ])("%s: the same page twice is an error behind the items that came", async (_, style, params, page, path) => {
    server.replies = [jsonReply(page, 200, { "x-request-id": "req_1" })];
    const { ids, error } = await untilError(things(style, params));
    expect(ids).toEqual(["a", "a"]);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path, status: 200, requestId: "req_1", expected: "the next page" });
    expect(targets()).toHaveLength(2);
  });
});

describe("fetching (PAGE-2, PAGE-5)", () => {
  const three = (): void => {
    server.replies = [
      jsonReply({ data: items("a", "b"), more: true }),
      jsonReply({ data: items("c", "d"), more: true }),
      jsonReply({ data: items("e"), more: false }),
    ];
  };

  it("sends nothing before the first item is asked for, and nothing ahead", async () => {
    three();
    const list = things(offset).items();
    expect(targets()).toHaveLength(0);
    const seen: number[] = [];
    for await (const { id } of list) seen.push(targets().length, id.length);
    expect(seen.filter((_, index) => index % 2 === 0)).toEqual([1, 1, 2, 2, 3]);
  });

  it("fetches nothing more once the loop is left", async () => {
    three();
    for await (const { id } of things(offset).items()) if (id === "b") break;
    const pages = things(offset).pages();
    await pages.next();
    await pages.return();
    expect((await pages.next()).done).toBe(true);
    expect(targets()).toHaveLength(2);
  });

  it("a call can be walked twice, and sent as well", async () => {
    three();
    const call = things(offset);
    expect(await idsOf(call)).toHaveLength(5);
    three();
    expect(await idsOf(call)).toHaveLength(5);
    three();
    expect(await call.send()).toEqual({ data: items("a", "b"), more: true });
    expect(targets()[3]).toBe("/v1/things");
  });

  it("repeats filters, headers and options on each page", async () => {
    three();
    const call = things(offset)
      .status("on")
      .header("x-a", "1")
      .options({ extraQuery: { new: 2 } });
    expect(await idsOf(call)).toHaveLength(5);
    expect(targets()).toEqual(["/v1/things?status=on&new=2", "/v1/things?offset=2&status=on&new=2", "/v1/things?offset=4&status=on&new=2"]);
    expect(server.requests.map((request) => headerValues(request, "x-a"))).toEqual([["1"], ["1"], ["1"]]);
  });

  it.each([
    [0, [], 0],
    [1, ["a"], 1],
    [2, ["a", "b"], 1],
    [3, ["a", "b", "c"], 2],
    [9, ["a", "b", "c", "d", "e"], 3],
  ])("maxItems(%i) bounds the whole (PAGE-6)", async (count, expected, calls) => {
    three();
    expect(await idsOf(things(offset).maxItems(count))).toEqual(expected);
    expect(targets()).toHaveLength(calls);
    three();
    const pages: Page[] = [];
    for await (const each of things(offset).maxItems(count).pages()) pages.push(each);
    expect(pages).toHaveLength(calls);
  });

  it.each([-1, NaN])("maxItems(%d) is refused", async (count) => {
    const { error } = await untilError(things(offset).maxItems(count));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ violations: [{ path: "maxItems", rule: "must not be negative" }] });
    expect(targets()).toHaveLength(0);
  });

  it("a limit of time is one of each page", async () => {
    let now = 0;
    const clock = { now: () => (now += 40), sleep: () => new Promise<void>(() => undefined) };
    three();
    const elapsed: number[] = [];
    for await (const each of things(offset, {}, { clock }).timeout(10_000).withResponse().pages()) elapsed.push(each.elapsed);
    expect(new Set(elapsed).size).toBe(1);
  });

  it("an error on a later page comes behind the items before it, as what it is", async () => {
    server.replies = [jsonReply({ data: items("a"), more: true }), jsonReply({}, 409)];
    const { ids, error } = await untilError(things(offset));
    expect(ids).toEqual(["a"]);
    expect(error).toBeInstanceOf(UnexpectedStatusError);
  });

  it("a signal ends it between two pages (CANCEL-2)", async () => {
    three();
    const stop = new AbortController();
    const list = things(offset).signal(stop.signal).items();
    await list.next();
    await list.next();
    stop.abort();
    await expect(list.next()).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(targets()).toHaveLength(1);
  });

  it("a key of the caller's own is for the first page only (RETRY-6)", async () => {
    three();
    const spec = { idempotencyKey: idempotencyKey("idempotency-key") };
    await idsOf(things(offset, {}, {}, spec).options({ idempotencyKey: "mine" }));
    const keys = server.requests.map((request) => headerValues(request, "idempotency-key")[0]);
    expect(keys[0]).toBe("mine");
    expect(new Set(keys).size).toBe(3);
  });

  it("gives the pages themselves, or with their responses", async () => {
    three();
    const plain: Page[] = [];
    for await (const each of things(offset).pages()) plain.push(each);
    expect(plain).toEqual([
      { data: items("a", "b"), more: true },
      { data: items("c", "d"), more: true },
      { data: items("e"), more: false },
    ]);
    server.replies = [jsonReply({ data: items("a"), more: false }, 206, { "x-request-id": "req_7" })];
    const call = things(offset).withResponse();
    for await (const each of call.pages()) expect(each).toMatchObject({ status: 206, requestId: "req_7", value: { data: items("a") } });
    expect(await idsOf(call)).toEqual(["a"]);
    expect(await call.send()).toMatchObject({ status: 206, value: { more: false } });
  });
});

describe("links", () => {
  const header = linkPage({ items: "data", next: { header: "Link" } });

  it.each([
    ["/v1/things?at=2&q=%C3%A9", "/v1/things?at=2&q=%C3%A9"],
    ["?at=2", "/v1/things?at=2"],
    ["others/2#top", "/v1/others/2"],
    ["{url}/other?at=2", "/other?at=2"],
  ])("%s is followed, with headers and credentials, without the query", async (next, target) => {
    server.replies = [jsonReply({ data: items("a"), next: next.replace("{url}", server.url) }), jsonReply({ data: items("b") })];
    expect(
      await idsOf(
        things(link, { limit: 1 })
          .header("x-a", "1")
          .options({ extraQuery: { new: 2 } }),
      ),
    ).toEqual(["a", "b"]);
    expect(targets()).toEqual(["/v1/things?limit=1&new=2", target]);
    expect(headerValues(server.requests[1], "x-a")).toEqual(["1"]);
    expect(headerValues(server.requests[1], "authorization")).toEqual(headerValues(server.requests[0], "authorization"));
  });

  it.each([
    ["https://elsewhere.example/things?key=1", "one to https://elsewhere.example"],
    ["//127.0.0.1:1/things", "one to http://127.0.0.1:1"],
    ["http://", "no URL"],
    ["ftp://127.0.0.1/x", "one to ftp://127.0.0.1"],
  ])("%s is not followed (PAGE-7)", async (next, got) => {
    server.replies = [jsonReply({ data: items("a"), next })];
    const { ids, error } = await untilError(things(link));
    expect(ids).toEqual(["a"]);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path: "$.next", expected: `a link within ${server.url}`, got });
    expect(String(error)).not.toContain("key=1");
    expect(targets()).toHaveLength(1);
  });

  it("an error names the header that led astray", async () => {
    server.replies = [jsonReply({ data: items("a") }, 200, { link: "<https://elsewhere.example>; rel=next" })];
    expect((await untilError(things(header))).error).toMatchObject({ path: "Link" });
  });

  it("works over a transport that does not tell where a response came from", async () => {
    const transport = jsonAnswer('{"data":[{"id":"a"}],"next":"?at=2"}');
    const operation = operationOf<Page>(
      { path: { user: segment(string) }, returns: { 200: json(page) }, page: link },
      "GET",
      "/users/{user}/things",
    );
    const call = new PageCall<Page, Item>(clientOf({ transport, baseUrl: "https://api.example/v1" }), operation, { path: { user: "a/b" } });
    const { ids } = await untilError(call);
    expect(ids).toEqual(["a", "a"]);
    expect(transport.requests.map(({ url }) => url)).toEqual([
      "https://api.example/v1/users/a%2Fb/things",
      "https://api.example/v1/users/a%2Fb/things?at=2",
    ]);
  });

  it.each([
    ['<?at=2>; rel="next"', "?at=2"],
    ["<?at=2>; rel=next", "?at=2"],
    ['<?at=1>; rel="prev", <?at=2>; rel="next"', "?at=2"],
    ['<?at=2>; title="a, \\"<b>; rel=next"; REL = "last NEXT"', "?at=2"],
    ["<?at=1,2>;rel=next", "?at=1,2"],
    ["<?at=2> ; crossorigin ; rel=next", "?at=2"],
    ["<?at=2>; rel=prev; rel=next", undefined],
    ["<?at=2>; rel=nextish", undefined],
    ['<?at=2>; rel="x-next"', undefined],
    ['<?at=2>; rel=next; anchor="#part"', undefined],
    ["?at=2; rel=next", undefined],
    ["<?at=2>", undefined],
    [undefined, undefined],
  ])("Link: %s (RFC 8288)", async (value, query) => {
    server.replies = [jsonReply({ data: items("a") }, 200, value === undefined ? {} : { link: value }), jsonReply({ data: [] })];
    await idsOf(things(header));
    expect(targets().slice(1)).toEqual(query === undefined ? [] : [`/v1/things${query}`]);
  });
});

describe("direct calls", () => {
  it("the first page is under way; the others come when they are asked for", async () => {
    server.replies = [jsonReply({ data: items("a"), more: true }), jsonReply({ data: items("b"), more: false })];
    const call = startPages(things(offset));
    expect(await call).toEqual({ data: items("a"), more: true });
    expect(await call.result()).toEqual({ ok: true, value: { data: items("a"), more: true } });
    expect(targets()).toHaveLength(1);
    expect(await idsOf(call)).toEqual(["a", "b"]);
    expect(targets()).toHaveLength(2);
  });

  it("gives pages, and no more items than its options say", async () => {
    server.replies = [jsonReply({ data: items("a"), more: true })];
    const call = startPages(things(offset).maxItems(1));
    const pages: Page[] = [];
    for await (const each of call.pages()) pages.push(each);
    expect(pages).toHaveLength(1);
    expect(targets()).toHaveLength(1);
  });

  it("an error is told once, where it is asked for", async () => {
    server.replies = [jsonReply({}, 409)];
    const { error } = await untilError(startPages(things(offset)));
    expect(error).toBeInstanceOf(UnexpectedStatusError);
    expect(await startPages(things(offset)).result()).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus" } });
    await expect(startPages(things(offset))).rejects.toBeInstanceOf(UnexpectedStatusError);
  });
});
