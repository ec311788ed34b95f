import net from "node:net";
import { onTestFinished } from "vitest";

/** What a server is to answer: a status, and a JSON value or the text of an event stream. */
export type Reply = { readonly status?: number } & ({ readonly json: unknown } | { readonly events: string });

export interface Loopback {
  readonly url: string;
  /** Every request in full, without the headers that `fetch` adds of its own accord; header names in small letters, sorted. */
  readonly requests: readonly string[];
}

/** What undici sends with every request, whoever makes it. */
const fetchOwn = ["host", "connection", "accept-language", "accept-encoding", "sec-fetch-mode"];

/** A server on this machine that gives these replies in this order and keeps what it was sent, byte for byte. Closed after the test. */
export async function loopback(replies: readonly Reply[]): Promise<Loopback> {
  const requests: string[] = [];
  const server = net.createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const size = sizeOf(received);
      if (size === undefined || received.length < size) return;
      const reply = replies[requests.length] ?? { status: 500, json: { error: { message: "not in the script" } } };
      requests.push(requestText(received.subarray(0, size).toString("utf8")));
      received = received.subarray(size);
      socket.write(replyText(reply));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as net.AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** Bytes of the request at the start of `received`, once its head is there. */
function sizeOf(received: Buffer): number | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const length = /^content-length: *(\d+)/im.exec(received.subarray(0, end).toString("latin1"))?.[1];
  return end + 4 + Number(length ?? 0);
}

function requestText(raw: string): string {
  const split = raw.indexOf("\r\n\r\n");
  const [first, ...lines] = raw.slice(0, split).split("\r\n");
  const headers = lines
    .map((header) => header.replace(/^[^:]*/, (name) => name.toLowerCase()))
    .filter((header) => !fetchOwn.some((name) => header.startsWith(`${name}:`)))
    .sort();
  return [first, ...headers, "", raw.slice(split + 4)].join("\n");
}

function replyText({ status = 200, ...reply }: Reply): string {
  const [body, media] = "events" in reply ? [reply.events, "text/event-stream"] : [JSON.stringify(reply.json), "application/json"];
  const head = [
    `HTTP/1.1 ${status} Scripted`,
    `content-type: ${media}`,
    "x-request-id: req_9",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  return [...head, "", body].join("\r\n");
}
