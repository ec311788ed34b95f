import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { bundle } from "./bundle.js";

const oneCall = `
  import { createClient } from "./core.js";
  import { listExecutionContexts } from "./ai.js";
  const page = await listExecutionContexts(createClient({ apiKey: "key" })).limit(50).send();
  console.log(page.data.length);`;

const namespaces = `
  import { WachtClient } from "./index.js";
  console.log((await new WachtClient("key").ai.listExecutionContexts().limit(50).send()).data.length);`;

// The aim is 6 kB. What keeps it from that is written down in docs/decisions/0030-bytes-of-one-call.md; a change must not add to it.
it("takes less than 8.5 kB for one call through the core client", async () => {
  const text = await bundle(oneCall);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(8500);
});

it("imports nothing from Node", async () => {
  expect(await bundle(oneCall)).not.toMatch(/node:|\brequire\b/);
});

it("holds only what is called", async () => {
  expect(await bundle(oneCall)).not.toContain("agent_name");
  expect(await bundle(namespaces)).toContain("agent_name");
});
