import type { Scenario } from "../scenario/scenario.js";
import { unheard } from "../scenario/shapes.js";
import { headerValues } from "../server/received-request.js";
import { checkFailure, checkResult } from "./check-result.js";
import { checkRequest } from "./check-request.js";
import { difference, shown } from "./difference.js";
import type { Seen } from "./play.js";

/** The credential of every scenario: wherever it turns up but in a request, something leaks. */
export const sentinel = "SENTINEL-SECRET";

/** Everything that is not as the scenario says; nothing if it passes. */
export function judge(seen: Seen): readonly string[] {
  const { scenario } = seen;
  return [...results(scenario, seen), ...requests(scenario, seen), ...totals(scenario, seen), ...always(seen)];
}

function results({ outcome }: Scenario, { done }: Seen): readonly string[] {
  if (outcome.client_error !== undefined) {
    return checkFailure(outcome.client_error, { ...(done.clientError && { error: done.clientError }) }, "the client");
  }
  if (done.clientError) return [`the client cannot be made: ${done.clientError.kind}: ${done.clientError.text}`];
  const { all, each } = outcome;
  return done.results.flatMap((result, index) => {
    const where = done.results.length === 1 ? "the call" : `call ${index}`;
    const own = each?.[index] ?? all ?? (index === done.results.length - 1 ? outcome : {});
    return checkResult(own, result, where);
  });
}

function requests(scenario: Scenario, { requests: received, unexpected, left, refused }: Seen): readonly string[] {
  const scripted = scenario.exchange.filter(({ fault }) => !unheard.has(fault));
  const checks = received.flatMap((_, index) => {
    const expect = scenario.repeat ? scenario.repeat.expect : scripted[index]?.expect;
    return expect ? checkRequest(expect, received, index) : [];
  });
  const rest = scenario.repeat ? 0 : left;
  return [
    ...checks,
    ...unexpected.map(({ method, target }) => `a request that is not in the script: ${method} ${target}`),
    ...(rest > 0
      ? [`${rest} of ${scenario.exchange.length} exchanges did not take place (${received.length} requests, ${refused} refused)`]
      : []),
  ];
}

function totals({ outcome, sleeps }: Scenario, seen: Seen): readonly string[] {
  const attempts = seen.requests.length + seen.refused;
  const wrong =
    outcome.attempts === undefined || outcome.attempts === attempts ? [] : [`there were ${attempts} attempts, not ${outcome.attempts}`];
  const slept = sleeps && difference(sleeps, seen.sleeps, "sleeps");
  const open = outcome.connection !== undefined && outcome.connection !== "released" ? seen.connections : 0;
  return [
    ...wrong,
    ...(slept === undefined ? [] : [`${slept} (slept ${shown(seen.sleeps)} ms)`]),
    ...(open > 0 ? [`${open} connections are still open`] : []),
    ...(outcome.observed ? [difference(outcome.observed, seen.done.observed, "observed")].filter((each) => each !== undefined) : []),
    ...logs(outcome.logs, seen),
    ...texts("the debug output", outcome.debug, seen.done.debug),
  ];
}

const levels = ["off", "error", "warn", "info", "debug"];

function logs(expected: Scenario["outcome"]["logs"], { done }: Seen): readonly string[] {
  if (!expected) return [];
  const { none_above: highest, lines } = expected;
  const above = highest === undefined ? [] : done.logs.filter(({ level }) => levels.indexOf(level) > levels.indexOf(highest));
  return [
    ...above.map(({ level, text }) => `logged at ${level}: ${text}`),
    ...(lines === undefined || lines === done.logs.length ? [] : [`${done.logs.length} lines were logged, not ${lines}`]),
    ...texts(
      "the log",
      expected,
      done.logs.map(({ level, text }) => `${level}: ${text}`),
    ),
  ];
}

function texts(
  what: string,
  expected: { readonly mention?: readonly string[] | undefined; readonly avoid?: readonly string[] | undefined } | undefined,
  found: readonly string[],
): readonly string[] {
  const all = found.join("\n");
  return [
    ...(expected?.mention ?? []).filter((text) => !all.includes(text)).map((text) => `${what} does not mention ${shown(text)}`),
    ...(expected?.avoid ?? []).filter((text) => all.includes(text)).map((text) => `${what} mentions ${shown(text)}`),
  ];
}

/** What holds in every scenario: no secret gets out, nothing is printed, no connection is kept from its server. */
function always({ done, busy, printed, requests: received }: Seen): readonly string[] {
  const errors = [done.clientError, ...done.results.map(({ error }) => error)].flatMap((error) =>
    error ? [error.text, shown(error.cause)] : [],
  );
  const places: readonly (readonly [string, readonly string[]])[] = [
    ["an error", errors],
    ["a log line", done.logs.map(({ text }) => text)],
    ["a debug print", done.debug],
    ["the output", printed],
  ];
  const agents = received.filter((request) => headerValues(request, "user-agent").join().includes(sentinel));
  return [
    ...places.flatMap(([what, found]) =>
      found.filter((text) => text.includes(sentinel)).map((text) => `${what} holds the key: ${around(text)}`),
    ),
    ...(agents.length > 0 ? ["the user agent holds the key"] : []),
    ...(busy > 0 ? [`${busy} connections are held in the middle of an answer`] : []),
    ...(printed.length > 0 ? [`something was printed: ${printed.join(" / ").slice(0, 400)}`] : []),
  ];
}

function around(text: string): string {
  const at = text.indexOf(sentinel);
  return text.slice(Math.max(0, at - 60), at + 60);
}
