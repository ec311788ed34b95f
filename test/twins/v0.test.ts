import { beforeEach, expect, it, vi } from "vitest";
import { sent } from "./expected.js";
import { loopback, type Reply } from "./loopback.js";
import type * as Twins from "./v0.js";

const printed: unknown[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, "log").mockImplementation((value) => void printed.push(value));
  return () => vi.restoreAllMocks();
});

/** Runs a twin against a server with this reply; the modules are loaded anew, so that the default client is made anew from the environment. */
async function run<R>(twin: (twins: typeof Twins) => Promise<R>, reply: Reply): Promise<{ requests: readonly string[]; value: R }> {
  const { url, requests } = await loopback([reply]);
  vi.resetModules();
  vi.stubEnv("WACHT_API_KEY", "wk_live_0123456789");
  vi.stubEnv("WACHT_BASE_URL", url);
  const value = await twin(await import("./v0.js"));
  vi.unstubAllEnvs();
  return { requests, value };
}

const target = "/ai-execution-context";

it("has the signature of the document", async () => {
  const { requests, value } = await run(({ signature }) => signature({ agent_id: "agent_123" }), { json: { id: "ctx_1" } });
  expect(requests).toEqual([sent({ method: "POST", target, body: '{"agent_id":"agent_123"}' })]);
  expect(value).toEqual({ id: "ctx_1" });
});

it("CFG-2: the default client writes the log that the environment asks for", async () => {
  const lines: unknown[] = [];
  vi.spyOn(console, "info").mockImplementation((line) => void lines.push(line));
  vi.stubEnv("WACHT_LOG", "info");
  await run(({ signature }) => signature({ agent_id: "agent_123" }), { json: { id: "ctx_1" } });
  expect(lines).toEqual([expect.stringMatching(/create_execution_context: 200; POST /)]);
});

it("starts a session", async () => {
  const { requests } = await run(({ startSession }) => startSession(), { json: { id: "ctx_1", session_id: "session_789" } });
  const body = '{"agent_id":"agent_123","session_id":"session_789","context":{"source":"web_app","version":"1.0.0"}}';
  expect(requests).toEqual([sent({ method: "POST", target, body })]);
  expect(printed).toEqual(["Created execution context: ctx_1", "Session: session_789"]);
});

it("starts a session with a workflow", async () => {
  vi.spyOn(crypto, "randomUUID").mockReturnValue("00000000-0000-4000-8000-000000000000");
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 15), toFake: ["Date"] });
  const { requests, value } = await run(({ startWorkflow }) => startWorkflow(), { json: { agent_id: "agent_123" } });
  vi.useRealTimers();
  const body = `{"agent_id":"agent_123","workflow_id":"workflow_456","session_id":"00000000-0000-4000-8000-000000000000","context":{"platform":"${process.platform}","timestamp":"2026-01-15T00:00:00.000Z","user_agent":"typescript-sdk/1.0","initial_state":"ready"}}`;
  expect(requests).toEqual([sent({ method: "POST", target, body })]);
  expect(printed).toEqual(["AI session started", "Context ID: ", "Agent: agent_123", "Session: "]);
  expect(value).toEqual({ agent_id: "agent_123" });
});

it.each([
  [200, { id: "ctx_1" }, ["Successfully created execution context", "Context ID: ctx_1", "Ready for AI operations"]],
  [404, { error: { message: "nobody" } }, ["Agent not found: nobody"]],
  [403, { error: { message: "no plan" } }, ["Access denied: no plan"]],
  [400, { errors: [{ message: "no agent_id" }] }, ["Invalid request: no agent_id"]],
  [418, { message: "teapot" }, ["API error 418: teapot"]],
  [200, [], [expect.stringMatching(/^Failed to create context: .*Decode/)]],
])("explains status %i", async (status, json, lines) => {
  await run(({ createOrExplain }) => createOrExplain({ agent_id: "agent_123" }), { status, json });
  expect(printed).toEqual(lines);
});
