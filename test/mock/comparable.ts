import type { BoundCall } from "../../generator/conformance/scenario/bind.js";
import type { Scenario } from "../../generator/conformance/scenario/scenario.js";
import type { ExchangeText, ReplyText } from "../../generator/conformance/scenario/shapes.js";
import type { Operation } from "../../generator/model/index.js";

/** What a scenario that needs no fault lets one expect of any server of its schema. */
export type Expectation =
  /** The request is admitted, and the answer fits its type; `by` is what the scenario looks at, if it does. */
  | { readonly kind: "answered"; readonly by?: "ok" | "events" | "items" | "pages" }
  /** The client refuses; the server hears nothing. */
  | { readonly kind: "unsent"; readonly error: string }
  /** The server answers with this status, and the client calls it so. */
  | { readonly kind: "refused"; readonly status: number; readonly error: string };

const played = ["send", "result", "with_response", "stream", "items", "pages"];

/** Undefined where a mock has nothing to say: faults, time, answers that are wrong on purpose, untyped paths. */
export function expectationOf(scenario: Scenario, call: BoundCall | undefined, operation: Operation | undefined): Expectation | undefined {
  const { exchange, repeat, outcome } = scenario;
  // How the scripted server cuts its bytes is no business of a mock.
  if (scenario.split || scenario.lineEnd !== undefined) return undefined;
  if (!call || !operation || scenario.calls.length !== 1 || scenario.realTime !== undefined || repeat || outcome.client_error !== undefined)
    return undefined;
  const { verb, take, again } = call.driver;
  if (call.script.input.cancel !== undefined || take !== undefined || again || !played.includes(verb) || exchange.some(isFaulty))
    return undefined;
  const error = kindOf(outcome.error);
  if (exchange.length === 0) return error === undefined ? undefined : { kind: "unsent", error };
  const statuses = exchange.map(({ reply }) => reply?.status ?? 200);
  const [status = 200, second] = statuses;
  if (error === undefined) return statuses.every((each) => declaresSuccess(operation, each)) ? answered(outcome) : undefined;
  const cases = operation.errors.cases.filter(({ match }) => match.kind === "status" && match.status === status);
  return status >= 400 && second === undefined && cases.length < 2 ? { kind: "refused", status, error } : undefined;
}

function answered(outcome: Scenario["outcome"]): Expectation {
  const by = (["ok", "events", "items", "pages"] as const).find((each) => outcome[each] !== undefined);
  return { kind: "answered", ...(by && { by }) };
}

/** A pattern of kinds says that the scenario is not about one. */
function kindOf(error: unknown): string | undefined {
  const kind: unknown = typeof error === "object" && error !== null && "kind" in error ? error.kind : undefined;
  return typeof kind === "string" && !kind.startsWith("/") ? kind : undefined;
}

function isFaulty({ fault, reply }: ExchangeText): boolean {
  const { cut, then, fault: inReply, takes, gzip }: ReplyText = reply ?? {};
  return [fault, cut, then, inReply, takes, gzip].some((each) => each !== undefined);
}

function declaresSuccess({ success }: Operation, status: number): boolean {
  return success.some((each) => each.status === status);
}
