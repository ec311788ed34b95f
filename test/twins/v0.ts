import {
  createExecutionContext,
  type AiExecutionContext,
  type CreateAiExecutionContextRequest,
  type CreateExecutionContextError,
  type Result,
} from "../../generated/typescript/wacht-v0/index.js";

/** Function signature. */
export const signature: (request: CreateAiExecutionContextRequest) => Promise<AiExecutionContext> = createExecutionContext;

/** Basic usage. */
export async function startSession(): Promise<void> {
  const request: CreateAiExecutionContextRequest = { agent_id: "agent_123" };
  request.session_id = "session_789";
  request.context = { source: "web_app", version: "1.0.0" };

  const context = await createExecutionContext(request);
  console.log(`Created execution context: ${context.id ?? ""}`);
  console.log(`Session: ${context.session_id ?? ""}`);
}

/** Advanced usage. */
export async function startAiSession(agentId: string, workflowId?: string): Promise<AiExecutionContext> {
  const request: CreateAiExecutionContextRequest = { agent_id: agentId };
  if (workflowId !== undefined) request.workflow_id = workflowId;
  request.session_id = crypto.randomUUID();
  request.context = {
    platform: process.platform,
    timestamp: new Date().toISOString(),
    user_agent: "typescript-sdk/1.0",
    initial_state: "ready",
  };

  const context = await createExecutionContext(request);
  console.log("AI session started");
  console.log(`Context ID: ${context.id ?? ""}`);
  console.log(`Agent: ${context.agent_id ?? ""}`);
  console.log(`Session: ${context.session_id ?? ""}`);
  return context;
}

/** Advanced usage, the call below it. */
export function startWorkflow(): Promise<AiExecutionContext> {
  return startAiSession("agent_123", "workflow_456");
}

/** Error handling. */
export async function createOrExplain(request: CreateAiExecutionContextRequest): Promise<void> {
  const result: Result<AiExecutionContext, CreateExecutionContextError> = await createExecutionContext(request).result();
  if (result.ok) {
    console.log("Successfully created execution context");
    console.log(`Context ID: ${result.value.id ?? ""}`);
    console.log("Ready for AI operations");
    return;
  }
  const { error } = result;
  switch (error.kind) {
    case "NotFound":
      console.log(`Agent not found: ${error.detail}`);
      break;
    case "AccessDenied":
      console.log(`Access denied: ${error.detail}`);
      break;
    case "InvalidRequest":
      console.log(`Invalid request: ${error.detail}`);
      break;
    case "Unauthorized":
    case "RateLimited":
    case "ServerError":
    case "UnexpectedStatus":
      console.log(`API error ${error.status}: ${error.detail}`);
      break;
    default:
      console.log(`Failed to create context: ${error.message}`);
  }
}
