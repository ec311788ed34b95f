import { RateLimitedError, type WachtClient } from "../generated/typescript/wacht/index.js";
import { call, chapter, outcome, remark } from "./page.js";

const burst = Array.from({ length: 12 }, (_, index) => ({ title: `Burst ${index + 1}`, context_group: "burst" }));

export async function limit(client: WachtClient): Promise<void> {
  chapter("Hit the limit: 10 contexts in any second, says the schema");

  call("Promise.all(burst.map((context) => client.ai.createExecutionContext(context).send()))");
  const start = performance.now();
  const created = await Promise.all(burst.map((context) => client.ai.createExecutionContext(context).send()));
  outcome(`${created.length} created`, `in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  remark("The client knows the limit and waits. A client that does not is refused:");

  call('client.ai.createExecutionContext(context).options({ rateLimit: "off", retry: 1 }).result()');
  const results = await Promise.all(
    burst.map((context) => client.ai.createExecutionContext(context).options({ rateLimit: "off", retry: 1 }).result()),
  );
  const refused = results.flatMap((result) => (result.ok ? [] : [result.error]));
  const first = refused.find((error) => error instanceof RateLimitedError);
  outcome(`${refused.length} refused`, first?.kind, first?.status, `retry after ${(first?.retryAfter ?? 0) / 1000} s`);
}
