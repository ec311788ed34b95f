import type { CreateExecutionContextError, WachtClient } from "../../generated/typescript/wacht/index.js";

declare const client: WachtClient;

// A required member of the body is missing.
// @ts-expect-error 2345
client.ai.createExecutionContext({ system_instructions: "Be brief." });

// A required argument is missing.
// @ts-expect-error 2554
client.ai.updateExecutionContext();

// There is no such variant.
// @ts-expect-error 2820
client.ai.executeAgent("ctx_123", { agent_name: "bot", type: "new_mesage", message: "Hi" });

// A variant without one of its own members.
// @ts-expect-error 2345
client.ai.executeAgent("ctx_123", { agent_name: "bot", type: "stream" });

// A member of another variant.
// @ts-expect-error 2353
client.ai.executeAgent("ctx_123", { agent_name: "bot", type: "continue", message: "Hi" });

// A request for a stream has no answer, and any other no stream.
// @ts-expect-error 2339
client.ai.executeAgent("ctx_123", { agent_name: "bot", type: "stream", message: "Hi" }).send();
// @ts-expect-error 2339
client.ai.executeAgent("ctx_123", { agent_name: "bot", type: "continue" }).stream();

// A misspelt filter, in an object and as a setter.
// @ts-expect-error 2561
client.ai.listExecutionContexts({ staus: "active" });
// @ts-expect-error 2551
client.ai.listExecutionContexts().contextgroup("support");

// A value of the wrong type.
// @ts-expect-error 2345
client.ai.listExecutionContexts().limit("50");
// @ts-expect-error 2322
client.ai.listExecutionContexts({ limit: "50" });
// @ts-expect-error 2345
client.ai.updateExecutionContext("ctx_123").withStatus(7);

// Null, where the schema does not say `| null`.
// @ts-expect-error 2345
client.ai.updateExecutionContext("ctx_123").withTitle(null);

// `undefined` for a member that may be absent.
// @ts-expect-error 2379
client.ai.updateExecutionContext("ctx_123", { title: undefined });

// A builder is not a promise: nothing has been sent.
export async function forgotten(): Promise<number> {
  const page = await client.ai.listExecutionContexts();
  // @ts-expect-error 2339
  return page.data.length;
}

// A switch that leaves out `NotFound` falls through to its end.
// @ts-expect-error 2366
export function explain(error: CreateExecutionContextError): string {
  switch (error.kind) {
    case "InvalidRequest":
    case "Unauthorized":
    case "AccessDenied":
    case "RateLimited":
    case "ServerError":
    case "UnexpectedStatus":
      return error.message;
    case "Config":
    case "InvalidArgument":
    case "Transport":
    case "Timeout":
    case "Cancelled":
    case "Decode":
    case "Auth":
      return "not answered";
  }
}

// What is left for the default branch is `NotFound`, not `never`.
export function explainOrNever(error: CreateExecutionContextError): string {
  switch (error.kind) {
    case "InvalidRequest":
    case "Unauthorized":
    case "AccessDenied":
    case "RateLimited":
    case "ServerError":
    case "UnexpectedStatus":
    case "Config":
    case "InvalidArgument":
    case "Transport":
    case "Timeout":
    case "Cancelled":
    case "Decode":
    case "Auth":
      return error.message;
    default: {
      // @ts-expect-error 2322
      const rest: never = error;
      return rest;
    }
  }
}

// An operation that does not list `NotFound` cannot raise it.
export async function impossible(): Promise<boolean> {
  const result = await client.ai.listExecutionContexts().result();
  // @ts-expect-error 2367
  return !result.ok && result.error.kind === "NotFound";
}

// Only lists have items.
// @ts-expect-error 2339
client.ai.createExecutionContext({ title: "x" }).items();

// An item is what the page holds.
export async function itemsOfPages(): Promise<void> {
  // @ts-expect-error 2339
  for await (const { data } of client.ai.listExecutionContexts().items()) void data;
}
