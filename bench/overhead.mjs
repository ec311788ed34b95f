// What a call through the generated client costs beside a bare `fetch` of the same request from the same loopback server. The two take turns,
// so that whatever else the machine does hits both alike.
import { load } from "./support/client.mjs";
import { loopback } from "./support/loopback.mjs";
import { median, show } from "./support/statistics.mjs";

const calls = Number(process.argv[2] ?? 10_000);
const limit = 1.25;
const { WachtClient } = await load();
const { origin, stop } = await loopback();

const client = new WachtClient({ apiKey: "key", baseUrl: origin });
const body = { title: "Customer Support Context", status: "active" };
const change = client.ai.updateExecutionContext("ctx_123").withTitle(body.title).withStatus(body.status);

const through = () => change.send();
const bare = async () => {
  const response = await fetch(`${origin}/ai/execution-contexts/ctx_123`, {
    method: "PATCH",
    headers: { accept: "application/json", authorization: "Bearer key", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
};

async function time(call) {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

for (let run = 0; run < 1000; run++) await Promise.resolve(run % 2 ? through() : bare());
const times = { through: [], bare: [] };
for (let run = 0; run < calls; run++) {
  // Either goes first in half of the turns.
  if (run % 2) times.through.push(await time(through));
  times.bare.push(await time(bare));
  if (run % 2 === 0) times.through.push(await time(through));
}
stop();

const [own, plain] = [median(times.through), median(times.bare)];
show("bare fetch, median", `${(plain * 1000).toFixed(0)} µs`);
show("generated client, median", `${(own * 1000).toFixed(0)} µs`, `${calls} calls of each, in turns`);
show("ratio", (own / plain).toFixed(3), `limit ${limit}`);
if (own / plain > limit) process.exitCode = 1;
