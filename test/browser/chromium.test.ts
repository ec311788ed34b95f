import { expect, it } from "vitest";
import { bundle } from "./bundle.js";
import { chromium, open } from "./chromium.js";
import { apiServer, pageServer } from "./page-server.js";

const mandatory = process.env["CI"] === "true";

/** Reports a list, an error, and that a key is refused where nobody asked for it. */
const program = (api: string) => `
  import { createClient } from "./core.js";
  import { createExecutionContext, listExecutionContexts } from "./ai.js";
  const found = [];
  try {
    createClient({ apiKey: "wk_live_0", baseUrl: "${api}" });
  } catch (error) {
    found.push(error.kind);
  }
  const client = createClient({ apiKey: "wk_live_0", baseUrl: "${api}", dangerouslyAllowBrowser: true });
  const page = await listExecutionContexts(client).limit(1).contextGroup("a&b").send();
  found.push(page.data[0].title);
  const result = await createExecutionContext(client, { title: "x" }).result();
  found.push(result.error.kind, result.error.status, result.error.body.error.message);
  await fetch("/report", { method: "POST", body: JSON.stringify(found) });`;

it.skipIf(!chromium && !mandatory)("runs in a browser, across origins", { timeout: 60_000 }, async () => {
  if (!chromium) throw new Error("CI needs a Chromium");
  const seen: string[] = [];
  const context = { id: "ctx_1", title: "Support" };
  const api = await apiServer(
    [
      { status: 200, json: { data: [context], has_more: false } },
      { status: 403, json: { error: { message: "no plan" } } },
    ],
    seen,
  );
  const module = await bundle(program(api));
  let report = (_: string): void => undefined;
  const reported = new Promise<string>((resolve) => (report = resolve));
  open(
    chromium,
    await pageServer(
      () => module,
      (text) => report(text),
    ),
  );
  expect(JSON.parse(await reported)).toEqual(["Config", "Support", "AccessDenied", 403, "no plan"]);
  expect(seen).toEqual([
    "OPTIONS authorization",
    "GET /ai/execution-contexts?limit=1&context_group=a%26b",
    "OPTIONS authorization,content-type",
    "POST /ai/execution-contexts",
  ]);
});
