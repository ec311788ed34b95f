import type { WachtClient } from "../generated/typescript/wacht/index.js";
import { call, chapter, outcome, piece } from "./page.js";

export async function execute(client: WachtClient, id: string): Promise<void> {
  chapter("Execute: the tag of a union decides what may stand beside it");
  const agent_name = "support-bot";

  call('client.ai.executeAgent(id, { agent_name, type: "new_message", message }).send()');
  const answer = await client.ai.executeAgent(id, { agent_name, type: "new_message", message: "Help me reset my password" }).send();
  outcome(answer.conversation_id, answer.response);

  call('client.ai.executeAgent(id, { agent_name, type: "continue", files }).send()');
  const next = await client.ai.executeAgent(id, { agent_name, type: "continue", files: ["file_7"] }).send();
  outcome(next.conversation_id, next.response);
}

export async function stream(client: WachtClient, id: string): Promise<void> {
  chapter("Stream: events as they arrive, by name");
  call('for await (const event of client.ai.executeAgent(id, { agent_name, type: "stream", message }).stream())');
  const request = { agent_name: "support-bot", type: "stream", message: "Help me reset my password" } as const;
  piece("    ");
  for await (const event of client.ai.executeAgent(id, request).stream()) {
    switch (event.event) {
      case "message_delta":
        piece(event.text);
        break;
      case "tool_call":
        piece(`[calls ${event.name}] `);
        break;
      default:
        piece(` [${event.event}]`);
    }
  }
  piece("\n");
}
