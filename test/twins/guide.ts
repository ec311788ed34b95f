import {
  ApiError,
  WachtClient,
  type AiExecutionContext,
  type CreateAiExecutionContextRequest,
  type ExecuteAgentResponse,
} from "../../generated/typescript/wacht/index.js";

/** Prerequisites. */
export function initialise(): WachtClient {
  return new WachtClient("wk_live_0123456789");
}

/** List execution contexts, basic. */
export async function printTitles(client: WachtClient): Promise<void> {
  const contexts = await client.ai.fetchExecutionContexts().send();
  for (const context of contexts.data) console.log(`${context.title}: ${context.status ?? "unknown"}`);
}

/** List execution contexts, with filters. */
export async function printSupportContexts(client: WachtClient): Promise<void> {
  const contexts = await client.ai.listExecutionContexts().limit(50).offset(0).status("active").contextGroup("support").send();
  for (const context of contexts.data) console.log(`${context.title} (group: ${context.context_group ?? "default"})`);
}

/** Create execution context. */
export async function createSupportContext(client: WachtClient): Promise<void> {
  const context = await client.ai
    .createExecutionContext({
      title: "Customer Support Context",
      system_instructions: "You are a helpful customer support assistant.",
      context_group: "support",
      status: "active",
    })
    .send();
  console.log(`Created context: ${context.id}`);
}

/** Update execution context. */
export function promoteSupportContext(client: WachtClient): Promise<AiExecutionContext> {
  return client.ai
    .updateExecutionContext("ctx_123")
    .withTitle("Updated Support Context")
    .withSystemInstructions("You are a senior customer support specialist.")
    .withStatus("active")
    .send();
}

/** Execute agent. */
export async function askSupportBot(client: WachtClient): Promise<void> {
  const result = await client.ai
    .executeAgent("ctx_123", { agent_name: "support-bot", type: "new_message", message: "Help me reset my password" })
    .send();
  console.log("Agent response:", result.response);
}

/** Builder methods: the setter of an update that no other twin calls. */
export function moveContext(client: WachtClient): Promise<AiExecutionContext> {
  return client.ai.updateExecutionContext("ctx_123").withContextGroup("sales").send();
}

/** `ExecuteAgentRequestType::Stream`: the answer as it comes. */
export async function printWhileAnswering(client: WachtClient): Promise<void> {
  const stream = client.ai.executeAgent("ctx_123", { agent_name: "support-bot", type: "stream", message: "Hi" }).stream();
  for await (const event of stream) if (event.event === "message_delta") console.log(event.text);
}

/** `ExecuteAgentRequestType`: the other variants, and a message with files. */
export function runEveryVariant(client: WachtClient): Promise<ExecuteAgentResponse[]> {
  const run = { agent_name: "support-bot" };
  return Promise.all([
    client.ai.executeAgent("ctx_123", { ...run, type: "new_message", message: "Look at these", files: ["file_1", "file_2"] }).send(),
    client.ai.executeAgent("ctx_123", { ...run, type: "continue" }).send(),
  ]);
}

/** System instructions. */
export const supportAgent: CreateAiExecutionContextRequest = {
  title: "Support Agent",
  system_instructions:
    "You are a customer support agent for Wacht. Be polite, concise, and helpful. Always prioritize customer satisfaction.",
  context_group: "support",
  status: "active",
};

/** Context groups. */
export async function createDepartments(client: WachtClient): Promise<[sales: AiExecutionContext, support: AiExecutionContext]> {
  const sales = await client.ai
    .createExecutionContext({
      title: "Sales Context",
      system_instructions: "You are a sales assistant.",
      context_group: "sales",
      status: "active",
    })
    .send();
  const support = await client.ai
    .createExecutionContext({
      title: "Support Context",
      system_instructions: "You are a support assistant.",
      context_group: "support",
      status: "active",
    })
    .send();
  return [sales, support];
}

/** Error handling. */
export async function printOrExplain(client: WachtClient): Promise<void> {
  const result = await client.ai.fetchExecutionContexts().result();
  if (result.ok) {
    for (const context of result.value.data) console.log(`Context: ${context.title}`);
  } else if (result.error instanceof ApiError) {
    console.error(`API Error ${result.error.status}: ${result.error.detail}`);
  } else if (result.error.kind === "Transport") {
    console.error(`Network error: ${result.error.message}`);
  } else {
    console.error(`Other error: ${result.error.message}`);
  }
}
