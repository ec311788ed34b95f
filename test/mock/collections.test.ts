import { describe, expect, it } from "vitest";
import { served } from "./served.js";

const schema = `
heddle: 1
api: shelves
client: { base_url: "https://shelves.example/v2" }
errors:
  status: { Invalid: 422, NotFound: 404, Conflict: 409, Broken: 5xx }
resources:
  shelves:
    at: /shelves
    add_shelf: { http: POST, body: Shelf, returns: { 201: Shelf } }
    list_shelves: { http: GET, query: { colour?: "Colour[]", rooms?: string }, returns: "Shelf[]" }
    get_shelf: { http: "GET /{shelf_id}", path: { shelf_id: uuid }, returns: Envelope<Shelf> }
    put_shelf: { http: "PUT /{shelf_id}", path: { shelf_id: uuid }, body: Shelf, returns: Shelf }
    change_shelf: { http: "PATCH /{shelf_id}", path: { shelf_id: uuid }, body: ShelfPatch, returns: Shelf }
    drop_shelf: { http: "DELETE /{shelf_id}", path: { shelf_id: uuid }, returns: 204 }
    dust_shelf: { http: "POST /{shelf_id}/dust", path: { shelf_id: uuid }, returns: 204 }
    books:
      at: /{shelf_id}/books
      add_book: { http: POST, path: { shelf_id: uuid }, body: NewBook, returns: Book }
      list_books: { http: GET, path: { shelf_id: uuid }, returns: BookList }
      get_book: { http: "GET /{number}", path: { shelf_id: uuid, number: int32 }, returns: Book }
  rooms:
    at: /rooms
    list_rooms: { http: GET, returns: "Room[]" }
    get_room: { http: "GET /{name}", path: { name: string }, returns: Room }
  tags:
    at: /tags
    put_tag: { http: "PUT /{tag}", path: { tag: string }, body: Tag, returns: Tag }
    get_tag: { http: "GET /{tag}", path: { tag: string }, returns: Tag }
  boxes:
    at: /boxes
    add_box: { http: POST, body: Box, returns: 201 }
    get_box: { http: "GET /{id}", path: { id: string }, returns: Box }
    change_box: { http: "PATCH /{id}", path: { id: string }, body: BoxPatch, returns: 204 }
    drop_box: { http: "DELETE /{id}", path: { id: string }, returns: Dropped }
types:
  Box: { id?: string, label: string }
  BoxPatch: Partial<Box>
  Dropped: { count: int32, id: string }
  Colour: { $enum: [red, blue] }
  Shelf:
    id: uuid readonly
    name: string(1..20)
    colour?: Colour = red
    rooms?: string[]
    note?: string | null
    width?: int64
    owner?: string
    created_at?: datetime readonly
    updated_at?: datetime as unix readonly
  ShelfPatch: Partial<Shelf>
  Envelope<T>: { shelf: T }
  NewBook: { title: string }
  Book: { number: int32, $include: NewBook, state: '"new" | "old"' }
  BookList: { books: "Book[]", total: int32 }
  Room: { name: string, floor: int32(0..9) }
  Tag: { tag: string, doc?: string }
`;

const id = (text: string): string => String((JSON.parse(text) as { id: unknown }).id);

describe("a collection", () => {
  it("creates, and says where", async () => {
    const { ask, get, url } = await served(schema, { clock: { now: () => 1_000_500, sleep: () => Promise.resolve() } });
    const created = await ask("POST", "/shelves", { name: "Low", rooms: ["hall"], size: 3 });
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`${url}/shelves/${id(created.text)}`);
    expect(JSON.parse(created.text)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "Low",
      rooms: ["hall"],
      colour: "red",
      created_at: "1970-01-01T00:16:40Z",
      updated_at: 1000,
    });
    expect(await get("/shelves")).toEqual([JSON.parse(created.text)]);
    expect(await get(`/shelves/${id(created.text)}`)).toEqual({ shelf: JSON.parse(created.text) });
    expect(await get(`/v2/shelves/${id(created.text)}`)).toEqual({ shelf: JSON.parse(created.text) });
  });

  it("merges what a PATCH gives, and clears what is null", async () => {
    const { ask } = await served(schema);
    const { text } = await ask("POST", "/shelves", { name: "Low", note: "a", owner: "Ada", width: 5 });
    const changed = await ask("PATCH", `/shelves/${id(text)}`, '{"note":null,"owner":"Eve","width":9007199254740993}');
    expect(changed.text).toContain('"width":9007199254740993');
    expect(JSON.parse(changed.text)).toMatchObject({ name: "Low", note: null, owner: "Eve", created_at: expect.any(String) });
  });

  it("keeps of a PUT nothing but its id and when it was created", async () => {
    const { ask } = await served(schema);
    const { text } = await ask("POST", "/shelves", { name: "Low", owner: "Ada" });
    const replaced = await ask("PUT", `/shelves/${id(text)}`, { name: "High" });
    const { created_at } = JSON.parse(text) as { created_at: string };
    expect(JSON.parse(replaced.text)).toEqual({ id: id(text), name: "High", colour: "red", created_at, updated_at: expect.any(Number) });
  });

  it("knows what was removed, and what never was", async () => {
    const { ask } = await served(schema);
    const { text } = await ask("POST", "/shelves", { name: "Low" });
    const path = `/shelves/${id(text)}`;
    expect((await ask("POST", `${path}/dust`)).status).toBe(204);
    expect(await ask("DELETE", path)).toMatchObject({ status: 204, text: "" });
    for (const [method, target, body] of [
      ["GET", path],
      ["PATCH", path, {}],
      ["PUT", path, { name: "x" }],
      ["DELETE", path],
      ["POST", `${path}/dust`],
      ["GET", `${path}/books`],
      ["POST", `${path}/books`, { title: "x" }],
    ] as const)
      expect(await ask(method, target, body), `${method} ${target}`).toMatchObject({ status: 404 });
  });

  it("filters by the fields that parameters name", async () => {
    const { ask, get } = await served(schema);
    for (const [name, colour, rooms] of [
      ["a", "red", ["hall"]],
      ["b", "blue", ["hall", "attic"]],
      ["c", "blue", []],
    ] as const)
      await ask("POST", "/shelves", { name, colour, rooms });
    const names = async (query: string) => ((await get(`/shelves?${query}`)) as { name: string }[]).map(({ name }) => name).join("");
    expect(await names("colour=blue")).toBe("bc");
    expect(await names("colour=blue&colour=red")).toBe("abc");
    expect(await names("rooms=hall")).toBe("ab");
    expect(await names("rooms=hall&colour=red")).toBe("a");
  });

  it("lies within an item of another one", async () => {
    const { ask, get } = await served(schema);
    const [one, two] = [id((await ask("POST", "/shelves", { name: "1" })).text), id((await ask("POST", "/shelves", { name: "2" })).text)];
    const book = await ask("POST", `/shelves/${one}/books`, { title: "Emma" });
    const { number } = JSON.parse(book.text) as { number: number };
    expect(await get(`/shelves/${one}/books`)).toEqual({ books: [{ number, title: "Emma", state: "new" }], total: 1 });
    expect(await get(`/shelves/${two}/books`)).toEqual({ books: [], total: 0 });
    expect(await ask("GET", `/shelves/${two}/books/${number}`)).toMatchObject({ status: 404 });
  });

  it("that nothing adds to begins with some items", async () => {
    const { ask, get } = await served(schema, { items: 3 });
    const rooms = (await get("/rooms")) as { name: string; floor: number }[];
    expect(rooms).toHaveLength(3);
    expect(await get(`/rooms/${encodeURIComponent(rooms[1]?.name ?? "")}`)).toEqual(rooms[1]);
    expect(await ask("GET", "/rooms/cellar")).toMatchObject({ status: 404 });
  });

  it("grows by PUT where nothing is posted", async () => {
    const { ask, get } = await served(schema);
    expect(await ask("GET", "/tags/new")).toMatchObject({ status: 404 });
    expect(await ask("PUT", "/tags/new", { tag: "new", doc: "x" })).toMatchObject({ status: 200 });
    expect(await get("/tags/new")).toEqual({ tag: "new", doc: "x" });
  });

  it("makes up what has any id, if it is told to", async () => {
    const { ask, get } = await served(schema, { anyId: true });
    const made = (await get("/rooms/cellar")) as { name: string };
    expect(made.name).toBe("cellar");
    const shelf = "123e4567-e89b-12d3-a456-426614174000";
    expect(JSON.parse((await ask("PATCH", `/shelves/${shelf}`, { name: "Made" })).text)).toMatchObject({ id: shelf, name: "Made" });
    expect(await get(`/shelves/${shelf}`)).toMatchObject({ shelf: { name: "Made" } });
  });

  it("changes where the answer shows nothing of it", async () => {
    const { ask, get, url } = await served(schema);
    const created = await ask("POST", "/boxes", { label: "a" });
    const path = created.headers.get("location")?.slice(url.length) ?? "";
    expect([created.status, created.text, await get(path)]).toEqual([201, "", { id: path.split("/").at(-1), label: "a" }]);
    expect(await ask("PATCH", path, { label: "b" })).toMatchObject({ status: 204, text: "" });
    expect(await get(path)).toMatchObject({ label: "b" });
    const dropped = await ask("DELETE", path);
    expect(JSON.parse(dropped.text)).toEqual({ count: expect.any(Number), id: path.split("/").at(-1) });
    expect(await ask("GET", path)).toMatchObject({ status: 404 });
    expect(await ask("POST", "/boxes", { id: "mine", label: "c" })).toMatchObject({ status: 201 });
    expect(await ask("POST", "/boxes", { id: "mine", label: "d" })).toMatchObject({ status: 409 });
  });

  it("refuses in the status that is declared", async () => {
    const { ask, requests } = await served(schema);
    const { status, text } = await ask("POST", "/shelves", { name: "", width: 1.5 });
    expect(status).toBe(422);
    expect(JSON.parse(text)).toEqual({ message: "body.name is below the least length 1; body.width is not an integer" });
    expect(requests[0]?.problems).toHaveLength(2);
  });
});
