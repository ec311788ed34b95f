import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import {
  bytesAnswer,
  CancelledError,
  DownloadCall,
  TimeoutError,
  TransportError,
  type Download,
  type OperationSpec,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { headerValues, slowly } from "../support/raw-server.js";
import { answer, clientOf, failureOf, NotFoundError, operationOf, withServer, type Options } from "./service.js";

const server = withServer();

function callWith(options: Options = {}, spec: Partial<OperationSpec<Uint8Array>> = {}): DownloadCall<Uint8Array> {
  const operation = operationOf({ returns: { 200: bytesAnswer("image/png") }, ...spec });
  return new DownloadCall<Uint8Array>(clientOf({ baseUrl: server.url, ...options }), operation);
}

function download(headers: Record<string, string> = {}, body: string | Uint8Array = "héllo"): Promise<Download> {
  server.replies = [answer(200, body, headers)];
  return callWith().download();
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).text();
}

describe("FILE-5: downloads", () => {
  it("are bytes by send", async () => {
    server.replies = [answer(200, new Uint8Array([0, 255]), {})];
    expect(await callWith().send()).toEqual(new Uint8Array([0, 255]));
    await callWith({}, { returns: { 200: bytesAnswer() } }).send();
    expect(server.requests.map((request) => headerValues(request, "accept"))).toEqual([["image/png"], ["application/octet-stream"]]);
  });

  it("are a stream, bytes or a blob, with what the headers say", async () => {
    const headers = { "content-type": "image/png", "content-disposition": 'attachment; filename="a.png"', "x-request-id": "r1" };
    const file = await download(headers);
    expect(file).toMatchObject({ status: 200, attempts: 1, requestId: "r1", fileName: "a.png", contentType: "image/png", size: 6 });
    expect(await textOf(file.stream)).toBe("héllo");
    expect(await (await download()).bytes()).toEqual(new TextEncoder().encode("héllo"));
    const blob = await (await download(headers)).blob();
    expect([blob.type, await blob.text()]).toEqual(["image/png", "héllo"]);
  });

  it("are known by nothing where the headers say nothing", async () => {
    server.replies = [(socket) => void socket.end("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nx")];
    const file = await callWith().download();
    expect([file.fileName, file.contentType, file.size, await textOf(file.stream)]).toEqual([undefined, undefined, undefined, "x"]);
  });

  it("fail like every call", async () => {
    server.replies = [answer(404, "", {})];
    const call = callWith({}, { errors: { 404: NotFoundError } });
    expect((await failureOf({ send: () => call.download() }, NotFoundError)).status).toBe(404);
  });

  it("keep the setters of the call", async () => {
    server.replies = [answer(200, "x")];
    await callWith().header("x-a", "1").download();
    expect(headerValues(server.requests[0] as never, "x-a")).toEqual(["1"]);
  });

  it("do not look complete when they are cut", async () => {
    server.replies = [(socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc")];
    const file = await callWith().download();
    const error = await failureOf({ send: () => file.bytes() }, TransportError);
    expect(error.phase).toBe("body");
  });

  it("end when the caller's signal aborts, and free the connection", async () => {
    server.replies = [(socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc")];
    const controller = new AbortController();
    const file = await callWith().signal(controller.signal).download();
    const rest = failureOf({ send: () => file.bytes() }, CancelledError);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(new Error("enough"));
    expect((await rest).cause).toEqual(new Error("enough"));
    await expect.poll(() => server.isOpen(server.requests[0]?.connection ?? -1)).toBe(false);
  });

  it("leave neither listeners nor timers behind once they are read", async () => {
    const { signal } = new AbortController();
    const clock = fakeClock();
    server.replies = [answer(200, "abc", {})];
    await (
      await callWith({ clock, timeout: { idle: 5_000 } })
        .signal(signal)
        .download()
    ).bytes();
    expect([getEventListeners(signal, "abort"), clock.pending]).toEqual([[], 0]);
  });

  it("end when their stream is cancelled, and free the connection", async () => {
    server.replies = [(socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc")];
    await (await callWith().download()).stream.cancel();
    await expect.poll(() => server.isOpen(server.requests[0]?.connection ?? -1)).toBe(false);
  });

  it("are limited in the gaps between bytes, not as a whole", async () => {
    const head = "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n";
    server.replies = [slowly([`${head}a`, "b", "c", "d"], 60)];
    const timeout = { attempt: 150, total: 150, idle: 140 };
    expect(await textOf((await callWith({ timeout }).download()).stream)).toBe("abcd");
    server.replies = [slowly([`${head}a`, "b"], 60)];
    const file = await callWith({ timeout }).download();
    const error = await failureOf({ send: () => file.bytes() }, TimeoutError);
    expect([error.phase, error.limit]).toEqual(["idle", 140]);
  });
});

describe("FILE-5: the name of a download", () => {
  it.each([
    ["attachment", undefined],
    ['attachment; filename="a b.txt"', "a b.txt"],
    ["attachment; filename=plain.txt", "plain.txt"],
    ["inline;FILENAME = x.txt ; size=1", "x.txt"],
    [String.raw`attachment; filename="say \"hi\".txt"`, 'say "hi".txt'],
    ["attachment; filename=\"a;filename*=UTF-8''b.txt\"", "a;filename*=UTF-8''b.txt"],
    ["attachment; filename=\"plain.txt\"; filename*=UTF-8''%e2%82%ac.txt", "€.txt"],
    ["attachment; filename*=utf-8'en'a%20b.txt; filename=c.txt", "a b.txt"],
    ["attachment; filename*=iso-8859-1''%A3.txt", "£.txt"],
    ["attachment; filename*=x-utf-8''%c3%a9.txt", "Ã©.txt"],
    ["attachment; filename*=utf-80''%c3%a9.txt", "Ã©.txt"],
    ["attachment; filename*=UTF-8''%ZZ.txt; filename=c.txt", "%ZZ.txt"],
    ['attachment; filename="../../etc/passwd"', "passwd"],
    [String.raw`attachment; filename="C:\\temp\\x.doc"`, "x.doc"],
    ["attachment; filename*=UTF-8''..%2F..%2Fboot.ini", "boot.ini"],
    ["attachment; filename*=UTF-8''a%00b%0Ac.txt", "abc.txt"],
    ['attachment; filename=".."', undefined],
    ["attachment; filename*=UTF-8''..; filename=ok.txt", "ok.txt"],
    ['attachment; filename=""', undefined],
    ['attachment; notfilename="a.txt"', undefined],
    [Buffer.from('attachment; filename="é.txt"').toString("latin1"), "é.txt"],
    ['attachment; filename="\xe9.txt"', "é.txt"],
  ])("%j is %j", async (disposition, name) => {
    expect((await download({ "content-disposition": disposition })).fileName).toBe(name);
  });
});
