import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import {
  Client,
  ClientError,
  ConfigError,
  errorReport,
  json,
  jsonBody,
  jsonValue,
  nothing,
  queryAuth,
  string,
  tokenProvider,
  toCurl,
  bytesBody,
} from "../../templates/typescript/runtime/index.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, sentinel, service, type Options } from "./service.js";

const returns = { 204: nothing };
const spec = { returns, body: jsonBody(jsonValue) };

describe("DBG-1: toCurl", () => {
  it("of a call that was not sent, without credentials and secret members", async () => {
    const client = new Client({ ...service, secrets: ["pin"] }, { apiKey: sentinel, env: {} } as Options);
    const call = callOf(client, spec, { body: { pin: "1234", note: "it's" } }, "POST").header("x-tenant", "7");
    expect((await toCurl(call))?.replace(/\([^)]*\)/, "()")).toBe(
      "curl -X POST 'https://api.wacht.dev/things' -H 'accept: application/json' -H 'authorization: ***' " +
        "-H 'content-type: application/json' -H 'user-agent: wacht-typescript/1.2.0 () heddle' -H 'x-tenant: 7' " +
        String.raw`--data-raw '{"pin":"***","note":"it'\''s"}'`,
    );
  });

  it("of an error; one that is of no call has none", async () => {
    const client = clientOf({ transport: answering(null, { status: 404 }) }, { ...service, auth: () => [[queryAuth("apiKey", "key")]] });
    const error = await failureOf(callOf(client, { returns }), ClientError);
    expect(await toCurl(error)).toMatch(
      /^curl -X GET 'https:\/\/api\.wacht\.dev\/things\?key=\*\*\*' -H 'accept: [^']*' -H 'user-agent: [^']*'$/,
    );
    expect(await toCurl(new ConfigError("a", "b", "c"))).toBeUndefined();
  });

  it("of bytes, and with a token of a provider", async () => {
    const client = clientOf({ apiKey: tokenProvider(() => Promise.resolve(sentinel)) } as never);
    const command = await toCurl(
      callOf(client, { returns, body: bytesBody() }, { body: new Uint8Array(3) }, "PUT").header("x-copy", sentinel),
    );
    expect(command).toContain("--data-binary @body");
    expect(command).not.toContain(sentinel);
  });

  it("is what a shell sends", async () => {
    const body = { a: `it's "$HOME" \\ !` };
    const command = await toCurl(callOf(clientOf(), spec, { body }, "POST"));
    // A shell without curl shows its words all the same.
    const { stdout } = await promisify(execFile)("sh", ["-c", `printf '%s\\n' ${command ?? ""}`]);
    expect(stdout.trim().split("\n").at(-1)).toBe(JSON.stringify(body));
  });
});

describe("DBG-2: errorReport", () => {
  it("has operation, attempts, request id, elapsed and the package's version", async () => {
    const transport = answering("{}", { status: 404, headers: { "x-request-id": "req_9" } });
    const error = await failureOf(
      callOf(clientOf({ transport, clock: { now: () => 5, sleep: () => new Promise(() => undefined) } }), { returns }),
      ClientError,
    );
    expect(errorReport(error)).toEqual({
      operation: "things.test",
      kind: "UnexpectedStatus",
      message: "things.test: 404 UnexpectedStatus NotFound: (text/plain, 2 B) (request req_9)",
      status: 404,
      requestId: "req_9",
      attempts: 1,
      failures: [],
      elapsed: 0,
      client: "wacht 1.2.0",
    });
  });

  it("of an error without a call", () => {
    expect(errorReport(new ConfigError("a", "b", "c"))).toMatchObject({
      operation: undefined,
      kind: "Config",
      failures: [],
      client: undefined,
    });
  });

  it("of an answer that does not fit", async () => {
    const transport = answering("7", { headers: { "content-type": "application/json", "x-request-id": "req_1" } });
    const error = await failureOf(callOf(clientOf({ transport }), { returns: { 200: json(string) } }), ClientError);
    expect(errorReport(error)).toMatchObject({ kind: "Decode", requestId: "req_1", attempts: 1, status: 200 });
  });
});
