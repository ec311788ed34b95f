import type { AiExecutionContext, WachtClient } from "../generated/typescript/wacht/index.js";
import { call, chapter, outcome, remark } from "./page.js";

function show({ id, title, status, context_group }: AiExecutionContext): void {
  outcome(id, title, status, context_group);
}

export async function create(client: WachtClient): Promise<AiExecutionContext> {
  chapter("Create");
  call("client.ai.createExecutionContext({ title, context_group, status }).send()");
  const support = await client.ai
    .createExecutionContext({
      title: "Customer Support Context",
      system_instructions: "You are a helpful customer support assistant.",
      context_group: "support",
      status: "active",
    })
    .send();
  show(support);
  for (const title of ["Leads", "Renewals", "Partners", "Fairs"])
    show(await client.ai.createExecutionContext({ title, context_group: "sales", status: "active" }).send());
  return support;
}

export async function list(client: WachtClient): Promise<void> {
  chapter("List, with a setter for each filter");
  call('client.ai.listExecutionContexts().status("active").contextGroup("support").send()');
  const page = await client.ai.listExecutionContexts().status("active").contextGroup("support").send();
  for (const context of page.data) show(context);
  remark("The first one is an example of the schema: the mock begins with it.");

  chapter("Page through: a request for every two, as they are used up");
  call('for await (const context of client.ai.listExecutionContexts({ context_group: "sales", limit: 2 }).items())');
  for await (const context of client.ai.listExecutionContexts({ context_group: "sales", limit: 2 }).items()) show(context);
}

export async function update(client: WachtClient, id: string): Promise<void> {
  chapter("Update, with a setter for each field");
  call('client.ai.updateExecutionContext(id).withTitle("Senior Support").withStatus("archived").send()');
  show(await client.ai.updateExecutionContext(id).withTitle("Senior Support").withStatus("archived").send());
}
