import http from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** A server on this machine, closed after the test. */
async function listen(handle: http.RequestListener): Promise<string> {
  const server = http.createServer(handle);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-methods": "*",
};

/** An API on an origin of its own, which lets every page in; `seen` gets method, target and the headers that the page asked to send. */
export function apiServer(answers: readonly Answer[], seen: string[]): Promise<string> {
  const left = [...answers];
  return listen((request, response) => {
    request.resume();
    if (request.method === "OPTIONS") {
      seen.push(`OPTIONS ${request.headers["access-control-request-headers"] ?? ""}`);
      response.writeHead(204, cors).end();
      return;
    }
    seen.push(`${request.method} ${request.url}`);
    const { status, json } = left.shift() ?? { status: 500, json: null };
    response.writeHead(status, { ...cors, "content-type": "application/json" }).end(JSON.stringify(json));
  });
}

/** A page that runs one module and posts what it finds to `report`. */
export function pageServer(module: () => string, report: (text: string) => void): Promise<string> {
  return listen((request, response) => {
    if (request.url === "/report") {
      let text = "";
      request.setEncoding("utf8");
      request.on("data", (chunk: string) => (text += chunk));
      request.on("end", () => {
        response.writeHead(204).end();
        report(text);
      });
    } else if (request.url === "/app.js") response.writeHead(200, { "content-type": "text/javascript" }).end(module());
    else if (request.url === "/")
      response.writeHead(200, { "content-type": "text/html" }).end('<!doctype html><script type="module" src="/app.js"></script>');
    else response.writeHead(404).end();
  });
}
