import type { Span } from "../../source/span.js";
import { milliseconds } from "./duration.js";
import type { CallScript, Scenario, Split } from "./scenario.js";
import { surfaces, type CallText, type ExchangeText, type ScenarioText, type SuiteText } from "./shapes.js";

type Defaults = NonNullable<SuiteText["defaults"]>;

const lineEnds: Readonly<Record<string, string>> = { lf: "\n", crlf: "\r\n", cr: "\r" };

/** The scenarios that a checked text stands for: its defaults filled in, its matrix multiplied out. */
export function expand(name: string, text: ScenarioText, defaults: Defaults, origin: Span): readonly Scenario[] {
  const base = scenario(name, text, defaults, origin);
  return corners(text.matrix ?? {}, longestBody(base)).map(({ variant, ...corner }) => ({
    ...base,
    variant,
    ...(corner.split && { split: corner.split }),
    ...(corner.lineEnd !== undefined && { lineEnd: corner.lineEnd }),
    ...(corner.surface && { calls: base.calls.map(({ key, input }) => ({ key, input: { ...input, surface: corner.surface } })) }),
  }));
}

function scenario(name: string, text: ScenarioText, defaults: Defaults, origin: Span): Scenario {
  const { exchange = [] } = text;
  const list = Array.isArray(exchange) ? exchange : [];
  const filled = (each: ExchangeText): ExchangeText => withDefaults(each, defaults);
  return {
    name,
    variant: "",
    origin,
    ...(text.doc !== undefined && { doc: text.doc }),
    rules: [...textsOf(defaults.rules), ...textsOf(text.rules)],
    applies: text.applies ?? [],
    client: { ...Object(defaults.client), ...Object(text.client) },
    ...callsOf(text),
    exchange: list.map(filled),
    ...("repeat" in exchange && { repeat: filled(exchange.repeat) }),
    ...(text.sleeps && { sleeps: sleepsOf(text.sleeps) }),
    ...(text.real_time !== undefined && { realTime: milliseconds(text.real_time) }),
    outcome: text.outcome ?? {},
  };
}

function textsOf(texts: string | readonly string[] = []): readonly string[] {
  return typeof texts === "string" ? [texts] : texts;
}

function withDefaults(exchange: ExchangeText, { expect }: Defaults): ExchangeText {
  if (!expect) return exchange;
  const headers = { ...expect.headers, ...exchange.expect?.headers };
  return { ...exchange, expect: { ...expect, ...exchange.expect, headers } };
}

function callsOf({ call, calls }: ScenarioText): Pick<Scenario, "calls" | "parallel"> {
  const one = (each: CallText): readonly CallScript[] => Object.entries(each).map(([key, input]) => ({ key, input: input ?? {} }));
  if (call) return { calls: one(call), parallel: false };
  if (!calls) return { calls: [], parallel: false };
  if (Array.isArray(calls)) return { calls: calls.flatMap(one), parallel: false };
  const { times = 1, of, parallel = false } = calls;
  const each = (Array.isArray(of) ? of : [of]).flatMap(one);
  return { calls: Array.from({ length: times }, () => each).flat(), parallel };
}

/** `[{after: 10, each: 1s, count: 9}]` is nine sleeps of one second; `after` is for the reader. */
function sleepsOf(sleeps: NonNullable<ScenarioText["sleeps"]>): readonly number[] {
  return sleeps.flatMap((sleep) =>
    typeof sleep === "string" ? [milliseconds(sleep)] : Array.from({ length: sleep.count }, () => milliseconds(sleep.each)),
  );
}

interface Corner {
  readonly variant: string;
  readonly split?: Split;
  readonly lineEnd?: string;
  readonly surface?: (typeof surfaces)[number];
}

function corners(matrix: NonNullable<ScenarioText["matrix"]>, length: number): readonly Corner[] {
  return Object.entries(matrix).reduce<readonly Corner[]>(
    (found, [axis, values]) =>
      found.flatMap((corner) =>
        axisOf(axis, values, length).map((next) => ({
          ...corner,
          ...next,
          variant: [corner.variant, next.variant].filter(Boolean).join(" "),
        })),
      ),
    [{ variant: "" }],
  );
}

function axisOf(axis: string, values: "every" | readonly unknown[], length: number): readonly Corner[] {
  if (axis === "split") {
    const cuts = Array.from({ length: Math.max(0, length - 1) }, (_, index) => index + 1);
    return [
      { variant: "whole" },
      ...cuts.map((offset): Corner => ({ variant: `split=${offset}`, split: { kind: "at", offset } })),
      { variant: "split=bytes", split: { kind: "bytes" } },
    ];
  }
  const list = Array.isArray(values) ? values.map(String) : [];
  if (axis === "line_end") return list.map((end) => ({ variant: `line_end=${end}`, lineEnd: lineEnds[end] ?? "\n" }));
  return surfaces.filter((surface) => list.includes(surface)).map((surface) => ({ variant: `surface=${surface}`, surface }));
}

function longestBody({ exchange, repeat }: Scenario): number {
  const replies = [...exchange, ...(repeat ? [repeat] : [])].map(({ reply }) => Buffer.byteLength(reply?.bytes ?? reply?.text ?? ""));
  return Math.max(0, ...replies);
}
