import type { Scenario } from "./scenario.js";
import type { ExchangeText } from "./shapes.js";

/** What a scenario says that would have no effect; undefined if there is nothing. */
export function contradictionIn(scenario: Scenario): string | undefined {
  const exchanges = [...scenario.exchange, ...(scenario.repeat ? [scenario.repeat] : [])];
  const ofHttp = exchanges.map((each) => (scenario.http2 ? http2Contradiction(each) : http1Contradiction(each)));
  return [
    ...ofHttp,
    firstGoaway(scenario),
    ...exchanges.map(loneCut),
    ...scenario.calls.map(({ key, input }) => iteration(key, input)),
  ].find((problem) => problem !== undefined);
}

function faultsOf({ fault, reply }: ExchangeText): readonly string[] {
  return [fault, reply?.fault].filter((each) => each !== undefined);
}

function http1Contradiction(exchange: ExchangeText): string | undefined {
  const fault = faultsOf(exchange).find((each) => each === "goaway" || each === "refused_stream");
  return fault && `\`${fault}\` is of HTTP/2, and the scenario has no \`http: 2\``;
}

/** What only a server that writes HTTP/1.1 by hand can do. */
function http2Contradiction(exchange: ExchangeText): string | undefined {
  const fault = faultsOf(exchange).find((each) => each === "garbage" || each === "oversized_header");
  if (fault) return `\`${fault}\` is of HTTP/1.1`;
  if (exchange.reply?.reason !== undefined) return "HTTP/2 has no `reason` beside the status";
  return exchange.reply?.cut?.header === undefined ? undefined : "headers of HTTP/2 cannot be cut";
}

/** It names the stream before its own, and there is no stream 0 that Node would name. */
function firstGoaway({ exchange: [first] }: Scenario): string | undefined {
  return first && faultsOf(first).includes("goaway") ? "`goaway` needs an exchange before it" : undefined;
}

/** A reply that is cut and then waits for nothing would hold its client for ever. */
function loneCut({ reply }: ExchangeText): string | undefined {
  return reply?.cut && reply.fault === undefined && reply.then === undefined ? "a `cut` needs a `fault` or a `then`" : undefined;
}

function iteration(key: string, input: Scenario["calls"][number]["input"]): string | undefined {
  if (/\.(stream|items|pages)$/.test(key)) return undefined;
  const word = input.take !== undefined ? "take" : input.again !== undefined ? "again" : undefined;
  if (word !== undefined) return `\`${word}\` is about \`.stream\`, \`.items\` and \`.pages\``;
  return typeof input.cancel === "object" && input.cancel.event !== undefined ? "`cancel: {event}` is about what is iterated" : undefined;
}
