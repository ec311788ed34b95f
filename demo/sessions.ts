import { createClient, createExecutionContext, init } from "../generated/typescript/wacht-v0/index.js";
import { call, chapter, outcome } from "./page.js";

/** The older API: free functions over a client of the process. */
export async function sessions(baseUrl: string): Promise<void> {
  chapter("The older API: functions, over a client for the whole process");
  init(createClient({ apiKey: "wk_live_demo", baseUrl }));

  call("await createExecutionContext({ agent_id, session_id, context })");
  const session = await createExecutionContext({
    agent_id: "agent_123",
    session_id: "session_789",
    context: { source: "web_app", version: "1.0.0" },
  });
  outcome(session.id, `${session.agent_id}, ${session.session_id}`, session.created_at);
}
