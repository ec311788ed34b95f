import { beforeEach, expect, it, vi } from "vitest";
import { WachtClient } from "../../generated/typescript/wacht/index.js";
import { sent } from "./expected.js";
import * as guide from "./guide.js";
import { loopback, type Reply } from "./loopback.js";

const printed: unknown[][] = [];

beforeEach(() => {
  printed.length = 0;
  const print = (...values: unknown[]) => void printed.push(values);
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  return () => vi.restoreAllMocks();
});

/** Runs a twin against a server with these replies. */
async function run<R>(twin: (client: WachtClient) => Promise<R>, ...replies: Reply[]): Promise<{ requests: readonly string[]; value: R }> {
  const { url, requests } = await loopback(replies);
  const value = await twin(new WachtClient({ apiKey: "wk_live_0123456789", baseUrl: url }));
  return { requests, value };
}

const context = { id: "ctx_123", title: "Customer Support Context" };
const page = {
  data: [
    { ...context, status: "active", context_group: "support" },
    { id: "ctx_124", title: "Sales" },
  ],
  has_more: false,
};

it("initialises a client from a key, and from the environment", async () => {
  const { url, requests } = await loopback([{ json: page }]);
  vi.stubEnv("WACHT_BASE_URL", url);
  const client = guide.initialise();
  vi.unstubAllEnvs();
  await client.ai.fetchExecutionContexts().send();
  expect(requests).toEqual([sent({ method: "GET", target: "/ai/execution-contexts" })]);
});

it("lists contexts", async () => {
  const { requests } = await run(guide.printTitles, { json: page });
  expect(requests).toEqual([sent({ method: "GET", target: "/ai/execution-contexts" })]);
  expect(printed).toEqual([["Customer Support Context: active"], ["Sales: unknown"]]);
});

it("lists contexts with filters, in the order of the schema", async () => {
  const { requests } = await run(guide.printSupportContexts, { json: page });
  const target = "/ai/execution-contexts?limit=50&offset=0&status=active&context_group=support";
  expect(requests).toEqual([sent({ method: "GET", target })]);
  expect(printed).toEqual([["Customer Support Context (group: support)"], ["Sales (group: default)"]]);
});

it("creates a context", async () => {
  const { requests } = await run(guide.createSupportContext, { json: context });
  const body =
    '{"title":"Customer Support Context","system_instructions":"You are a helpful customer support assistant.","context_group":"support","status":"active"}';
  expect(requests).toEqual([sent({ method: "POST", target: "/ai/execution-contexts", body })]);
  expect(printed).toEqual([["Created context: ctx_123"]]);
});

it("updates a context", async () => {
  const { requests, value } = await run(guide.promoteSupportContext, { json: { ...context, status: "reviewing", tier: 2 } });
  const body =
    '{"title":"Updated Support Context","system_instructions":"You are a senior customer support specialist.","status":"active"}';
  expect(requests).toEqual([sent({ method: "PATCH", target: "/ai/execution-contexts/ctx_123", body })]);
  expect(value).toEqual({ ...context, status: "reviewing", tier: 2 });
});

it("executes an agent", async () => {
  const { requests } = await run(guide.askSupportBot, { json: { response: "Here is a link." } });
  const body = '{"agent_name":"support-bot","type":"new_message","message":"Help me reset my password"}';
  expect(requests).toEqual([sent({ method: "POST", target: "/ai/execution-contexts/ctx_123/execute", body })]);
  expect(printed).toEqual([["Agent response:", "Here is a link."]]);
});

it("has every setter of an update", async () => {
  const { requests } = await run(guide.moveContext, { json: context });
  expect(requests).toEqual([sent({ method: "PATCH", target: "/ai/execution-contexts/ctx_123", body: '{"context_group":"sales"}' })]);
});

it("streams an answer", async () => {
  const events = 'event: message_delta\ndata: {"text":"Hel"}\n\nevent: message_delta\ndata: {"text":"lo"}\n\ndata: [DONE]\n\n';
  const { requests } = await run(guide.printWhileAnswering, { events });
  const body = '{"agent_name":"support-bot","type":"stream","message":"Hi"}';
  expect(requests).toEqual([sent({ method: "POST", target: "/ai/execution-contexts/ctx_123/execute", body, accept: "text/event-stream" })]);
  expect(printed).toEqual([["Hel"], ["lo"]]);
});

it("executes every variant", async () => {
  const { requests, value } = await run(guide.runEveryVariant, { json: { response: "1" } }, { json: { response: "2" } });
  const target = "/ai/execution-contexts/ctx_123/execute";
  const bodies = [
    '{"agent_name":"support-bot","type":"new_message","message":"Look at these","files":["file_1","file_2"]}',
    '{"agent_name":"support-bot","type":"continue"}',
  ];
  expect([...requests].sort()).toEqual(bodies.map((body) => sent({ method: "POST", target, body })).sort());
  expect(value).toHaveLength(2);
});

it("sends system instructions as they are written", async () => {
  const { requests } = await run((client) => client.ai.createExecutionContext(guide.supportAgent).send(), { json: context });
  const body =
    '{"title":"Support Agent","system_instructions":"You are a customer support agent for Wacht. Be polite, concise, and helpful. Always prioritize customer satisfaction.","context_group":"support","status":"active"}';
  expect(requests).toEqual([sent({ method: "POST", target: "/ai/execution-contexts", body })]);
});

it("creates a context for each department", async () => {
  const sales = { id: "ctx_1", title: "Sales Context" };
  const support = { id: "ctx_2", title: "Support Context" };
  const { requests, value } = await run(guide.createDepartments, { json: sales }, { json: support });
  const bodies = [
    '{"title":"Sales Context","system_instructions":"You are a sales assistant.","context_group":"sales","status":"active"}',
    '{"title":"Support Context","system_instructions":"You are a support assistant.","context_group":"support","status":"active"}',
  ];
  expect(requests).toEqual(bodies.map((body) => sent({ method: "POST", target: "/ai/execution-contexts", body })));
  expect(value).toEqual([sales, support]);
});

it("prints what it has", async () => {
  await run(guide.printOrExplain, { json: page });
  expect(printed).toEqual([["Context: Customer Support Context"], ["Context: Sales"]]);
});

it.each([
  ["documented", { error: { code: "bad_key", message: "No such key" } }],
  ["served", { errors: [{ message: "No such key", code: 401 }] }],
])("explains an answer with the %s error body", async (_, json) => {
  await run(guide.printOrExplain, { status: 401, json });
  expect(printed).toEqual([["API Error 401: No such key"]]);
});

it("explains a network that fails", async () => {
  await guide.printOrExplain(new WachtClient({ apiKey: "wk_live_0123456789", baseUrl: "http://127.0.0.1:1" }));
  expect(printed).toEqual([[expect.stringMatching(/^Network error: /)]]);
});

it("explains whatever else goes wrong", async () => {
  await run(guide.printOrExplain, { json: { data: "nothing" } });
  expect(printed).toEqual([[expect.stringMatching(/^Other error: .*\$\.data/)]]);
});
