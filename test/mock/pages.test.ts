import { describe, expect, it } from "vitest";
import { served, type Served } from "./served.js";

const schema = `
heddle: 1
api: lists
client: { base_url: "https://lists.example" }
errors: { status: { Invalid: 400 } }
resources:
  items:
    at: /items
    add: { http: POST, body: NewItem, returns: Item }
    by_offset: { http: GET, query: { limit?: int32(1..5) = 2, offset?: int32(0..) }, returns: OffsetPage }
    get: { http: "GET /{id}", path: { id: int32 }, returns: Item }
  numbers: { by_number: { http: GET /numbers, query: { page?: int32(1..), size?: int32 }, returns: NumberPage } }
  zeroes: { by_zero: { http: GET /zeroes, query: { page?: int32(0..), size?: int32 }, returns: NumberPage } }
  cursors: { by_cursor: { http: GET /cursors, query: { after?: string, limit?: int32 = 2 }, returns: CursorPage } }
  positions: { by_position: { http: GET /positions, query: { after?: int32, limit?: int32 = 2 }, returns: PositionPage } }
  headers: { by_header: { http: GET /headers, query: { after?: string, limit?: int32 = 2 }, returns: HeaderPage } }
  links: { by_link: { http: GET /links, query: { limit?: int32 = 2 }, returns: LinkPage } }
  bodies: { by_url: { http: GET /bodies, query: { limit?: int32 = 2 }, returns: UrlPage } }
  ids: { by_id: { http: GET /ids, query: { after?: int32, limit?: int32 = 2 }, returns: IdPage } }
types:
  NewItem: { name: string }
  Item: { id: int32, $include: NewItem }
  OffsetPage: { $page: { items: data, more: more, limit: limit, offset: offset }, data: "Item[]", more: bool, offset?: int32, total: int32 }
  NumberPage: { $page: { items: list.data, page: page, size: size }, list: Inner, page: int32 }
  Inner: { data: "Item[]" }
  CursorPage: { $page: { items: data, cursor: after, next: next, limit: limit }, data: "Item[]", next: string | null }
  PositionPage: { $page: { items: data, cursor: after, next: next, limit: limit }, data: "Item[]", next?: int32 }
  HeaderPage: { $page: { items: data, cursor: after, next: header X-Next, limit: limit }, data: "Item[]" }
  LinkPage: { $page: { items: data, next: header Link }, data: "Item[]" }
  UrlPage: { $page: { items: data, next: links.next }, data: "Item[]", links: Links }
  Links: { next?: url }
  IdPage: { $page: { items: data, cursor: after, id: id, limit: limit, more: more }, data: "Item[]", more: bool }
`;

type Body = { readonly data: readonly { readonly id: number }[] } & Record<string, unknown>;

/** Follows a list to its end, as a client of its style does. */
async function follow(
  server: Served,
  first: string,
  next: (body: Body, headers: Headers) => string | undefined,
): Promise<readonly (readonly number[])[]> {
  const pages: (readonly number[])[] = [];
  for (let target: string | undefined = first; target !== undefined && pages.length < 10;) {
    const { text, headers } = await server.ask("GET", target);
    const body = JSON.parse(text) as Body;
    pages.push(body.data.map(({ id }) => id));
    target = next(body, headers);
  }
  return pages;
}

const sizes = (pages: readonly (readonly number[])[]): readonly number[] => pages.map(({ length }) => length);
const distinct = (pages: readonly (readonly number[])[]): number => new Set(pages.flat()).size;

describe("pages", () => {
  it("by offset, of what was created", async () => {
    const server = await served(schema);
    for (const name of ["a", "b", "c", "d", "e"]) await server.ask("POST", "/items", { name });
    expect(await server.get("/items")).toMatchObject({ data: [{ name: "a" }, { name: "b" }], more: true, offset: 0, total: 5 });
    expect(await server.get("/items?limit=5&offset=3")).toMatchObject({ data: [{ name: "d" }, { name: "e" }], more: false, offset: 3 });
    expect(await server.get("/items?offset=9")).toMatchObject({ data: [], more: false });
    expect(await server.ask("GET", "/items?limit=6")).toMatchObject({ status: 400 });
  });

  it("by number, which counts from 1 unless the schema says 0", async () => {
    const server = await served(schema, { items: 5 });
    const ids = async (target: string) => ((await server.get(target)) as { list: Body }).list.data.map(({ id }) => id);
    const [first, second, third] = [await ids("/numbers?size=2"), await ids("/numbers?size=2&page=2"), await ids("/numbers?size=2&page=3")];
    expect([first.length, second.length, third.length]).toEqual([2, 2, 1]);
    expect(await ids("/numbers?size=2&page=1")).toEqual(first);
    expect(await ids("/zeroes?size=2&page=1")).not.toEqual(await ids("/zeroes?size=2&page=0"));
    expect(await server.get("/numbers?page=3&size=2")).toMatchObject({ page: 3 });
  });

  it("by cursor in the body, which is null at the end", async () => {
    const server = await served(schema, { items: 5 });
    const pages = await follow(server, "/cursors", ({ next }) => (next === null ? undefined : `/cursors?after=${String(next)}`));
    expect([sizes(pages), distinct(pages)]).toEqual([[2, 2, 1], 5]);
    const wrong = await server.ask("GET", "/cursors?after=nonsense");
    expect(wrong).toMatchObject({ status: 400, text: expect.stringContaining("query.after is no cursor that was given out") });
  });

  it("by a cursor that is a number, and is absent at the end", async () => {
    const server = await served(schema, { items: 4 });
    const pages = await follow(server, "/positions", ({ next }) => (next === undefined ? undefined : `/positions?after=${String(next)}`));
    expect(sizes(pages)).toEqual([2, 2]);
  });

  it("by cursor in a header", async () => {
    const server = await served(schema, { items: 3 });
    const pages = await follow(server, "/headers", (_, headers) => {
      const next = headers.get("x-next");
      return next === null ? undefined : `/headers?after=${next}`;
    });
    expect(sizes(pages)).toEqual([2, 1]);
  });

  it("by a Link header, and by a link in the body; a strict mock knows its own links", async () => {
    const server = await served(schema, { items: 5, strict: true });
    const byLink = await follow(server, "/links", (_, headers) =>
      /<([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1]?.slice(server.url.length),
    );
    expect([sizes(byLink), distinct(byLink)]).toEqual([[2, 2, 1], 5]);
    const byUrl = await follow(server, "/bodies", ({ links }) => (links as { next?: string }).next?.slice(server.url.length));
    expect([sizes(byUrl), distinct(byUrl)]).toEqual([[2, 2, 1], 5]);
  });

  it("by the id of the last item", async () => {
    const server = await served(schema, { items: 5 });
    const pages = await follow(server, "/ids", ({ data, more }) => (more === true ? `/ids?after=${data.at(-1)?.id}` : undefined));
    expect([sizes(pages), distinct(pages)]).toEqual([[2, 2, 1], 5]);
    expect(await server.ask("GET", "/ids?after=987654")).toMatchObject({ status: 400 });
  });
});
