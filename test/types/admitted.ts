import type {
  AgentEvent,
  AiExecutionContext,
  ContextStatus,
  CreateExecutionContextError,
  ExecuteAgentRequest,
  WachtClient,
} from "../../generated/typescript/wacht/index.js";

declare const client: WachtClient;

/** Every error of an operation is named, so `never` is left. */
export async function exhaustive(): Promise<string> {
  const result = await client.ai.createExecutionContext({ title: "Support" }).result();
  if (result.ok) return result.value.id;
  return explain(result.error);
}

function explain(error: CreateExecutionContextError): string {
  switch (error.kind) {
    case "InvalidRequest":
      return `${error.status satisfies 400}`;
    case "Unauthorized":
      return `${error.status satisfies 401}`;
    case "AccessDenied":
      return `${error.status satisfies 403}`;
    case "NotFound":
      return `${error.status satisfies 404} ${error.body?.error?.message ?? ""}`;
    case "RateLimited":
      return `${error.status satisfies 429}`;
    case "ServerError":
    case "UnexpectedStatus":
      return `${error.status satisfies number} ${error.requestId ?? ""}`;
    case "Timeout":
      return error.phase;
    case "Decode":
      return error.path;
    case "InvalidArgument":
      return error.violations.map(({ path, rule }) => `${path} ${rule}`).join();
    case "Config":
    case "Transport":
    case "Cancelled":
    case "Auth":
    case "LocalRateLimit":
    case "Middleware":
      return error.message;
    default: {
      const rest: never = error;
      return rest;
    }
  }
}

/** A status that this client does not know is a status. */
export const unknownStatus: ContextStatus = "waiting_for_input";

/** What was received can be narrowed to the known values, and kept where it is another. */
export function stateOf(context: AiExecutionContext): string {
  switch (context.status) {
    case undefined:
      return "unknown";
    case "active":
    case "inactive":
    case "archived":
      return context.status;
    default:
      return `new: ${context.status}`;
  }
}

/** An event that this client does not know is the object that came. */
export function textOf(event: AgentEvent): string {
  switch (event.event) {
    case "message_delta":
      return event.text;
    case "tool_call":
      return event.name;
    case "completed":
      return event.conversation_id ?? "";
    default: {
      const name: string = event.event;
      const anything: unknown = event["anything"];
      return `${name} ${String(anything)}`;
    }
  }
}

/** A variable of the whole union can be sent, not only a literal of one variant. */
export function run(request: ExecuteAgentRequest): Promise<unknown> {
  return client.ai.executeAgent("ctx_123", request).send();
}

/** A list goes on by its items, or by its pages. */
export async function walk(): Promise<string[]> {
  const found: string[] = [];
  const call = client.ai.listExecutionContexts({ status: "active" }).limit(10).maxItems(100);
  for await (const item of call.contextGroup("support").items()) found.push((item satisfies AiExecutionContext).id);
  for await (const page of call.pages()) found.push(...page.data.map(({ id }) => id));
  for await (const { requestId, value } of call.withResponse().pages()) found.push(requestId ?? "", ...value.data.map(({ id }) => id));
  for await (const { title } of client.ai.fetchExecutionContexts().items()) found.push(title);
  return found;
}

/** A builder can be kept and branched; the object form says the same. */
export async function branches(): Promise<number[]> {
  const active = client.ai.listExecutionContexts({ status: "active" });
  const pages = await Promise.all([active.limit(10).send(), active.contextGroup("support").send()]);
  return pages.map((page) => page.data.length);
}
/** The request's tag decides what may be called, and a request that only the program knows can be called either way. */
export async function stream(request: ExecuteAgentRequest): Promise<string> {
  const run = { agent_name: "bot", message: "Hi" };
  let text = "";
  for await (const event of client.ai
    .executeAgent("ctx_123", { ...run, type: "stream" })
    .timeout(1000)
    .stream())
    if (event.event === "message_delta") text += event.text;
  const answer = await client.ai.executeAgent("ctx_123", { ...run, type: "new_message" }).send();
  const either = client.ai.executeAgent("ctx_123", request);
  if (request.type !== "stream") return `${(await either.send()).response}${answer.response}`;
  for await (const event of either.stream()) if (event.event === "completed") break;
  return text;
}
