import { beforeEach, describe, expect, it } from "vitest";
import { WachtClient } from "../../generated/typescript/wacht/index.js";
import { mock, type Mock, type MockOptions } from "../../generator/mock.js";

let server: Mock;
let client: WachtClient;

async function start(options: Partial<MockOptions> = {}): Promise<void> {
  server = await mock({ schema: "schema/wacht/api.yaml", ...options });
  client = new WachtClient({ apiKey: "wk_live_0123456789", baseUrl: server.url });
}

beforeEach(async () => {
  await start();
  return () => server.close();
});

describe("what was created", () => {
  it("can be listed, with filters, changed and executed", async () => {
    const created = await client.ai.createExecutionContext({ title: "Sales", context_group: "sales", status: "active" }).send();
    expect(created.id).toMatch(/^ctx_\w{10}$/);
    expect(Date.parse(created.created_at ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const sales = await client.ai.listExecutionContexts().contextGroup("sales").send();
    expect(sales).toMatchObject({ data: [created], has_more: false });
    const changed = await client.ai.updateExecutionContext(created.id).withStatus("archived").send();
    expect(changed).toMatchObject({ ...created, status: "archived", updated_at: expect.any(String) });
    expect((await client.ai.listExecutionContexts().status("archived").send()).data).toEqual([changed]);
    const done = await client.ai.executeAgent(created.id, { agent_name: "bot", type: "continue", files: ["file_7"] }).send();
    expect(done.response).toBe("Thank you. That is the right file.");
  });

  it("stands beside what the examples show", async () => {
    const page = await client.ai.listExecutionContexts().send();
    expect(page.data.map(({ id, title }) => [id, title])).toEqual([["ctx_123", "Customer Support Context"]]);
  });

  it("is forgotten when it is told to", async () => {
    await client.ai.createExecutionContext({ title: "Sales" }).send();
    server.reset();
    expect((await client.ai.listExecutionContexts().send()).data).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  it("gets the same ids for the same seed", async () => {
    const idOf = async () => (await client.ai.createExecutionContext({ title: "Sales" }).send()).id;
    const [first] = [await idOf(), await server.close()];
    await start();
    const [second] = [await idOf(), await server.close()];
    await start({ seed: 2 });
    expect(second).toBe(first);
    expect(await idOf()).not.toBe(first);
  });
});

describe("refusals", () => {
  it("name every violation, in the service's own shape", async () => {
    const lenient = new WachtClient({ apiKey: "k", baseUrl: server.url, checkRequests: false });
    const result = await lenient.ai.listExecutionContexts({ limit: 500, offset: -1 }).result();
    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: "InvalidRequest",
        detail: "query.limit is above the greatest 100; query.offset is below the least 0",
        code: "invalid_request",
      },
    });
    expect(server.requests[0]).toMatchObject({ operation: "ai.list_execution_contexts", status: 400, problems: { length: 2 } });
  });

  it("answer 404 for an id that nobody has seen", async () => {
    const result = await client.ai.updateExecutionContext("ctx_nobody").withTitle("x").result();
    expect(result).toMatchObject({ ok: false, error: { kind: "NotFound", detail: "there is no context_id `ctx_nobody`" } });
  });

  it("answer 401 without a credential, or with another than the given ones", async () => {
    const anonymous = await client.ai.listExecutionContexts().header("authorization", null).result();
    expect(anonymous).toMatchObject({ ok: false, error: { kind: "Unauthorized", status: 401 } });
    await server.close();
    await start({ keys: ["wk_live_the_right_one"] });
    expect(await client.ai.listExecutionContexts().result()).toMatchObject({ ok: false, error: { kind: "Unauthorized" } });
    const right = new WachtClient({ apiKey: "wk_live_the_right_one", baseUrl: server.url });
    expect(await right.ai.listExecutionContexts().result()).toMatchObject({ ok: true });
    expect(JSON.stringify(server.requests)).not.toContain("wk_live");
  });

  it.each([
    [400, "InvalidRequest"],
    [401, "Unauthorized"],
    [403, "AccessDenied"],
    [404, "NotFound"],
    [429, "RateLimited"],
    [500, "ServerError"],
    [418, "UnexpectedStatus"],
  ])("give status %i on demand", async (code, kind) => {
    const call = client.ai.createExecutionContext({ title: "x" }).header("prefer", `code=${code}`);
    expect(await call.result()).toMatchObject({ ok: false, error: { kind, status: code, detail: "the request preferred this answer" } });
  });
});
