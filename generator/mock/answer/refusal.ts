import type { Operation } from "../../model/index.js";
import type { Answer } from "./answer.js";
import { challengeOf } from "../auth.js";
import { declaredStatuses, failure, statusForInvalid } from "./failure.js";
import { jsonText } from "../json-text.js";
import type { Service } from "../service.js";

/** A refusal in the service's own error shape, with every reason. */
export function refusal(
  service: Service,
  operation: Operation | undefined,
  status: number,
  problems: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const { body, type } = failure(service, operation, status, problems.join("; "));
  const text = jsonText(service.table, type, body);
  return {
    status,
    headers: { "Content-Type": "application/json", ...statusHeaders(service, status), ...headers },
    body: text,
    problems,
    notes: [],
  };
}

/** What some statuses come with (RFC 9110). */
function statusHeaders(service: Service, status: number): Readonly<Record<string, string>> {
  if (status === 401) return { "WWW-Authenticate": challengeOf(service) };
  return status === 429 || status === 503 ? { "Retry-After": "1" } : {};
}

/** The answer that `Prefer: code` asks for, the schema's example of it first; undefined for the operation's successes. */
export function preferredFailure(service: Service, operation: Operation, code: number): Answer | undefined {
  if (operation.success.some(({ status }) => status === code)) return undefined;
  if (code < 400) {
    const problem = `header.Prefer asks for the status ${code}; the operation has ${declaredStatuses(operation)}`;
    return refusal(service, operation, statusForInvalid(operation), [problem]);
  }
  const answer = refusal(service, operation, code, ["the request preferred this answer"]);
  const shown = operation.examples.find(({ status, response }) => status === code && response !== undefined)?.response;
  const { type } = failure(service, operation, code, "");
  const body = shown === undefined ? {} : { body: jsonText(service.table, type, shown) };
  return { ...answer, ...body, problems: [], notes: ["preferred"] };
}

/** The answer of a chaos that has a status. */
export function mishapAnswer(service: Service, operation: Operation, status: number): Answer {
  return { ...refusal(service, operation, status, ["chaos"]), problems: [], notes: [`chaos: ${status}`] };
}
