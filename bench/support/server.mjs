// A loopback server for benches, in a process of its own. It prints its port; `/failing` answers 503 and `/cut` cuts the body short.
import { createServer } from "node:http";

const answers = {
  ok: JSON.stringify({ id: "ctx_123", title: "Customer Support Context", status: "active", created_at: "2026-01-15T09:30:00Z" }),
  failing: JSON.stringify({ errors: [{ message: "Not now", code: "busy" }] }),
};

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => answer(request.url ?? "", response));
});

function answer(url, response) {
  if (url.startsWith("/slow")) return undefined;
  if (url.startsWith("/reset")) return response.socket?.destroy();
  if (url.startsWith("/cut")) {
    response.writeHead(200, { "content-type": "application/json", "content-length": 500 });
    response.write('{"id":');
    return setTimeout(() => response.socket?.destroy(), 1);
  }
  const isFailing = url.startsWith("/failing");
  response.writeHead(isFailing ? 503 : 200, { "content-type": "application/json" });
  return response.end(isFailing ? answers.failing : answers.ok);
}

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on("end", () => process.exit()).resume();
