import { describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/index.js";
import { allOperations } from "../../../generator/model/walk.js";
import { findings, modelOf } from "../../support/schema.js";

const head = "heddle: 1\napi: shop\n";

function model(text: string): Model {
  return modelOf(head + text);
}

function codes(text: string): readonly string[] {
  return findings(head + text).map((finding) => finding.slice(0, 5));
}

describe("the client", () => {
  test("is named after the API if nothing else is said", () => {
    expect(modelOf("heddle: 1\napi: book-shop_v2\n").client).toMatchObject({
      name: "BookShopV2Client",
      surface: "client",
      servers: [],
      schemes: [],
      auth: { anyOf: [] },
    });
  });

  test("has what is written", () => {
    const { client } = model(`client:
  name: ShopSdk
  doc: The shop.
  surface: both
  env: SHOP_2
  servers:
    live: https://shop.example/v1
    test: {url: "http://{host}:8080/{base}", doc: For trying, variables: {host: {default: local, values: [local, ci], doc: Where}, base: v1}}
  timeout: {connect: 0, attempt: 30s, total: 1m, idle: 5s}
  retry: {attempts: 5, backoff: 100ms..1s, longest_wait: 5s, on: [409], unsafe: true, override: x-retry, idempotency_key: {header: Idempotency-Key, methods: [POST]}}
  limits: {response: 1MB, event: 64KB}
  request_id: [x-request-id]
  version_header: {Shop-Version: "2026-04"}
  headers: {X-Channel: sdk}
`);
    expect(client).toMatchObject({
      name: "ShopSdk",
      doc: "The shop.",
      surface: "both",
      env: "SHOP_2",
      servers: [
        { name: "live", url: "https://shop.example/v1", variables: [] },
        {
          name: "test",
          url: "http://{host}:8080/{base}",
          doc: "For trying",
          variables: [
            { name: "host", default: "local", values: ["local", "ci"], doc: "Where" },
            { name: "base", default: "v1", values: [] },
          ],
        },
      ],
      timeout: { connect: 0, attempt: 30_000, total: 60_000, idle: 5000 },
      retry: {
        attempts: 5,
        backoff: { first: 100, longest: 1000 },
        longestWait: 5000,
        on: [409],
        unsafe: true,
        override: "x-retry",
        idempotencyKey: { header: "Idempotency-Key", methods: ["POST"] },
      },
      limits: { response: 1_000_000, event: 64_000 },
      requestId: ["x-request-id"],
      version: { header: "Shop-Version", value: "2026-04" },
      headers: [{ name: "X-Channel", value: "sdk" }],
    });
  });

  test("sends an idempotency key with POST unless it says with which", () => {
    const key = (written: string) => model(`client: {retry: {idempotency_key: ${written}}}\n`).client.retry.idempotencyKey;
    expect(key("Key")).toEqual({ header: "Key", methods: ["POST"] });
    expect(key("{header: Key, methods: [put, PATCH]}")).toEqual({ header: "Key", methods: ["PUT", "PATCH"] });
  });

  test("says nothing of what is not written", () => {
    const { client } = model("client: {retry: {}, timeout: {}, limits: {}}\n");
    expect(client).toMatchObject({ retry: {}, timeout: {}, limits: {} });
    for (const part of [client.retry, client.timeout, client.limits]) expect(Object.keys(part)).toEqual([]);
    for (const key of ["env", "version", "doc"]) expect(client).not.toHaveProperty(key);
  });

  test.each([
    ["{base_url: 'https://shop.example'}", []],
    ["{base_url: 'HTTPS://shop.example/'}", []],
    ["{base_url: 'http://user@shop.example'}", ["HD482"]],
    ["{base_url: 'http://:pw@shop.example'}", ["HD482"]],
    ["{base_url: 'http://shop.example/#x'}", ["HD482"]],
    ["{base_url: '/v1'}", ["HD482"]],
    ["{base_url: 'http://'}", ["HD482"]],
    ["{base_url: 'http://a|b'}", ["HD482"]],
    ["{base_url: 'xhttp://a'}", ["HD482"]],
    ["{base_url: 'https://{host}'}", ["HD480"]],
    ["{env: shop}", ["HD478"]],
    ["{env: 2SHOP}", ["HD478"]],
    ["{env: SHOP-2}", ["HD478"]],
    ["{headers: {X-A: 'a\tb'}}", ["HD446"]],
    ["{headers: {X-A: ''}}", []],
    ["{headers: {X-A: 'a b ~'}}", []],
    ["{version_header: {X-A: 'ö'}}", ["HD446"]],
    ["{retry: {idempotency_key: 'a b'}}", ["HD445"]],
    ["{retry: {idempotency_key: {header: k, methods: [POST, patch]}}}", []],
    ["{retry: {idempotency_key: {header: k, methods: [POSTE]}}}", ["HD447"]],
    ["{retry: {on: [199, 300, 599]}}", []],
    ["{retry: {on: [200]}}", ["HD474"]],
    ["{retry: {on: [299]}}", ["HD474"]],
    ["{timeout: {attempt: 30s, total: 30s}}", []],
    ["{timeout: {attempt: 31s, total: 30s}}", ["HD471"]],
    ["{timeout: {attempt: none, total: 30s}}", []],
    ["{timeout: {attempt: 31s, total: none}}", []],
    ["{timeout: {connect: 31s, attempt: 30s}}", ["HD471"]],
    ["{timeout: {connect: 31s, total: 30s}}", []],
  ])("%s: %s", (client, expected) => {
    expect(codes(`client: ${client}\n`)).toEqual(expected);
  });
});

describe("auth", () => {
  test.each<[string, object]>([
    [
      "auth: {bearer: api_key}",
      {
        schemes: [{ name: "bearer", kind: "bearer", credential: "api_key", wire: "Authorization" }],
        auth: { anyOf: [{ allOf: ["bearer"] }] },
      },
    ],
    [
      "schemes: {key: {header: api_key, name: X-Key}}",
      { schemes: [{ name: "key", kind: "header", wire: "X-Key" }], auth: { anyOf: [{ allOf: ["key"] }] } },
    ],
    ["schemes: {key: basic}", { schemes: [{ kind: "basic", credential: "key", wire: "Authorization" }] }],
    ["schemes: {key: custom}", { schemes: [{ kind: "custom", credential: "key", wire: "" }] }],
    ["schemes: {key: {query: k, name: 'a b'}}", { schemes: [{ kind: "query", wire: "a b" }] }],
    ["schemes: {key: {cookie: k, name: sid}}", { schemes: [{ kind: "cookie", wire: "sid" }] }],
    ["schemes: {a: bearer, b: basic}, auth: none", { auth: { anyOf: [] } }],
    ["schemes: {a: bearer, b: basic, c: custom}, auth: [[a, b], c]", { auth: { anyOf: [{ allOf: ["a", "b"] }, { allOf: ["c"] }] } }],
  ])("%s", (written, expected) => {
    expect(model(`client: {${written}}\n`).client).toMatchObject(expected);
  });

  test("of an operation is its own, or the client's", () => {
    const operations = allOperations(
      model(`client: {schemes: {a: bearer, b: basic}, auth: a}
resources:
  x:
    one: {http: GET}
    two: {http: GET, auth: none}
    three: {http: GET, auth: [b, [a, b]]}
`).resources,
    );
    expect(operations.map(({ auth }) => auth.anyOf.map(({ allOf }) => allOf.join("+")).join("|"))).toEqual(["a", "", "b|a+b"]);
  });
});

describe("rate limits", () => {
  test("are carried with their keys and windows", () => {
    const { rateLimits } = model(
      "rate_limits: {create: {doc: Slow, key: [body.user_id, header.X-A, path.a, query.b, credential], allow: [10/1s, 100/1m]}}\n",
    );
    expect(rateLimits).toMatchObject([
      {
        name: "create",
        doc: "Slow",
        key: ["body.user_id", "header.X-A", "path.a", "query.b", "credential"],
        windows: [
          { count: 10, period: 1000 },
          { count: 100, period: 60_000 },
        ],
      },
    ]);
  });

  test.each([
    ["key: body", ["HD483"]],
    ["key: body.", ["HD483"]],
    ["key: xbody.a", ["HD483"]],
    ["key: credentials", ["HD483"]],
    ["key: 'body.a b'", ["HD483"]],
  ])("%s: %s", (key, expected) => {
    expect(codes(`rate_limits: {create: {${key}, allow: 1/1s}}\n`)).toEqual(expected);
  });

  test.each([
    ["10/1s, 100/1m", 0],
    ["100/1m, 10/1s", 0],
    ["10/1s, 10/1m", 1],
    ["10/1m, 10/1s", 1],
    ["10/1s, 10/1s", 1],
    ["10/1s, 9/1s", 1],
    ["10/1s, 9/1m, 100/1h", 1],
  ])("%s: %i of them never limits", (windows, useless) => {
    expect(codes(`rate_limits: {create: {allow: [${windows}]}}\n`)).toEqual(Array(useless).fill("HD486"));
  });
});

const table = `types: {Problem: {code: int32, details: 'map<string>', list: 'Problem[]', any: json}, Own: {}}
errors:
  body: Problem
  message: [error.message, message]
  code: code
  status:
    BadRequest: 400 -- Malformed
    Unauthorized: 401
    Missing: {status: 404, body: Own, doc: Gone, everywhere: true}
    Slow: 429
    Server: 5xx
    Gateway: {status: 502, everywhere: false}
    Wide: 500..501
`.replace("    Wide: 500..501\n", "");

describe("the table of errors", () => {
  test("names statuses, and says which are possible everywhere", () => {
    const { errors } = model(table);
    expect(errors).toMatchObject({ module: "api", body: { name: "Problem" }, message: ["error.message", "message"], code: ["code"] });
    expect(errors.errors.map(({ name, everywhere }) => `${name} ${everywhere}`)).toEqual([
      "BadRequest false",
      "Unauthorized true",
      "Missing true",
      "Slow true",
      "Server true",
      "Gateway false",
    ]);
    expect(errors.errors[0]).toMatchObject({ doc: "Malformed", match: { kind: "status", status: 400 } });
    expect(errors.errors[2]).toMatchObject({ doc: "Gone", body: { name: "Own" } });
    expect(errors.errors[4]).toMatchObject({ match: { kind: "range", from: 500, to: 599 } });
  });

  test.each([
    ["500", true],
    ["599", true],
    ["500..503", true],
    ["4xx", false],
    ["428", false],
    ["400", false],
    ["402", false],
    ["401..429", false],
  ])("%s is possible everywhere: %s", (status, everywhere) => {
    expect(model(`errors: {status: {A: ${status}}}\n`).errors.errors[0]).toMatchObject({ everywhere });
  });

  test("of another file belongs to its module", () => {
    const files = { "api.yaml": `${head}include: [lib/errors.yaml]\n`, "lib/errors.yaml": "errors: {status: {A: 400}}\n" };
    expect(modelOf(files).errors).toMatchObject({ module: "lib/errors", errors: [{ name: "A" }] });
  });

  test.each([
    ["{A: 404, B: 4xx}", []],
    ["{A: 404, B: 404}", ["HD491"]],
    ["{A: 400..409, B: 409..420}", ["HD491"]],
    ["{A: 409..420, B: 400..409}", ["HD491"]],
    ["{A: 400..409, B: 410..420}", []],
    ["{A: 410..420, B: 400..409}", []],
    ["{A: 199}", []],
    ["{A: 300}", []],
    ["{A: 200}", ["HD492"]],
    ["{A: 299}", ["HD492"]],
    ["{A: 150..300}", ["HD492"]],
    ["{A: 250..350}", ["HD492"]],
    ["{A: 300..400}", []],
    ["{A: {status: 404, body: Nothing}}", ["HD301"]],
    ["{Time_Out: 404}", []],
    ["{Auth: 401}", ["HD307"]],
    ["{local-rate-limit: 401}", ["HD206"]],
    ["{localRateLimit: 401}", ["HD307"]],
  ])("%s: %s", (statuses, expected) => {
    expect(codes(`errors: {status: ${statuses}}\n`)).toEqual(expected);
  });
});

describe("the errors of an operation", () => {
  const operation = (errors: string) => `${table}resources: {x: {get: {http: GET${errors === "" ? "" : `, errors: ${errors}`}}}}\n`;

  test.each<[string, boolean, readonly string[]]>([
    ["", false, ["BadRequest", "Unauthorized", "Missing", "Slow", "Server", "Gateway"]],
    ["[]", false, ["Unauthorized", "Missing", "Slow", "Server"]],
    ["[Slow, BadRequest]", false, ["Slow", "BadRequest", "Unauthorized", "Missing", "Server"]],
    ["{list: [BadRequest], closed: true}", true, ["BadRequest", "Unauthorized", "Missing", "Slow", "Server"]],
    ["[{Own: {status: 422}}]", false, ["Own", "Unauthorized", "Missing", "Slow", "Server"]],
  ])("%s", (errors, closed, names) => {
    const [found] = allOperations(model(operation(errors)).resources);
    expect(found?.errors.closed).toBe(closed);
    expect(found?.errors.cases.map(({ name }) => name)).toEqual(names);
  });

  test("may have docs, a body, a status and a discriminator of their own", () => {
    const [found] = allOperations(
      model(
        operation(
          "[{BadRequest: Too long}, {Missing: {status: 404}}, {Own: {status: 4xx, body: Own}}, {Coded: {status: 400, when: code = 17, doc: Odd}}]",
        ),
      ).resources,
    );
    expect(found?.errors.cases.slice(0, 4)).toMatchObject([
      { name: "BadRequest", doc: "Too long", match: { status: 400 }, own: false },
      { name: "Missing", doc: "Gone", body: { name: "Own" }, own: false },
      { name: "Own", match: { kind: "range", from: 400, to: 499 }, body: { name: "Own" }, own: true },
      { name: "Coded", doc: "Odd", when: { path: "code", value: 17 }, own: true },
    ]);
    for (const error of found?.errors.cases ?? []) expect(error).not.toHaveProperty("everywhere");
  });

  test("leaves out what was removed", () => {
    const gone = "errors: {status: {Old: {status: 410, removed: '2', everywhere: true}, New: 411}}\n";
    const names = (errors: string) =>
      allOperations(model(`${gone}resources: {x: {get: {http: GET${errors}}}}\n`).resources)[0]?.errors.cases.map(({ name }) => name);
    expect(names("")).toEqual(["New"]);
    expect(names(", errors: []")).toEqual([]);
  });

  test.each([
    ["[{A: {status: 400, when: details.anything = x}}]", []],
    ["[{A: {status: 400, when: list.0.list.1.code = x}}]", []],
    ["[{A: {status: 400, when: any.thing.0 = x}}]", []],
    ["[{A: {status: 400, when: list.code = x}}]", ["HD494"]],
    ["[{A: {status: 400, when: code.x = x}}]", ["HD494"]],
    ["[{A: {status: 400, when: code = 1, body: Own}}]", ["HD494"]],
    ["[{A: {status: 400, when: code = 1, body: Nothing}}]", ["HD301"]],
    ["[{A: {status: 400, when: code = 1}}, {B: {status: 400, when: code = 2}}, {C: {status: 400}}]", []],
    ["[{A: {status: 400}}, {B: {status: 400}}]", ["HD495"]],
    ["[{A: {status: 4xx}}, {B: {status: 400}}]", []],
    ["[{A: {status: 400, when: code = 1}}, {B: {status: 400, when: code = 1}}]", ["HD495"]],
    ["[{Server: {status: 5xx}}]", []],
    ["[{Server: {status: 500}}]", ["HD493"]],
    ["[{Gateway: {status: 5xx}}]", ["HD493"]],
    ["[{Timeout: {status: 408}}]", ["HD307"]],
    ["[{A: {status: 200}}]", ["HD492"]],
  ])("%s: %s", (errors, expected) => {
    expect(codes(operation(errors))).toEqual(expected);
  });
});

test("a service without errors has an empty table", () => {
  expect(model("").errors).toMatchObject({ module: "api", errors: [], message: [], code: [] });
});

test("what is said about the API stands in the model", () => {
  expect(modelOf("heddle: 1\napi: shop\nversion: '2026-04'\ndoc: Sells things.\n")).toMatchObject({
    name: "shop",
    version: "2026-04",
    doc: "Sells things.",
  });
});
