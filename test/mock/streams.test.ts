import { describe, expect, it } from "vitest";
import { served } from "./served.js";

const schema = `
heddle: 1
api: streams
client: { base_url: "https://streams.example" }
errors: { body: Problem, message: [message], status: { Broken: 5xx } }
resources:
  all:
    named:
      http: POST /named
      body: Ask
      returns: "int32[]"
      stream: { when: live = true, sse: Event, end: "[DONE]", error: problem }
    tagged: { http: GET /tagged, returns: "int32[]", stream: { sse: Event, tag: data, resume: true } }
    beside: { http: GET /beside, returns: "int32[]", stream: { sse: Beside } }
    lines: { http: GET /lines, returns: { bytes: application/jsonl }, stream: { jsonl: Line } }
    bytes: { http: GET /bytes, returns: { bytes: application/octet-stream }, stream: bytes }
types:
  Ask: { live?: bool }
  Problem: { message: string }
  Event: { $tag: kind, $union: { said: { text: string }, big: { count: int64 }, over: } , $examples: [{ kind: said, text: a }, { kind: said, text: b }, { kind: big, count: "9007199254740993" }, { kind: over }] }
  Beside: { $tag: kind, $content: value, $union: { word: string, thing: { name: string }, over: } }
  Line: { id: int32, name?: string }
`;

const lines = (text: string): readonly string[] => text.split("\n\n").filter((event) => event !== "");

describe("streams", () => {
  it("send the examples of their type by name, and the end", async () => {
    const { ask } = await served(schema);
    const { headers, text } = await ask("POST", "/named", { live: true });
    expect(headers.get("content-type")).toBe("text/event-stream");
    expect(lines(text)).toEqual([
      'event: said\ndata: {"text":"a"}',
      'event: said\ndata: {"text":"b"}',
      'event: big\ndata: {"count":9007199254740993}',
      "event: over\ndata: {}",
      "data: [DONE]",
    ]);
  });

  it("are not sent to whoever asks for one answer", async () => {
    const { ask } = await served(schema);
    const { headers, text } = await ask("POST", "/named", {});
    expect([headers.get("content-type"), Array.isArray(JSON.parse(text))]).toEqual(["application/json", true]);
  });

  it("end with their error event, or break off, on demand", async () => {
    const { ask } = await served(schema);
    const { text } = await ask("POST", "/named", { live: true }, { prefer: "stream=error" });
    expect(lines(text).slice(1)).toEqual([
      'event: said\ndata: {"text":"b"}',
      'event: problem\ndata: {"message":"the stream failed, because the request preferred it to"}',
    ]);
    await expect(ask("POST", "/named", { live: true }, { prefer: "stream=cut" })).rejects.toThrow(/terminated|fetch failed/);
  });

  it("keep the variant in the data where the schema says so, and go on behind an event", async () => {
    const { ask } = await served(schema);
    expect(lines((await ask("GET", "/tagged")).text)[1]).toBe('id: 2\ndata: {"kind":"said","text":"b"}');
    const rest = lines((await ask("GET", "/tagged", undefined, { "last-event-id": "3" })).text);
    expect(rest).toEqual(['id: 4\ndata: {"kind":"over"}']);
  });

  it("have an event for each variant where nothing is shown", async () => {
    const { ask } = await served(schema);
    const events = lines((await ask("GET", "/beside")).text);
    expect(events).toEqual([
      expect.stringMatching(/^event: word\ndata: "word \d+"$/),
      expect.stringMatching(/^event: thing\ndata: \{"name"/),
      "event: over\ndata: ",
    ]);
  });

  it("are lines and bytes, too", async () => {
    const { ask } = await served(schema);
    const { headers, text } = await ask("GET", "/lines");
    expect(headers.get("content-type")).toBe("application/jsonl");
    expect(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ id: expect.any(Number) })));
    expect((await ask("GET", "/bytes")).text.length).toBeGreaterThan(10);
  });

  it("arrive piece by piece, and end when nobody reads them", async () => {
    const server = await served(schema);
    const aborter = new AbortController();
    const response = await fetch(`${server.url}/tagged`, { signal: aborter.signal });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('id: 1\ndata: {"kind":"said","text":"a"}\n\n');
    aborter.abort();
    expect(await server.ask("GET", "/tagged")).toMatchObject({ status: 200 });
  });
});
