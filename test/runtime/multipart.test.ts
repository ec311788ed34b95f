import { openAsBlob, createReadStream } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import {
  bytes,
  bytesHex,
  datetime,
  int32,
  int64,
  InvalidArgumentError,
  list,
  map,
  multipart,
  nullable,
  object,
  optional,
  string,
  TransportError,
  type FileInput,
  type HttpRequest,
} from "../../templates/typescript/runtime/index.js";
import { headerValues, reset, type RawRequest } from "../support/raw-server.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";
import { answer, callOf, clientOf, failureOf, withServer, type Options } from "./service.js";

const server = withServer();
const random = { float: () => 0, uuid: () => "00000000-0000-4000-8000-000000000000" };
const boundary = `${"0".repeat(12)}40008000${"0".repeat(24)}40008000${"0".repeat(12)}`;

const Import = object<object>(() => ({
  note: optional(nullable(string)),
  file: optional(nullable(bytes)),
  count: optional(int64),
  at: optional(datetime),
  digest: optional(bytesHex),
  files: optional(list(bytes)),
  tags: optional(list(string)),
  meta: optional(object(() => ({ thumb: optional(bytes), n: optional(int64) }))),
  matrix: optional(list(list(int32))),
  labels: optional(map(string)),
}));

interface Given {
  readonly [name: string]: unknown;
}

function callWith(body: Given, options: Options = {}, method = "POST"): ReturnType<typeof callOf> {
  return callOf(clientOf({ baseUrl: server.url, random, ...options }), { body: multipart(Import) }, { body }, method);
}

async function sent(body: Given, options?: Options): Promise<RawRequest> {
  await callWith(body, options).send();
  return server.requests.at(-1) as RawRequest;
}

/** The lines of a body, between boundaries. */
function partsOf({ body }: RawRequest): string[] {
  const pieces = body.split(`--${boundary}`);
  expect(pieces.at(-1)).toBe("--\r\n");
  return pieces.slice(1, -1).map((piece) => piece.replace(/^\r\n|\r\n$/g, "").replaceAll("\r\n", "|"));
}

async function* slowly(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe("FILE-3: a body of parts", () => {
  it("is exactly these bytes", async () => {
    const request = await sent({ note: "a\r\nb é", file: new File(["id;x\n"], "p.csv") });
    expect(headerValues(request, "content-type")).toEqual([`multipart/form-data; boundary=${boundary}`]);
    expect(headerValues(request, "content-length")).toEqual([`${request.bytes.length}`]);
    expect(request.body).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\na\r\nb é\r\n` +
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\nContent-Type: text/csv\r\n\r\nid;x\n\r\n` +
        `--${boundary}--\r\n`,
    );
  });

  it("has them in the order of the schema, lists as several, objects as JSON, null not at all", async () => {
    const request = await sent({
      labels: { a: "x" },
      meta: { n: 9007199254740993n, thumb: utf8("é") },
      matrix: [[1, 2], [3]],
      tags: ["a", "b"],
      files: [utf8("1"), new Blob(["2"], { type: "image/png" })],
      digest: utf8("é"),
      at: "2026-01-31T01:00:00+01:00",
      count: 9007199254740993n,
      file: null,
      note: null,
      later: true,
    });
    const json = "Content-Type: application/json||";
    expect(partsOf(request)).toEqual([
      'Content-Disposition: form-data; name="count"||9007199254740993',
      'Content-Disposition: form-data; name="at"||2026-01-31T00:00:00Z',
      'Content-Disposition: form-data; name="digest"||c3a9',
      'Content-Disposition: form-data; name="files"; filename="files"|Content-Type: application/octet-stream||1',
      'Content-Disposition: form-data; name="files"; filename="files"|Content-Type: image/png||2',
      'Content-Disposition: form-data; name="tags"||a',
      'Content-Disposition: form-data; name="tags"||b',
      `Content-Disposition: form-data; name="meta"|${json}{"thumb":"w6k=","n":9007199254740993}`,
      `Content-Disposition: form-data; name="matrix"|${json}[1,2]`,
      `Content-Disposition: form-data; name="matrix"|${json}[3]`,
      `Content-Disposition: form-data; name="labels"|${json}{"a":"x"}`,
      'Content-Disposition: form-data; name="later"||true',
    ]);
  });

  it("is a body without any part, too", async () => {
    expect((await sent({})).body).toBe(`--${boundary}--\r\n`);
  });

  it.each([
    ['a"b\r\nX-Evil: 1.txt', "a%22b%0D%0AX-Evil: 1.txt", "text/plain"],
    ["../../etc/passwd", "passwd", "application/octet-stream"],
    ["C:\\temp\\накладная.PDF", "накладная.PDF", "application/pdf"],
    ["..", "file", "application/octet-stream"],
    ["a\0b.jpg", "ab.jpg", "image/jpeg"],
    [" notes.html ", "notes.html", "text/html"],
    ["notes..", "notes..", "application/octet-stream"],
    ["a.txt.gz", "a.txt.gz", "application/gzip"],
    ["constructor.constructor", "constructor.constructor", "application/octet-stream"],
  ])("calls %j %s, a file of type %s", async (name, filename, type) => {
    const [part] = partsOf(await sent({ file: { content: utf8("x"), name } }));
    expect(part).toBe(`Content-Disposition: form-data; name="file"; filename="${filename}"|Content-Type: ${type}||x`);
  });

  it.each([
    ["text/*", "css csv html xml"],
    ["image/*", "avif bmp gif heic jpeg png tiff webp"],
    ["audio/*", "aac flac ogg wav"],
    ["video/*", "mp4 mpeg webm"],
    ["font/*", "otf ttf woff woff2"],
    ["application/*", "json pdf rtf sql wasm yaml zip"],
    ["text/html", "htm"],
    ["text/calendar", "ics"],
    ["text/javascript", "js"],
    ["text/markdown", "md"],
    ["text/plain", "txt"],
    ["image/jpeg", "jpg"],
    ["image/svg+xml", "svg"],
    ["image/tiff", "tif"],
    ["audio/mp4", "m4a"],
    ["audio/mpeg", "mp3"],
    ["video/quicktime", "mov"],
    ["application/epub+zip", "epub"],
    ["application/jsonl", "jsonl"],
    ["application/msword", "doc"],
    ["application/vnd.ms-excel", "xls"],
    ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
    ["application/x-tar", "tar"],
    ["application/yaml", "yml"],
  ])("%s is the type of %s", async (type, extensions) => {
    const names = extensions.split(" ");
    const parts = partsOf(await sent({ files: names.map((name) => ({ content: utf8(""), name: `a.${name}` })) }));
    const types = parts.map((part) => /Content-Type: ([^|]*)/.exec(part)?.[1]);
    expect(types).toEqual(names.map((name) => type.replace("*", name)));
  });

  it("escapes what would end a part's own name", async () => {
    const { requests } = server;
    await callWith({})
      .options({ extraBody: { 'a"\r\nb': "x" } })
      .send();
    expect(partsOf(requests.at(-1) as RawRequest)).toEqual(['Content-Disposition: form-data; name="a%22%0D%0Ab"||x']);
  });

  it("has a boundary of at least 128 random bits, another each time", async () => {
    const read = async (): Promise<string> => headerValues(await sent({}, { random: undefined }), "content-type")[0] ?? "";
    const [first, second] = [await read(), await read()];
    expect(first).toMatch(/^multipart\/form-data; boundary=[\da-f]{64}$/);
    expect(second).not.toBe(first);
  });

  it("refuses what is no file, what was read already, and a type that would be a header", async () => {
    const used = new Response("x");
    await used.text();
    const locked = new Blob(["x"]).stream();
    locked.getReader();
    const error = await failureOf(
      callWith({ note: 7, file: "C:\\path", files: [used, locked, { content: utf8("x"), type: "a/b\r\nX: y" }] }),
      InvalidArgumentError,
    );
    expect(error.violations.map(({ path: at, rule }) => `${at} ${rule}`)).toEqual([
      "body.note expected string, got 7",
      "body.file expected Uint8Array, got string",
      "body.files has been read already",
      "body.files has been read already",
      "body.files must have a media type",
    ]);
    expect(server.requests).toEqual([]);
  });
});

describe("FILE-1, FILE-4: every kind of file", () => {
  const inputs: readonly (readonly [string, () => FileInput, length: boolean])[] = [
    ["Uint8Array", () => utf8("héllo"), true],
    ["Buffer", () => Buffer.from("héllo"), true],
    ["ArrayBuffer", () => utf8("héllo").buffer, true],
    ["Blob", () => new Blob(["hé", "llo"]), true],
    ["File", () => new File(["héllo"], "x"), true],
    ["ReadableStream", () => new Blob(["héllo"]).stream(), false],
    ["async iterable", () => slowly(utf8("hé"), "", new Uint8Array(), "llo"), false],
    ["Response", () => new Response("héllo"), false],
    ["Response of known length", () => new Response("héllo", { headers: { "content-length": "6" } }), true],
    ["stream of known length", () => ({ content: slowly("héllo"), size: 6 }), true],
  ];

  it.each(inputs)("%s", async (_, make, hasLength) => {
    const request = await sent({ note: "n", file: make() });
    expect(partsOf(request)[1]?.split("||")[1]).toBe("héllo");
    expect(headerValues(request, "content-length")).toEqual(hasLength ? [`${request.bytes.length}`] : []);
    expect(headerValues(request, "transfer-encoding")).toEqual(hasLength ? [] : ["chunked"]);
  });

  it("a file of the disk has its name and type, as a stream and as a blob", async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "deep/label.png");
    writeTree(folder, { "deep/label.png": "png" });
    const [stream] = partsOf(await sent({ file: createReadStream(file) }));
    expect(stream).toBe('Content-Disposition: form-data; name="file"; filename="label.png"|Content-Type: image/png||png');
    const request = await sent({ file: { content: await openAsBlob(file), name: file } });
    expect(partsOf(request)).toEqual([stream]);
    expect(headerValues(request, "content-length")).toHaveLength(1);
  });

  it("a download that is handed on keeps its name and type", async () => {
    const headers = { "content-type": "image/x-own", "content-disposition": 'attachment; filename="a.gif"' };
    const [part] = partsOf(await sent({ file: new Response("x", { headers }) }));
    expect(part).toBe('Content-Disposition: form-data; name="file"; filename="a.gif"|Content-Type: image/x-own||x');
  });

  it("one without a suggested name has that of its address", async () => {
    const response = Object.defineProperty(new Response("x"), "url", { value: "https://h/files/a%20b.png?at=1/2#top" });
    const [part] = partsOf(await sent({ file: response }));
    expect(part).toContain('filename="a b.png"');
  });
});

describe("FILE-4: what can be sent once", () => {
  const patient = { retry: 3, timeout: { attempt: 0, total: 0 }, clock: { now: () => 0, sleep: () => Promise.resolve() } };

  it("is not repeated after its first byte", async () => {
    server.replies = [reset, answer(204)];
    const error = await failureOf(callWith({ file: slowly("x") }, { ...patient }, "PUT"), TransportError);
    expect(error.attempts).toBe(1);
  });

  it("is sent when a connection stands that was refused before", async () => {
    let refused = 0;
    const transport = async ({ body }: HttpRequest): Promise<Response> => {
      if (refused++ === 0) throw Object.assign(new TypeError("fetch failed"), { code: "ECONNREFUSED" });
      expect(await new Response(body as ReadableStream).text()).toContain("xyz");
      return new Response(null, { status: 204 });
    };
    await callWith({ file: slowly("xyz") }, { ...patient, transport }).send();
    expect(refused).toBe(2);
  });

  it("is no Blob, as small stored ones are; large ones are streams where fetch would keep a copy of them", async () => {
    const bodies: unknown[] = [];
    const transport = ({ body }: HttpRequest): Promise<Response> => {
      bodies.push(body);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const large = new Uint8Array(2 ** 20);
    for (const file of [slowly("x"), utf8("x"), large]) await callWith({ file }, { transport }).send();
    vi.stubGlobal("process", { versions: {} });
    await callWith({ file: large }, { transport }).send();
    vi.unstubAllGlobals();
    expect(bodies.map((body) => body instanceof Blob)).toEqual([false, true, false, true]);
  });

  it("is read as a whole where fetch sends no streams", async () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    let body: unknown;
    const transport = (request: HttpRequest): Promise<Response> => {
      body = request.body;
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await callWith({ file: slowly("x", "yz") }, { transport, dangerouslyAllowBrowser: true }).send();
    vi.unstubAllGlobals();
    expect(body instanceof Blob && (await body.text())).toContain("\r\n\r\nxyz\r\n");
  });

  it("is repeated where it is stored", async () => {
    server.replies = [reset, answer(204)];
    await callWith({ file: new Blob(["x"]) }, { ...patient }, "PUT").send();
    const [first, second] = server.requests.map(({ body }) => body);
    expect(first).toBe(second);
  });

  it("is cancelled when the call ends early", async () => {
    const cancel = vi.fn<() => void>();
    const pull = async (controller: ReadableStreamDefaultController): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      controller.enqueue(new Uint8Array(1000));
    };
    const controller = new AbortController();
    const call = callWith({ file: new ReadableStream({ pull, cancel }) }).signal(controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(call.send()).rejects.toMatchObject({ kind: "Cancelled" });
    await expect.poll(() => cancel.mock.calls.length).toBe(1);
  });

  it("is left alone when the call ends early", async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          yield new Uint8Array(1000);
        }
      } finally {
        ended = true;
      }
    }
    const controller = new AbortController();
    const call = callWith({ file: endless() }).signal(controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(call.send()).rejects.toMatchObject({ kind: "Cancelled" });
    await expect.poll(() => ended).toBe(true);
  });
});
