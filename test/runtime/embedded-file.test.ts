import { describe, expect, it } from "vitest";
import {
  bytes,
  embeddedFile,
  InvalidArgumentError,
  jsonBody,
  jsonWithFiles,
  length,
  constrained,
  list,
  multipart,
  object,
  optional,
  string,
  type BodyType,
} from "../../templates/typescript/runtime/index.js";
import { headerValues, reset, type RawRequest } from "../support/raw-server.js";
import { answer, callOf, clientOf, failureOf, withServer, type Options } from "./service.js";

const server = withServer();

const FileData = embeddedFile<object>({ data: "data", name: "filename", type: "mime_type" }, () => ({
  filename: string,
  mime_type: string,
  data: constrained(bytes, length(1, 100)),
}));
const Message = object<object>(() => ({ text: string, files: optional(list(FileData)), cover: optional(FileData) }));

function callWith(body: object, type: BodyType = jsonWithFiles(Message), options: Options = {}): ReturnType<typeof callOf> {
  return callOf(clientOf({ baseUrl: server.url, ...options }), { body: type }, { body }, "PUT");
}

async function sent(body: object, type?: BodyType): Promise<RawRequest> {
  await callWith(body, type).send();
  return server.requests.at(-1) as RawRequest;
}

const png = { filename: "a.png", mime_type: "image/png", data: "aMOp" };

describe("FILE-2: files inside of JSON", () => {
  it.each([
    ["a file", () => new File(["hé"], "a.png", { type: "image/png" })],
    ["a file without a type", () => new File(["hé"], "/tmp/a.png")],
    ["a stream with a name", () => ({ content: new Blob(["hé"]).stream(), name: "a.png" })],
    ["a response", () => new Response("hé", { headers: { "content-type": "image/png", "content-disposition": "inline;filename=a.png" } })],
    ["the object", () => ({ filename: "a.png", mime_type: "image/png", data: new TextEncoder().encode("hé") })],
  ])("%s", async (_, make) => {
    const request = await sent({ text: "x", files: [make()] });
    expect(request.body).toBe(JSON.stringify({ text: "x", files: [png] }));
    expect(headerValues(request, "content-type")).toEqual(["application/json"]);
    expect(headerValues(request, "content-length")).toEqual([`${request.bytes.length}`]);
  });

  it("are several, one of them without a name", async () => {
    const request = await sent({ text: "x", files: [new Blob(["1"]), new Uint8Array([0xff])], cover: new Blob([]) });
    const unnamed = { filename: "file", mime_type: "application/octet-stream" };
    expect(JSON.parse(request.body)).toEqual({
      text: "x",
      files: [
        { ...unnamed, data: "MQ==" },
        { ...unnamed, data: "/w==" },
      ],
      cover: { ...unnamed, data: "" },
    });
  });

  it("can be repeated: they have been read", async () => {
    server.replies = [reset, answer(204)];
    const clock = { now: () => 0, sleep: () => Promise.resolve() };
    const options = { retry: 2, clock, timeout: { attempt: 0, total: 0 } };
    await callWith({ text: "x", cover: new Blob(["hé"]).stream() }, undefined, options).send();
    expect(server.requests.map(({ body }) => (JSON.parse(body) as { cover: { data: string } }).cover.data)).toEqual(["aMOp", "aMOp"]);
  });

  it("are parts in a body of parts, whichever way they are given", async () => {
    const type = multipart(object<object>(() => ({ file: FileData, others: list(FileData) })));
    const whole = { filename: "b.txt", mime_type: "text/plain", data: new Uint8Array([104]) };
    const request = await sent({ file: whole, others: [new File(["x"], "c.gif"), whole] }, type);
    expect(request.body.match(/filename="[^"]*"\r\nContent-Type: [^\r]*/g)).toEqual([
      'filename="b.txt"\r\nContent-Type: text/plain',
      'filename="c.gif"\r\nContent-Type: image/gif',
      'filename="b.txt"\r\nContent-Type: text/plain',
    ]);
  });

  it("are refused where they cannot be read, or were", async () => {
    const used = new Response("x");
    await used.text();
    const { violations } = await failureOf(callWith({ text: 7, files: [used, "a.png"] }), InvalidArgumentError);
    expect(violations.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      "body.text expected string, got 7",
      "body.files[0] has been read already",
      "body.files[1] expected object, got string",
    ]);
    const plain = await failureOf(callWith({ text: "x", cover: new Blob(["x"]) }, jsonBody(Message)), InvalidArgumentError);
    expect(plain.violations.map(({ path }) => path)).toContain("body.cover.filename");
  });

  it("end with their source", async () => {
    const broken = new ReadableStream({ pull: () => Promise.reject(new Error("no disk")) });
    await expect(callWith({ text: "x", cover: broken }).send()).rejects.toThrow("no disk");
    expect(server.requests).toEqual([]);
  });
});
