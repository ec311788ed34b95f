import type { AiExecutionContext, WachtClient } from "../../generated/typescript/wacht/index.js";

declare const client: WachtClient;

/** Awaited and thrown away: nothing was sent. */
export async function forgotten(): Promise<void> {
  await client.ai.updateExecutionContext("ctx_123", { title: "Support" });
}

/** A call can be handed on by an async function, and is still a call of the same type. */
async function prepared() {
  await Promise.resolve();
  return client.ai.updateExecutionContext("ctx_123", { title: "Support" });
}

export async function handedOn(): Promise<AiExecutionContext> {
  const call = await prepared();
  const [again, other] = await Promise.all([prepared(), prepared()]);
  await again.timeout(1).send();
  await other.timeout(1).send();
  return call.withStatus("active").send();
}
