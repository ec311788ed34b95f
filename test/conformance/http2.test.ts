import { once } from "node:events";
import http2, { type ClientHttp2Session } from "node:http2";
import { afterEach, describe, expect, it } from "vitest";
import { expand } from "../../generator/conformance/scenario/expand.js";
import type { ExchangeText } from "../../generator/conformance/scenario/shapes.js";
import { readIdentity } from "../../generator/conformance/shipped.js";
import { ScriptedServer } from "../../generator/conformance/server/scripted-server.js";
import { disk } from "../../generator/output/file-system.js";
import { SourceFile } from "../../generator/source/source-file.js";
import { repository } from "../support/heddle.js";

const origin = { file: new SourceFile("scenarios.yaml", ""), start: 0, end: 0 };
const ends: (() => unknown)[] = [];

afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

/** A server of HTTP/2 with this script, and a client that trusts it. */
async function connected(...exchange: ExchangeText[]): Promise<{ readonly server: ScriptedServer; readonly client: ClientHttp2Session }> {
  const [scenario] = expand("s", { http: 2, exchange }, {}, origin);
  if (!scenario) throw new RangeError("there is a scenario");
  const watcher = { requested: () => Promise.resolve(), passed: () => Promise.resolve() };
  const server = new ScriptedServer(scenario, watcher, readIdentity(scenario, `${repository}/generator/conformance`, disk));
  const client = http2.connect(`https://${await server.open()}`, { rejectUnauthorized: false });
  client.on("error", () => undefined);
  ends.push(
    () => client.destroy(),
    () => server.close(),
  );
  return { server, client };
}

async function get(client: ClientHttp2Session, body?: string): Promise<{ readonly status: unknown; readonly text: string }> {
  const stream = client.request({ ":path": "/a?b=%20", ":method": body === undefined ? "GET" : "POST", "x-a": "1" });
  stream.end(body);
  const [headers] = (await once(stream, "response")) as [{ readonly ":status": number }];
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += String(piece);
  return { status: headers[":status"], text };
}

describe("the server of the scenarios in HTTP/2", () => {
  it("answers, and sees what it was asked", async () => {
    const { server, client } = await connected(
      { reply: { status: 201, json: { a: 1 } } },
      { reply: { chunks: ["x", { wait: "idle" }, "y"] } },
    );
    expect(await get(client, "body")).toEqual({ status: 201, text: '{"a":1}' });
    expect(await get(client)).toEqual({ status: 200, text: "xy" });
    expect(server.requests).toMatchObject([
      { method: "POST", target: "/a?b=%20", reused: false },
      { method: "GET", reused: true },
    ]);
    expect(server.requests[0]?.body.toString()).toBe("body");
    expect(server.requests[0]?.headers).toContainEqual(["x-a", "1"]);
    expect(server.busy).toBe(0);
  });

  it("refuses a stream, and answers the next", async () => {
    const { client } = await connected({ fault: "refused_stream" }, { reply: {} });
    await expect(get(client)).rejects.toThrow("NGHTTP2_REFUSED_STREAM");
    expect(await get(client)).toMatchObject({ status: 200 });
  });

  it("goes away below the stream", async () => {
    const { client } = await connected({ reply: {} }, { fault: "goaway" });
    await get(client);
    const left = once(client, "goaway");
    await expect(get(client)).rejects.toThrow(/Stream closed|session/i);
    expect((await left).slice(0, 2)).toEqual([0, 1]);
  });

  it("resets a stream in its body", async () => {
    const { client } = await connected({ reply: { json: { a: 1 }, cut: { body: 2 }, fault: "reset" } });
    await expect(get(client)).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
  });

  it("is in the middle of an answer until the client gives it up", async () => {
    const { server, client } = await connected({ fault: "stall" });
    const stream = client.request({ ":path": "/" });
    stream.on("error", () => undefined);
    await expect.poll(() => server.busy).toBe(1);
    stream.close(http2.constants.NGHTTP2_CANCEL);
    await expect.poll(() => server.busy).toBe(0);
  });
});
