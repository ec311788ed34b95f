// A server of events: `GET /1000` sends a thousand as fast as they are taken, and tells its parent how many have been handed over.
import { once } from "node:events";
import { createServer } from "node:http";

const perWrite = 100;
let sent = 0;

const server = createServer(async ({ url }, response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const closed = once(response, "close");
  const total = Number(url.slice(1));
  for (sent = 0; sent < total && !response.destroyed; sent += perWrite) {
    const events = Array.from({ length: perWrite }, (_, at) => `id: ${sent + at}\ndata: {"text":"Hello world","number":${sent + at}}\n\n`);
    if (!response.write(events.join(""))) await Promise.race([once(response, "drain"), closed]);
  }
  response.end();
});

server.listen(0, "127.0.0.1", () => process.send([server.address().port]));
process.on("message", () => process.send([server.address().port, sent]));
