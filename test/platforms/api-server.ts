import http from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, body: Buffer) => void;

const books = ["b1", "b2", "b3"].map((id) => ({ id, sold: 1 }));

const archive = {
  "content-type": "application/zip",
  "content-length": 100_000,
  "content-disposition": "attachment; filename*=UTF-8''b%C3%BCcher.zip",
};

function json(response: http.ServerResponse, value: unknown, status = 200): void {
  response
    .writeHead(status, { "content-type": "application/json", "x-left": "7" })
    .end(typeof value === "string" ? value : JSON.stringify(value));
}

function page(target: URL, response: http.ServerResponse): void {
  const [limit, offset] = ["limit", "offset"].map((name) => Number(target.searchParams.get(name) ?? 0));
  const end = (offset ?? 0) + (limit ?? 0);
  json(response, { items: books.slice(offset, end), more: end < books.length });
}

function news(response: http.ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(': hello\nevent: arrived\ndata: {"title": "Известни 🧵"}\n\nevent: sold\r');
  setTimeout(() => response.end('\ndata: {"id": "b1"}\n\nevent: later\ndata: {"n": 1}\n\ndata: [DONE]\n\n'), 20);
}

/** The names of the parts, with file name and length, or the length of a body that is none. */
function received({ headers }: http.IncomingMessage, body: Buffer): string[] {
  const boundary = /boundary="?([^";]+)/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return [`${headers["content-type"]} ${body.length}`];
  const parts = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const [head = "", content = ""] = part.split("\r\n\r\n");
    return `${/name="[^"]*"(; filename="[^"]*")?/.exec(head)?.[0]} ${content.length - 2}`;
  });
}

/** Answers a repeat only: the first request of each way to fail fails. */
function flaky(): Handler {
  const seen = new Set<string>();
  return ({ url = "", socket, headers }, response) => {
    // Bun and Deno repeat a GET by themselves if a connection that they kept is closed.
    if (seen.has(url)) json(response, JSON.stringify(url.endsWith("reset") ? "repeat" : `repeat ${headers["x-retry-count"]}`));
    else if (url.endsWith("reset")) socket.destroy();
    else json(response, { message: "not yet" }, 503);
    seen.add(url);
  };
}

function handlers(): Readonly<Record<string, Handler>> {
  const again = flaky();
  let orders = 0;
  return {
    "GET /books": ({ url = "" }, response) => page(new URL(url, "http://h"), response),
    "GET /books/b%201%2F%C3%BC": (_, response) => json(response, '{"id": "b 1/ü", "sold": 9007199254740993, "cover": "AAE="}'),
    "GET /books/b1": (_, response) => json(response, books[0]),
    "GET /books/missing": (_, response) => json(response, { message: "There is none" }, 404),
    "GET /books/flaky/status": again,
    "GET /books/flaky/reset": again,
    "POST /books/order": ({ socket }) => {
      orders++;
      socket.destroy();
    },
    "GET /books/orders": (_, response) => json(response, orders),
    "GET /books/slow": () => undefined,
    "GET /books/news": (_, response) => news(response),
    "POST /books/upload": (request, response, body) => json(response, { parts: received(request, body) }),
    "PUT /books/raw": (request, response, body) => json(response, { parts: received(request, body) }),
    "GET /books/download": (_, response) => void response.writeHead(200, archive).end(Buffer.alloc(100_000, 5)),
    "GET /books/moved": (_, response) => void response.writeHead(302, { location: "/books/here" }).end(),
    "GET /books/here": (_, response) => json(response, '"here"'),
    "POST /books/moved": (_, response) => void response.writeHead(307, { location: "/books/here" }).end(),
    "GET /books/cut": ({ socket }, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('"half');
      setTimeout(() => socket.destroy(), 20);
    },
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The service on this machine, closed after the test; `agents` gets who has called. */
export async function apiServer(agents: Set<string>): Promise<string> {
  const handle = handlers();
  const server = http.createServer((request, response) => {
    request.on("error", () => undefined);
    agents.add(String(request.headers["user-agent"]));
    const found = handle[`${request.method} ${request.url?.replace(/\?.*/, "")}`];
    if (!found) json(response, { message: `no ${request.method} ${request.url}` }, 500);
    else
      bodyOf(request).then(
        (body) => found(request, response, body),
        () => undefined,
      );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address where nobody listens. */
export async function nowhere(): Promise<string> {
  const server = http.createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
