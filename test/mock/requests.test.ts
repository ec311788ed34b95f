import { describe, expect, it } from "vitest";
import { served } from "./served.js";

const schema = `
heddle: 1
api: requests
client: { base_url: "https://requests.example/api" }
errors:
  body: Problem
  message: [detail.text, text]
  code: [detail.code]
  status: { Invalid: 400, Unsupported: 415, NotFound: 404, Conflict: { status: 409, everywhere: false }, Broken: 5xx }
resources:
  all:
    search:
      http: GET /search/{kind}/files/{path}
      path: { kind: '"old" | "new"', path: { $type: string, $segments: true } }
      query:
        ids?: { $type: "int32[](..3)", $list: comma }
        words?: { $type: "string[]", $list: pipe }
        tags?: { $type: "string[]", $list: brackets }
        more?: { $type: "string[]", $list: indices }
        size?: { $type: Size, $object: deep }
        shape?: { $type: Size, $object: json }
        exact?: bool
        since?: datetime
        big?: int64
        colour?: Colour
        nothing?: { $type: string | null, $null: empty }
      headers: { X-Tags?: "string[]", X-Count: uint32 }
      cookies: { sid?: string(3..) }
      returns: 204
      errors: [Invalid, NotFound]
    many: { http: POST /many, body: { json: Order, form: Order, multipart: Order }, returns: Order, errors: [Invalid, Unsupported] }
    maybe: { http: POST /maybe, body?: Order, returns: 204, errors: [Invalid] }
    raw: { http: PUT /raw, body: { bytes: image/png }, returns: { bytes: application/pdf } }
    note: { http: PUT /note, body: { text: text/markdown }, returns: { text: text/plain } }
    look: { http: HEAD /look, returns: 204 }
    act:
      http: "POST /things/{id}:cancel"
      path: { id: string }
      returns: { 202: Order }
      errors:
        - Invalid
        - Late: { status: 409, when: detail.code = late, doc: Too late }
      examples:
        odd: { path: { id: a }, status: 409, response: { detail: { text: As the schema shows it, code: late } } }
        even: { path: { id: b }, status: 202, response: { name: as shown, at: "2026-01-01" } }
types:
  Colour: { $enum: [red, green] }
  Size: { width: float64(0..), height?: float64 }
  Order: { name: string(1..10), at?: date, size?: Size, tags?: "string[]", file?: bytes(..8), price?: decimal }
  Problem: { detail: Detail }
  Detail: { text: string, code?: '"late" | "early"', since?: datetime }
`;

const base = { "x-count": "1" };

describe("parameters", () => {
  it.each([
    ["every form of a list", "ids=1,2&words=a|b%7Cc&tags[]=x&tags[]=y&more[0]=m&more[1]=n"],
    ["objects, in brackets and as JSON", "size[width]=2.5&size%5Bheight%5D=1&shape=%7B%22width%22%3A1%7D"],
    ["scalars of each kind", "exact=true&since=2026-01-01T00:00:00Z&big=9223372036854775807&colour=red&nothing="],
  ])("admits %s", async (_, query) => {
    const { ask, requests } = await served(schema);
    const headers = { ...base, "x-tags": 'a, "b,c"', cookie: "sid=abc" };
    expect(await ask("GET", `/search/old/files/a/b%2Fc?${query}`, undefined, headers)).toMatchObject({ status: 204 });
    expect(requests[0]).toMatchObject({ operation: "all.search", problems: [], notes: [] });
  });

  it("names every one that does not fit", async () => {
    const { ask, requests } = await served(schema);
    const query = "ids=1,x,3,4&size[height]=1&exact=yes&since=today&big=9223372036854775808";
    const { status, text } = await ask("GET", `/search/older/files/a?${query}`, undefined, { cookie: "sid=ab" });
    expect(status).toBe(400);
    expect(requests[0]?.problems).toEqual([
      'path.kind is none of "old", "new"',
      "query.ids has more than 3 items",
      "query.ids[1] is not a number",
      "query.size lacks the required field `width`",
      "query.exact is not a bool",
      expect.stringMatching(/^query.since is not a date and time/),
      "query.big is outside int64",
      'header["X-Count"] is missing',
      "cookie.sid is below the least length 3",
    ]);
    expect(JSON.parse(text)).toEqual({ detail: { text: requests[0]?.problems.join("; ") } });
  });

  it("notes what the schema does not know, and refuses it only if it is strict", async () => {
    const { ask, requests } = await served(schema);
    expect(await ask("GET", "/search/old/files/a?colour=blue&page=2", undefined, base)).toMatchObject({ status: 204 });
    expect(requests[0]?.notes).toEqual(["query.colour is no value of `Colour`", "query.page is not declared"]);
    const strict = await served(schema, { strict: true });
    expect(await strict.ask("GET", "/search/old/files/a?page=2", undefined, base)).toMatchObject({ status: 400 });
  });
});

describe("bodies", () => {
  const order = { name: "x", at: "2026-01-02", size: { width: 1 }, tags: ["a", "b"], price: "1.50" };

  it("come as JSON, forms and parts, and are echoed", async () => {
    const { ask, url } = await served(schema);
    expect(JSON.parse((await ask("POST", "/many", order)).text)).toMatchObject(order);
    const form = "name=x&at=2026-01-02&size%5Bwidth%5D=1&tags%5B0%5D=a&tags%5B1%5D=b&price=1.50";
    const type = { "content-type": "application/x-www-form-urlencoded" };
    expect(JSON.parse((await ask("POST", "/many", form, type)).text)).toMatchObject(order);
    const parts = new FormData();
    for (const [name, value] of [
      ["name", "x"],
      ["at", "2026-01-02"],
      ["size", '{"width":1}'],
      ["tags", "a"],
      ["tags", "b"],
      ["price", "1.50"],
    ] as const)
      parts.append(name, value);
    parts.append("file", new Blob(["12345678"]), "a.txt");
    const response = await fetch(`${url}/many`, { method: "POST", body: parts });
    expect(await response.json()).toMatchObject({ ...order, file: btoa("12345678") });
  });

  it.each([
    ["of a media type that nobody takes", "hi", { "content-type": "text/plain" }, 415, "body is text/plain; application/json or "],
    ["that are no JSON", "{", {}, 400, "body is not JSON: "],
    ["that are missing", undefined, {}, 400, "body is missing"],
    [
      "with wrong fields",
      { name: "", size: { width: -1 }, tags: [1] },
      {},
      400,
      "body.size.width is below the least 0; body.tags[0] is not a string",
    ],
  ])("are refused %s", async (_, body, headers, status, text) => {
    const { ask } = await served(schema);
    expect(await ask("POST", "/many", body, headers)).toMatchObject({ status, text: expect.stringContaining(text) });
  });

  it("of parts keep the limits of files", async () => {
    const { url, requests } = await served(schema);
    const parts = new FormData();
    parts.append("name", "x");
    parts.append("file", new Blob(["123456789"]));
    expect((await fetch(`${url}/many`, { method: "POST", body: parts })).status).toBe(400);
    expect(requests[0]?.problems).toEqual(["body.file is above the greatest length 8"]);
  });

  it("may be absent where the schema says so", async () => {
    const { ask } = await served(schema);
    expect(await ask("POST", "/maybe")).toMatchObject({ status: 204 });
    expect(await ask("POST", "/maybe", {})).toMatchObject({ status: 400 });
  });

  it("of texts and bytes are taken as they are, and answered in their media type", async () => {
    const { ask } = await served(schema);
    const pdf = await ask("PUT", "/raw", "...", { "content-type": "image/webp" });
    expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const text = await ask("PUT", "/note", "# Hi", { "content-type": "text/markdown; charset=utf-8" });
    expect([text.status, text.headers.get("content-type")]).toEqual([200, "text/plain"]);
    expect(text.text.length).toBeGreaterThan(0);
  });
});

describe("paths", () => {
  it("lead to an operation, at the root and under the server's own path", async () => {
    const { ask } = await served(schema);
    for (const target of ["/things/a%20b:cancel", "/api/things/a:cancel"]) expect(await ask("POST", target)).toMatchObject({ status: 202 });
    expect(await ask("HEAD", "/look")).toMatchObject({ status: 204 });
  });

  it("lead nowhere, or take another method", async () => {
    const { ask, requests } = await served(schema);
    const nowhere = await ask("GET", "/nowhere?api_key=hush");
    expect(nowhere).toMatchObject({ status: 404, text: expect.stringContaining("no operation has the path /nowhere") });
    const wrong = await ask("GET", "/many");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
    expect(requests.map(({ target, status }) => [target, status])).toEqual([
      ["/nowhere?api_key=***", 404],
      ["/many", 405],
    ]);
  });
});

describe("Prefer", () => {
  it.each([
    ["code=202", 202],
    ["code=409", 409],
    ["code=503, foo", 503],
    ['Code="404"; x=y', 404],
    ["code=204", 400],
    ["code=x", 400],
    ["example=even", 202],
    ["example=neither", 400],
    ["respond-async, wait=10", 202],
  ])("%s gives %i", async (prefer, status) => {
    const { ask } = await served(schema);
    expect(await ask("POST", "/things/x:cancel", undefined, { prefer })).toMatchObject({ status });
  });

  it("shows the schema's own examples, of failures too, and says what it did", async () => {
    const { ask } = await served(schema);
    const late = await ask("POST", "/things/x:cancel", undefined, { prefer: "code=409" });
    expect(JSON.parse(late.text)).toEqual({ detail: { text: "As the schema shows it", code: "late" } });
    expect(late.headers.get("preference-applied")).toBe("code=409");
    const even = await ask("POST", "/things/x:cancel", undefined, { prefer: "example=even" });
    expect(JSON.parse(even.text)).toEqual({ name: "as shown", at: "2026-01-01" });
  });
});
