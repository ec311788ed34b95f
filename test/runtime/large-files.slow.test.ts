import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bytes, bytesAnswer, DownloadCall, multipart, object } from "../../templates/typescript/runtime/index.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { callOf, clientOf, operationOf } from "./service.js";

const megabyte = 1_000_000;
/** Far more than what Node leaves to be collected while it is busy. */
const size = 400 * megabyte;
let server: Server;
let received = 0;
let baseUrl = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    received = 0;
    request.on("data", (chunk: Buffer) => (received += chunk.length));
    request.on("end", () => {
      if (request.method === "POST") response.writeHead(204).end();
      else void send(response.writeHead(200, { "content-length": size }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function send(response: NodeJS.WritableStream): Promise<void> {
  for (let sent = 0; sent < size; sent += megabyte)
    if (!response.write(Buffer.alloc(megabyte, 1))) await new Promise((resolve) => response.once("drain", resolve));
  response.end();
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < size; sent += megabyte) {
    await new Promise((resolve) => setImmediate(resolve));
    yield new Uint8Array(megabyte).fill(1);
  }
}

async function blobOfDisk(): Promise<Blob> {
  const file = path.join(temporaryFolder(), "large");
  await writeFile(file, chunks());
  return openAsBlob(file);
}

/** The most memory beyond the present that `work` takes, in bytes. */
async function growthOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  await work();
  clearInterval(timer);
  return most - before;
}

it.each([
  ["read piece by piece", () => chunks()],
  ["a blob of the disk", () => blobOfDisk()],
])("FILE-4: uploads 400 MB without holding them: %s", async (_, make) => {
  const body = multipart(object<object>(() => ({ file: bytes })));
  const file = await make();
  const call = callOf(clientOf({ baseUrl, timeout: 0 }), { body }, { body: { file } }, "POST");
  const growth = await growthOf(() => call.send().then(() => undefined));
  expect(received).toBeGreaterThan(size);
  expect(growth).toBeLessThan(size / 4);
});

it("FILE-5: downloads 400 MB without holding them", async () => {
  const call = new DownloadCall<Uint8Array>(clientOf({ baseUrl, timeout: 0 }), operationOf({ returns: { 200: bytesAnswer() } }));
  let read = 0;
  const growth = await growthOf(async () => {
    const { stream } = await call.download();
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) read += chunk.length;
  });
  expect(read).toBe(size);
  expect(growth).toBeLessThan(size / 4);
});
