import { describe, expect, it } from "vitest";
import { documentOf, plain } from "../reading.js";

interface Resource {
  name: string;
  at?: string;
  operations: Record<string, unknown>[];
  resources: Resource[];
}

const resourcesOf = (yaml: string) => plain(documentOf(`resources:\n${yaml.replace(/^/gm, "  ")}`).resources) as Resource[];

/** The operation with these lines under `http`. */
function operationOf(yaml: string, http = "POST") {
  const [resource] = resourcesOf(`r:\n  op:\n    http: ${http}\n${yaml.replace(/^/gm, "    ")}`);
  return resource?.operations[0];
}

const named = (name: string) => ({ kind: "name", name, args: [] });

describe("resources", () => {
  it("hold operations and each other, told apart by what only operations have", () => {
    const [ai] = resourcesOf(`
ai:
  at: /ai
  doc: All of it
  list: {http: GET}
  contexts:
    at: /contexts
    get: {http: 'GET /{id}', path: {id: string}}
    deeper: {}`);
    expect(ai).toMatchObject({
      name: "ai",
      at: "/ai",
      description: { doc: "All of it" },
      operations: [{ name: "list" }],
      resources: [{ name: "contexts", at: "/contexts", operations: [{ name: "get" }], resources: [{ name: "deeper" }] }],
    });
  });

  it("may be called like the keys of operations, and hold operations that are", () => {
    const [r] = resourcesOf("r:\n  call:\n    query: {http: GET}\n    http: {http: GET}\n  body:\n    at: /bodies\n    stream: {}\n");
    expect(r).toMatchObject({
      operations: [],
      resources: [
        { name: "call", operations: [{ name: "query" }, { name: "http" }] },
        { name: "body", resources: [{ name: "stream" }] },
      ],
    });
  });

  it("may have members with the names of their own keys", () => {
    const [r] = resourcesOf("r:\n  operations: {at: {http: GET}, doc: {http: GET}}\n  resources: {operations: {}}");
    expect(r).toMatchObject({ operations: [{ name: "at" }, { name: "doc" }], resources: [{ name: "operations" }] });
  });
});

describe("an operation", () => {
  it("has a method and a path with parameters", () => {
    expect(operationOf("", "get /a/{b}:sub/{c}")).toMatchObject({
      http: {
        method: "GET",
        path: [{ text: "/a/" }, { kind: "param", name: "b" }, { text: ":sub/" }, { kind: "param", name: "c" }],
      },
      params: [],
      success: [],
      calls: [],
      idempotent: false,
    });
  });

  it("has parameters in four places, in the author's order", () => {
    const operation = operationOf(`
query:
  tags?: {$type: "string[]", $list: comma, $null: empty}
  page?: int32(1..) = 1 -- Which one
headers: {X-Trace?: string}
cookies: {session: string secret}
path: {key: {$type: string, $segments: true, $object: deep}}`);
    expect(operation).toMatchObject({
      params: [
        { in: "query", name: "tags", optional: true, list: "comma", null: "empty", segments: false },
        { in: "query", name: "page", default: 1, description: { doc: "Which one" } },
        { in: "header", name: "X-Trace", optional: true },
        { in: "cookie", name: "session", optional: false, secret: true },
        { in: "path", name: "key", segments: true, object: "deep" },
      ],
    });
  });

  it.each([
    ["body: User", false, [{ kind: "json", type: named("User") }]],
    ["body?: User[]", true, [{ kind: "json", type: { kind: "list", of: named("User") } }]],
    ["body: bytes", false, [{ kind: "bytes" }]],
    ["body: bytes as hex", false, [{ kind: "json", type: { ...named("bytes"), encoding: "hex" } }]],
    [
      "body: {json: A, form: B}",
      false,
      [
        { kind: "json", type: named("A") },
        { kind: "form", type: named("B") },
      ],
    ],
    [
      "body: {multipart: {type: Upload, media: multipart/mixed}}",
      false,
      [{ kind: "multipart", type: named("Upload"), media: "multipart/mixed" }],
    ],
    ["body: {text: , bytes: application/pdf}", false, [{ kind: "text" }, { kind: "bytes", media: "application/pdf" }]],
  ])("may send %s", (body, optional, contents) => {
    expect(operationOf(body)).toMatchObject({ body: { optional, contents } });
  });

  const content = (name: string) => ({ kind: "json", type: named(name) });
  it.each([
    ["returns: User -- The user", [{ content: content("User"), description: { doc: "The user" } }]],
    ["returns: 204", [{ status: 204 }]],
    ["returns: bytes", [{ content: { kind: "bytes" } }]],
    [
      "returns: {status: 201, type: User, headers: {X-Count?: int32}}",
      [{ status: 201, content: content("User"), headers: [{ name: "X-Count", optional: true }] }],
    ],
    ["returns: {type: User, media: application/x+json}", [{ content: { ...content("User"), media: "application/x+json" } }]],
    ["returns: {text: text/csv}", [{ content: { kind: "text", media: "text/csv" } }]],
    [
      "returns: {200: User, 202: Accepted -- Later, 204: }",
      [
        { status: 200, content: content("User") },
        { status: 202, content: content("Accepted"), description: { doc: "Later" } },
        { status: 204 },
      ],
    ],
    [
      "returns: {200: {type: User, doc: Now}, 206: {bytes: }}",
      [
        { status: 200, content: content("User"), description: { doc: "Now" } },
        { status: 206, content: { kind: "bytes" } },
      ],
    ],
  ])("gives back %s", (returns, success) => {
    expect(operationOf(returns)).toMatchObject({ success });
  });

  it("without a body in its response has no content", () => {
    expect(operationOf("returns: 204")).not.toHaveProperty("success.0.content");
    expect(operationOf("returns: {204: , 200: T}")).not.toHaveProperty("success.0.content");
  });

  it("names the errors it can raise, the service's and its own", () => {
    const operation = operationOf(`
errors:
  - NotFound
  - AccessDenied: The plan has no AI
  - Conflict: {status: 409, body: ConflictBody, when: error.code = 17, doc: Taken}
    Busy: {status: 409, when: 'reason = "too busy"'}`);
    expect(operation).toMatchObject({
      errors: {
        closed: false,
        cases: [
          { name: "NotFound" },
          { name: "AccessDenied", description: { doc: "The plan has no AI" } },
          {
            name: "Conflict",
            match: { from: 409, to: 409 },
            body: named("ConflictBody"),
            when: { path: "error.code", value: 17 },
            description: { doc: "Taken" },
          },
          { name: "Busy", when: { path: "reason", value: "too busy" } },
        ],
      },
    });
    expect(operationOf("errors: {closed: true, list: [NotFound]}")).toMatchObject({
      errors: { closed: true, cases: [{ name: "NotFound" }] },
    });
  });

  it("overrides what the service says", () => {
    expect(
      operationOf(
        "auth: none\nrate_limit: create\ntimeout: {total: 5m}\nretry: none\nlimits: {response: 1GB}\nidempotent: true\ntemplate: presigned\ndeprecated: true",
      ),
    ).toMatchObject({
      auth: { anyOf: [] },
      rateLimit: "create",
      timeout: { total: 300_000 },
      retry: { attempts: 1 },
      limits: { response: 1_000_000_000 },
      idempotent: true,
      template: "presigned",
      description: { deprecated: {} },
    });
  });

  it.each([
    ["{sse: Event}", { kind: "sse", type: named("Event"), resume: false }],
    [
      '{when: mode = stream, jsonl: Line, end: "[DONE]", error: error, tag: data, resume: true}',
      {
        kind: "jsonl",
        type: named("Line"),
        when: { field: "mode", equals: "stream" },
        end: "[DONE]",
        error: "error",
        tag: "data",
        resume: true,
      },
    ],
    ["{bytes: , when: raw = true}", { kind: "bytes", when: { field: "raw", equals: true } }],
    ["bytes", { kind: "bytes" }],
  ])("streams %s", (stream, expected) => {
    expect(operationOf(`stream: ${stream}`)).toMatchObject({ stream: expected });
  });

  it.each([
    ["direct", [{ style: "direct" }]],
    ["builder(with_)", [{ style: "builder", prefix: "with_" }]],
    [
      "[request, fetch_all(options), edit(builder set_)]",
      [{ style: "request" }, { style: "options", name: "fetch_all" }, { style: "builder", name: "edit", prefix: "set_" }],
    ],
  ])("is called as %s", (call, calls) => {
    expect(operationOf(`call: ${call}`)?.calls).toEqual(calls);
  });

  it("has examples in wire form", () => {
    expect(
      operationOf(
        "examples:\n  first:\n    doc: One\n    path: {id: 1}\n    query: {a: [x]}\n    headers: {X-A: b}\n    body: {title: T}\n    status: 201\n    response: null\n",
      )?.examples,
    ).toEqual([
      {
        name: "first",
        description: { doc: "One" },
        path: [{ name: "id", value: 1 }],
        query: [{ name: "a", value: ["x"] }],
        headers: [{ name: "X-A", value: "b" }],
        body: { title: "T" },
        status: 201,
        response: null,
      },
    ]);
  });
});
