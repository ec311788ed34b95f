import { type ExecuteAgentError, type Result, type WachtClient, withOptions } from "../generated/typescript/wacht/index.js";
import { call, chapter, outcome, remark } from "./page.js";

/** Every way in which a call can end, by kind: leave a case out, and `never` says so. */
function explain(result: Result<unknown, ExecuteAgentError>): void {
  if (result.ok) return outcome("ok");
  const { error } = result;
  switch (error.kind) {
    case "InvalidRequest":
    case "Unauthorized":
    case "AccessDenied":
    case "NotFound":
    case "RateLimited":
    case "ServerError":
    case "UnexpectedStatus":
      return outcome(error.kind, `${error.status}: ${error.detail} (${error.requestId})`);
    case "InvalidArgument":
      return outcome(error.kind, error.message);
    case "Transport":
    case "Timeout":
      return outcome(error.kind, `in the phase ${error.phase}`);
    default:
      return outcome(error.kind, error.message);
  }
}

/** Meets each error. Nobody listens at `deserted`. */
export async function errors(client: WachtClient, id: string, deserted: string): Promise<void> {
  chapter("Errors: a union for each operation, by status, transport included");
  const request = { agent_name: "support-bot", type: "continue" } as const;
  const execute = client.ai.executeAgent(id, request);

  call("const result = await client.ai.executeAgent(id, request).result()");
  const nameless = { ...request, agent_name: "" };
  explain(await client.ai.executeAgent(id, nameless).result());
  remark("That was the client itself, before sending. The service has its own words:");
  const careless = withOptions(client, { checkRequests: false });
  explain(await careless.ai.executeAgent(id, nameless).result());
  explain(await execute.header("authorization", null).result());
  explain(await client.ai.executeAgent("ctx_of_nobody", request).result());
  remark("The mock gives any declared status on demand:");
  for (const status of [403, 429, 503]) explain(await execute.header("prefer", `code=${status}`).options({ retry: 1 }).result());
  const nowhere = withOptions(client, { baseUrl: deserted, retry: 1 });
  explain(await nowhere.ai.executeAgent(id, request).result());
}
