import { describe, expect, it } from "vitest";
import { documentOf, plain } from "../reading.js";

const read = (yaml: string) => plain(documentOf(yaml)) as Record<string, unknown>;
const clientOf = (yaml: string) => read(`client:\n${yaml.replace(/^/gm, "  ")}`).client as Record<string, unknown>;

it("a document has a version, a doc and an end", () => {
  expect(read("version: 1.10\ndoc: A shop\nsince: v1\nremoved: v9\ndeprecated: Use the market")).toMatchObject({
    api: "shop",
    version: "1.10",
    description: { doc: "A shop", since: "v1", removed: "v9", deprecated: { doc: "Use the market" } },
  });
});

describe("the client", () => {
  it("has a name, a surface, headers and limits", () => {
    const client = clientOf(`
name: Shop
surface: both
env: SHOP
request_id: x-request-id
version_header: {Shop-Version: v1}
headers: {X-Client: heddle}
limits: {response: 10MB, event: 64KiB}`);
    expect(client).toMatchObject({
      name: "Shop",
      surface: "both",
      env: "SHOP",
      requestId: ["x-request-id"],
      versionHeader: { name: "Shop-Version", value: "v1" },
      headers: [{ name: "X-Client", value: "heddle" }],
      limits: { response: 10_000_000, event: 65_536 },
    });
  });

  it("has times in milliseconds, and none of them is no limit", () => {
    const client = clientOf(`
timeout: {connect: 500ms, attempt: 1.5s, total: 2h, idle: none}
retry:
  attempts: 3
  backoff: 500ms..8s
  longest_wait: 1m
  on: [409]
  unsafe: true
  override: x-should-retry
  idempotency_key: {header: Idempotency-Key, methods: [POST]}`);
    expect(client).toMatchObject({
      timeout: { connect: 500, attempt: 1500, total: 7_200_000, idle: 0 },
      retry: {
        attempts: 3,
        backoff: { first: 500, longest: 8000 },
        longestWait: 60_000,
        on: [409],
        unsafe: true,
        override: "x-should-retry",
        idempotencyKey: { header: "Idempotency-Key", methods: ["POST"] },
      },
    });
  });

  it("may never retry", () => {
    expect(clientOf("retry: none")).toMatchObject({ retry: { attempts: 1 } });
  });

  it("has one server or several, with variables", () => {
    expect(clientOf("base_url: https://a.test").servers).toMatchObject([{ name: "default", url: "https://a.test" }]);
    const client = clientOf(`
servers:
  live: https://a.test
  local:
    url: http://{host}:{port}
    doc: At home
    variables: {host: localhost, port: {default: 8080, values: [8080, 8443], doc: The port}}`);
    expect(client.servers).toEqual([
      { name: "live", url: "https://a.test", variables: [], description: {} },
      {
        name: "local",
        url: "http://{host}:{port}",
        variables: [
          { name: "host", default: "localhost", values: [], description: {} },
          { name: "port", default: "8080", values: ["8080", "8443"], description: { doc: "The port" } },
        ],
        description: { doc: "At home" },
      },
    ]);
  });

  it("declares and requires a scheme in one", () => {
    expect(clientOf("auth: {header: api_key, name: X-Key}")).toMatchObject({
      schemes: [{ name: "header", kind: "header", credential: "api_key", wire: "X-Key" }],
      auth: { anyOf: [["header"]] },
    });
  });

  it.each([
    ["none", []],
    ["bearer", [["bearer"]]],
    ["[bearer, [api_key, signature]]", [["bearer"], ["api_key", "signature"]]],
  ])("requires %s", (auth, anyOf) => {
    const client = clientOf(`auth: ${auth}\nschemes: {bearer: bearer, api_key: {query: key, doc: Old}, signature: {custom: sign}}`);
    expect(client).toMatchObject({
      auth: { anyOf },
      schemes: [
        { name: "bearer", kind: "bearer" },
        { name: "api_key", kind: "query", credential: "key", description: { doc: "Old" } },
        { name: "signature", kind: "custom", credential: "sign" },
      ],
    });
  });
});

it("rate limits count by the first place that is there, in windows that all hold", () => {
  expect(
    read("rate_limits: {create: {key: [body.user_id, credential], allow: [100/1m, 10/s], doc: Slow}, all: {allow: 5/500ms}}").rateLimits,
  ).toEqual([
    {
      name: "create",
      key: ["body.user_id", "credential"],
      windows: [
        { count: 100, period: 60_000 },
        { count: 10, period: 1000 },
      ],
      description: { doc: "Slow" },
    },
    { name: "all", key: [], windows: [{ count: 5, period: 500 }], description: {} },
  ]);
});

it("errors have a body, places in it, and statuses", () => {
  const { errors } = read(`
errors:
  body: ErrorBody
  message: [error.message, message]
  code: error.code
  status:
    Invalid: 400 -- Wrong -- somehow
    Server: 5xx
    Odd: {status: 450..460, body: OddBody, everywhere: true, doc: Odd, since: v2}`);
  expect(errors).toMatchObject({
    body: { name: "ErrorBody" },
    message: ["error.message", "message"],
    code: ["error.code"],
    statuses: [
      { name: "Invalid", match: { from: 400, to: 400 }, description: { doc: "Wrong -- somehow" } },
      { name: "Server", match: { from: 500, to: 599 } },
      { name: "Odd", match: { from: 450, to: 460 }, body: { name: "OddBody" }, everywhere: true, description: { doc: "Odd", since: "v2" } },
    ],
  });
});
