import { describe, expect, test } from "vitest";
import type { Operation } from "../../../generator/model/index.js";
import { allOperations } from "../../../generator/model/walk.js";
import { findings, modelOf } from "../../support/schema.js";

const types = `types:
  User: {id: string, name?: string}
  Ask: {text: string, ...kind: Kind, loud?: bool}
  Kind: {$tag: type, $union: {stream: , plain: {size: int32}}}
  Event: {$tag: event, $union: {done: }}
  Color: {$enum: [red]}
  Id: {$alias: string}
`;

function operation(body: string, more = ""): Operation {
  const [found] = allOperations(modelOf(schema(body, more)).resources);
  if (!found) throw new Error("there is no operation");
  return found;
}

function schema(body: string, more = ""): string {
  const lines = body.split("\n").map((line) => `      ${line}`);
  return `heddle: 1\napi: shop\n${more}${types}resources:\n  users:\n    at: /users\n    get:\n${lines.join("\n")}\n`;
}

/** The codes that a piece of an operation gives. */
function codes(body: string, more = ""): readonly string[] {
  return findings(schema(body, more)).map((finding) => finding.slice(0, 5));
}

test("lies in its resources, with their paths", () => {
  const model = modelOf(`heddle: 1
api: shop
resources:
  teams:
    at: /teams/{team-id}
    users:
      at: /users
      get: {http: "get /{id}.json", path: {id: string, team-id: int32}}
    list: {http: GET, path: {team-id: int32}}
`);
  const [teams] = model.resources;
  expect(teams).toMatchObject({ name: "teams", parents: [], module: "api", resources: [{ name: "users", parents: ["teams"] }] });
  expect(allOperations(model.resources)).toMatchObject([
    {
      id: "teams.list",
      path: [
        { kind: "text", text: "/teams/" },
        { kind: "param", name: "team-id" },
      ],
    },
    {
      id: "teams.users.get",
      method: "GET",
      path: [
        { kind: "text", text: "/teams/" },
        { kind: "param", name: "team-id" },
        { kind: "text", text: "/users/" },
        { kind: "param", name: "id" },
        { kind: "text", text: ".json" },
      ],
    },
  ]);
});

test("that says little has everything else by default", () => {
  expect(operation("http: GET")).toMatchObject({
    path: [{ kind: "text", text: "/users" }],
    params: [],
    success: [{ status: 200, headers: [] }],
    errors: { closed: false, cases: [] },
    auth: { anyOf: [] },
    limits: {},
    timeout: {},
    retry: {},
    idempotent: false,
    paged: false,
    calls: [{ style: "request", name: "get", prefix: "", setters: "query" }],
    examples: [],
  });
  for (const key of ["body", "stream", "rateLimit", "template"]) expect(operation("http: GET")).not.toHaveProperty(key);
});

test("carries what is written", () => {
  const found = operation(
    `http: POST /{id}
doc: Makes one.
deprecated: {use: users.get}
path: {id: {$type: string, $segments: true}}
query: {tags?: {$type: "string[]", $list: comma, $null: empty}, filter?: {$type: User, $object: json}}
headers: {X-Team: int32 = 5 secret}
cookies: {session?: Id}
body?: {json: User, multipart: {type: User, media: multipart/related}}
returns: {201: User, 202: {doc: Later, headers: {Location: url}}}
rate_limit: create
limits: {response: 10MB}
timeout: {total: 10s}
retry: {attempts: 2}
idempotent: true
template: presigned`,
    "rate_limits: {create: {key: credential, allow: [10/1s, 100/1m]}}\n",
  );
  expect(found).toMatchObject({
    doc: "Makes one.",
    deprecated: { use: "users.get" },
    params: [
      { name: "id", in: "path", segments: true, required: true, list: "repeat", object: "deep", null: "omit" },
      { name: "tags", in: "query", list: "comma", null: "empty", required: false, segments: false },
      { name: "filter", in: "query", object: "json" },
      { name: "X-Team", wire: "X-Team", in: "header", default: 5, secret: true, required: true },
      { name: "session", in: "cookie" },
    ],
    body: {
      required: false,
      contents: [
        { kind: "json", media: "application/json" },
        { kind: "multipart", media: "multipart/related" },
      ],
    },
    success: [
      { status: 201, content: { kind: "json", type: { name: "User" } } },
      { status: 202, doc: "Later", headers: [{ name: "Location", wire: "Location", required: true, type: { scalar: "url" } }] },
    ],
    rateLimit: "create",
    limits: { response: 10_000_000 },
    timeout: { total: 10_000 },
    retry: { attempts: 2 },
    idempotent: true,
    template: { name: "presigned" },
  });
  expect(found.success[1]?.headers[0]).not.toHaveProperty("secret");
});

test.each([
  ["body: User", { kind: "json", media: "application/json" }],
  ["body: {form: User}", { kind: "form", media: "application/x-www-form-urlencoded" }],
  ["body: {form: Kind}", { kind: "form" }],
  ["body: {multipart: User}", { kind: "multipart", media: "multipart/form-data" }],
  ["body: {text: }", { kind: "text", media: "text/plain", type: { kind: "scalar", scalar: "string" } }],
  ["body: bytes", { kind: "bytes", media: "application/octet-stream", type: { kind: "scalar", scalar: "bytes" } }],
  ["body: {bytes: application/pdf}", { kind: "bytes", media: "application/pdf" }],
  ['body: {text: text/csv; charset="utf-8"; header=present}', { kind: "text", media: 'text/csv; charset="utf-8"; header=present' }],
])("%s", (body, content) => {
  expect(operation(`http: POST\n${body}`).body).toMatchObject({ required: true, contents: [content] });
});

describe("a call", () => {
  test.each([
    ["", "", [{ style: "request", name: "get", prefix: "", setters: "query" }]],
    ["query: {q?: string}", "", [{ style: "builder", name: "get", prefix: "", setters: "query" }]],
    ["headers: {q?: string}", "", [{ style: "request" }]],
    ["query: {q?: string}", "call: direct", [{ style: "direct", name: "get" }]],
    ["body: User", "call: builder(with_)", [{ style: "builder", prefix: "with_", setters: "body" }]],
    ["body: User", "call: builder", [{ style: "builder", prefix: "", setters: "query" }]],
    [
      "body: User",
      "call: [request, make(builder set_)]",
      [{ style: "request" }, { style: "builder", name: "make", prefix: "set_", setters: "body" }],
    ],
    ["query: {q?: string}", "call: [builder, fetch(options)]", [{ name: "get" }, { style: "options", name: "fetch", setters: "query" }]],
  ])("%s %s", (part, call, expected) => {
    expect(operation(["http: POST", part, call].filter(Boolean).join("\n")).calls).toMatchObject(expected);
  });

  test.each([
    ["http: POST\nbody: Kind\ncall: builder(with_)", ["HD464"]],
    ["http: POST\nbody: Usr\ncall: builder(with_)", ["HD301"]],
    ["http: POST\nbody: User\ncall: builder(_with)", ["HD302"]],
    ["http: POST\nquery: {q: string}\ncall: _x(options)", ["HD302"]],
  ])("%s: %s", (body, expected) => {
    expect(codes(body)).toEqual(expected);
  });
});

describe("a parameter", () => {
  test.each([
    ["path", "int32", []],
    ["path", "Color", []],
    ["path", "Id", []],
    ["path", "string | int32", []],
    ["path", '"a"', []],
    ["path", "string[]", ["HD450"]],
    ["path", "string | null", ["HD450"]],
    ["path", "User", ["HD450"]],
    ["path", "json", ["HD450"]],
    ["path", "map<string>", ["HD450"]],
    ["path", "Nothing", ["HD301"]],
    ["query", "map<User[]>", []],
    ["query", "json", []],
    ["headers", "string[]", []],
    ["headers", "Id[] | null", []],
    ["headers", "string[][]", ["HD450"]],
    ["headers", "User", ["HD450"]],
    ["cookies", "Kind", ["HD450"]],
    ["cookies", "json", ["HD450"]],
  ])("in %s may be %s: %s", (place, type, expected) => {
    const http = place === "path" ? "http: GET /{x}" : "http: GET";
    expect(codes(`${http}\n${place}: {x: ${JSON.stringify(type)}}`)).toEqual(expected);
  });

  test("is found in the path by its name on the wire, too", () => {
    const found = operation("http: GET /{user-id}\npath: {id: {$type: string, $wire: user-id}}");
    expect(found.path).toEqual([
      { kind: "text", text: "/users/" },
      { kind: "param", name: "id" },
    ]);
  });
});

test.each([
  ["http: GET /a%2Fb/~x;v=1,2:@!$&'()*+", []],
  ["http: GET /a%2", ["HD443"]],
  ["http: GET /a%zz", ["HD443"]],
  ["http: GET /.", ["HD443"]],
  ["http: GET /a/../b", ["HD443"]],
  ["http: GET /a/.../b", []],
  ["http: GET /.well-known/x", []],
  ["http: GET /a/", []],
  ["http: GET /a\\b", ["HD443"]],
  ["http: GET /{id}..\npath: {id: string}", []],
  ["http: GET /{id}//x\npath: {id: string}", ["HD443"]],
])("%s: %s", (body, expected) => {
  expect(codes(body)).toEqual(expected);
});

describe("a stream", () => {
  test.each<[string, object]>([
    [
      "body: Ask\nstream: {when: type = stream, sse: Event, end: '[DONE]', error: failed}",
      { kind: "sse", when: { field: "type", equals: "stream" }, end: "[DONE]", error: "failed", tag: "event", resume: false },
    ],
    ["body: Ask\nstream: {when: loud = true, sse: Event}", { when: { field: "loud", equals: true } }],
    ["query: {live: bool}\nstream: {when: live = true, sse: User, tag: data}", { tag: "data", when: { field: "live", equals: true } }],
    ["stream: {jsonl: User, end: x}", { kind: "jsonl", type: { name: "User" }, end: "x" }],
    ["stream: bytes", { kind: "bytes" }],
  ])("%s", (part, expected) => {
    expect(operation(`http: POST\n${part}`).stream).toMatchObject(expected);
  });

  test("may be resumed over GET", () => {
    expect(operation("http: GET\nstream: {sse: Event, resume: true}").stream).toMatchObject({ resume: true });
  });

  test.each([
    ["body: Ask\nstream: {when: size = 5, jsonl: User}", []],
    ["body: Ask\nstream: {when: type = strem, jsonl: User}", ["HD487"]],
    ["body: json\nstream: {when: any = x, jsonl: User}", []],
    ["body: Aks\nstream: {when: any = x, jsonl: User}", ["HD301"]],
    ["stream: {when: any = x, jsonl: User}", ["HD312"]],
    ["headers: {any: string}\nstream: {when: any = x, jsonl: User}", ["HD312"]],
    ["stream: {sse: Evnt}", ["HD301"]],
    ["stream: {sse: Either}", ["HD301"]],
    ["stream: {bytes: , error: x}", ["HD468"]],
  ])("%s: %s", (part, expected) => {
    expect(codes(`http: POST\n${part}`)).toEqual(expected);
  });

  test("of a union without a tag needs another way to choose", () => {
    const more = "include: [more.yaml]\n";
    const files = {
      "api.yaml": schema("http: POST\nstream: {sse: Either}", more),
      "more.yaml": "types: {Either: {$placement: untagged, $union: {a: int32, b: string}}}\n",
    };
    expect(findings(files).map((text) => text.slice(0, 5))).toEqual(["HD467"]);
  });
});

describe("an example", () => {
  test("is a call in wire form", () => {
    const found = operation(`http: POST /{id}
path: {id: string}
query: {limit?: int32}
headers: {X-A: string}
body: User
returns: {201: User}
examples:
  one: {doc: The first, path: {id: a}, query: {limit: 5}, headers: {X-A: b}, body: {id: c}, response: {id: d}}`);
    expect(found.examples).toMatchObject([
      {
        name: "one",
        doc: "The first",
        path: { id: "a" },
        query: { limit: 5 },
        headers: { "X-A": "b" },
        body: { id: "c" },
        status: 201,
        response: { id: "d" },
      },
    ]);
  });

  test.each([
    ["body?: User\nexamples: {one: {}}", []],
    ["body: User\nexamples: {one: {}}", ["HD496"]],
    ["query: {a?: string}\nexamples: {one: {}}", []],
    ["headers: {a: string}\nexamples: {one: {}}", ["HD496"]],
    ["examples: {one: {status: 410}}", []],
    ["examples: {one: {status: 503, response: {id: x}}}", []],
    ["examples: {one: {status: 503, response: {idd: x}}}", ["HD417", "HD417"]],
    ["examples: {one: {status: 410, response: 5}}", []],
    ["examples: {one: {status: 411, response: 'five'}}", ["HD417"]],
    ["examples: {one: {status: 404}}", ["HD499"]],
    ["examples: {one: {response: x}}", ["HD497"]],
    ["stream: {sse: Event}\nexamples: {one: {response: x}}", []],
    ["returns: {200: string, 202: int32}\nexamples: {one: {status: 202, response: x}}", ["HD417"]],
    ["cookies: {c: string}\nexamples: {one: {}}", []],
  ])("%s: %s", (part, expected) => {
    const errors = "errors: {body: User, status: {Gone: {status: 410, body: json}, Sized: {status: 411, body: int32}, Down: 5xx}}\n";
    expect(codes(`http: POST\n${part}`, errors)).toEqual(expected);
  });
});
