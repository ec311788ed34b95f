import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { publint } from "publint";
import { beforeAll, describe, expect, it } from "vitest";
import { node, tarball, tool, workshop } from "./workshop.js";

const require = createRequire(import.meta.url);

let shop: ReturnType<typeof workshop>;

beforeAll(() => {
  shop = workshop();
  return () => shop.remove();
}, 120_000);

const app = `
import http from "node:http";
import type { AddressInfo } from "node:net";
import { WachtClient, type AiExecutionContext } from "@wacht/sdk";
import { listExecutionContexts } from "@wacht/sdk/ai";
import { createClient } from "@wacht/sdk/core";
import { createExecutionContext } from "@wacht/sdk-v0/execution-context";

const context: AiExecutionContext = { id: "ctx_1", title: "Support" };
const server = http.createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.method === "GET" ? { data: [context], has_more: false } : context));
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const baseUrl = \`http://127.0.0.1:\${(server.address() as AddressInfo).port}\`;
process.env["WACHT_BASE_URL"] = baseUrl;
process.env["WACHT_API_KEY"] = "wk_live_0";

const page = await new WachtClient({ apiKey: "wk_live_0", baseUrl }).ai.listExecutionContexts().limit(1).send();
const same = await listExecutionContexts(createClient({ apiKey: "wk_live_0", baseUrl })).send();
const created = await createExecutionContext({ agent_id: "agent_1" });
console.log(page.data[0]?.title, same.data.length, created.id);
server.closeAllConnections();
server.close();
`;

const tsconfig = {
  compilerOptions: { target: "es2023", module: "nodenext", strict: true, exactOptionalPropertyTypes: true, types: ["node"], outDir: "out" },
  files: ["app.ts"],
};

describe.each(["sdk", "sdk-v0"])("the package %s", { timeout: 120_000 }, (name) => {
  it("satisfies publint", async () => {
    const { messages } = await publint({ pkgDir: path.join(shop.app, "node_modules/@wacht", name), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it("has types that resolve, by attw", () => {
    const folder = path.join(shop.folder, name);
    const attw = path.join(require.resolve("@arethetypeswrong/cli/package.json"), "../dist/index.js");
    const said = node(folder, attw, tarball(folder), "--profile", "esm-only", "--format", "ascii");
    expect(said).toContain("node16 (from ESM): 🟢 (ESM)");
  });

  it("depends on nothing", () => {
    const manifest = readFileSync(path.join(shop.folder, name, "package.json"), "utf8");
    expect(Object.keys(JSON.parse(manifest) as object).filter((key) => /dependencies/i.test(key))).toEqual(["devDependencies"]);
  });
});

it("is imported by an application, every door of it", { timeout: 120_000 }, () => {
  writeFileSync(path.join(shop.app, "app.ts"), app);
  writeFileSync(path.join(shop.app, "tsconfig.json"), JSON.stringify(tsconfig));
  node(shop.app, tool("typescript/bin/tsc"), "-p", ".");
  expect(node(shop.app, "out/app.js").trim()).toBe("Support 1 ctx_1");
});
