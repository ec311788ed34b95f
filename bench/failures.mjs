// A thousand calls that fail, each in one of five ways; then what is still open: sockets (those in the pool of `fetch` aside, which are counted
// before), timers, listeners on a signal that outlives the calls.
import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { load } from "./support/client.mjs";
import { loopback } from "./support/loopback.mjs";
import { show } from "./support/statistics.mjs";

const calls = Number(process.argv[2] ?? 1000);
const { WachtClient } = await load();
const { origin, stop } = await loopback();

const kinds = {
  "answered with 503": { baseUrl: `${origin}/failing` },
  "reset before an answer": { baseUrl: `${origin}/reset` },
  "cut within the body": { baseUrl: `${origin}/cut` },
  "out of time": { baseUrl: `${origin}/slow`, timeout: 5 },
  "refused by the port": { baseUrl: "http://127.0.0.1:1" },
};

/** What keeps a process alive, by its kind: `TCPSocketWrap`, `Timeout`. */
function held() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

const before = held();
const long = new AbortController();
let failed = 0;
for (const [name, options] of Object.entries(kinds)) {
  const client = new WachtClient({ apiKey: "key", retry: 1, ...options });
  const found = new Map();
  for (let run = 0; run < calls / 5; run += 10) {
    const results = Array.from({ length: 10 }, () =>
      client.ai.executeAgent("ctx_123", { agent_name: "a", type: "continue" }).signal(long.signal).result(),
    );
    for (const result of await Promise.all(results)) {
      if (!result.ok) failed++;
      const kind = result.ok ? "ok" : result.error.kind;
      found.set(kind, (found.get(kind) ?? 0) + 1);
    }
  }
  show(name, [...found].map(([kind, count]) => `${count} ${kind}`).join(", "));
}
const listeners = getEventListeners(long.signal, "abort").length;
await wait(200);
const after = held();
const left = (kind) => (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
stop();

show("calls that failed", String(failed), `of ${calls}`);
show("listeners left on the caller's signal", String(listeners), "limit 0");
show("timers left", String(left("Timeout")), "limit 0; fetch's own aside");
show("sockets left", String(left("TCPSocketWrap")), "kept alive by fetch for the next calls");
