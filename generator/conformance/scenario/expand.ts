import type { Span } from "../../source/span.js";
import { milliseconds } from "./duration.js";
import type { CallScript, Scenario, Split } from "./scenario.js";
import type { CallText, ExchangeText, MatrixText, ScenarioText, SuiteText, surfaces } from "./shapes.js";

type Defaults = NonNullable<SuiteText["defaults"]>;

const lineEnds = { lf: "\n", crlf: "\r\n", cr: "\r" } as const;

/** The scenarios that a checked text stands for: its defaults filled in, its matrix multiplied out. */
export function expand(name: string, text: ScenarioText, defaults: Defaults, origin: Span): readonly Scenario[] {
  const base = scenario(name, text, defaults, origin);
  return corners(text.matrix ?? {}, longestBody(base)).map(({ variant, ...corner }) => ({
    ...base,
    variant,
    ...(corner.split && { split: corner.split }),
    ...(corner.lineEnd !== undefined && { lineEnd: corner.lineEnd }),
    ...(corner.http2 && { http2: corner.http2 }),
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
    exchange: list.flatMap(({ times = 1, ...each }) => Array.from({ length: times }, () => filled(each))),
    ...("repeat" in exchange && { repeat: filled(exchange.repeat) }),
    ...(text.http === 2 && { http2: true }),
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
  readonly http2?: true;
  readonly surface?: (typeof surfaces)[number];
}

function corners(matrix: MatrixText, length: number): readonly Corner[] {
  return axesOf(matrix, length).reduce<readonly Corner[]>(
    (found, axis) =>
      found.flatMap((corner) =>
        axis.map((next) => ({ ...corner, ...next, variant: [corner.variant, next.variant].filter(Boolean).join(" ") })),
      ),
    [{ variant: "" }],
  );
}

function axesOf({ split, line_end: ends, http, surface }: MatrixText, length: number): readonly (readonly Corner[])[] {
  return [
    split && splits(length),
    ends?.map((end): Corner => ({ variant: `line_end=${end}`, lineEnd: lineEnds[end] })),
    http?.map((version): Corner => ({ variant: `http=${version}`, ...(version === "2" && { http2: true }) })),
    surface?.map((each): Corner => ({ variant: `surface=${each}`, surface: each })),
  ].filter((axis) => axis !== undefined);
}

function splits(length: number): readonly Corner[] {
  const cuts = Array.from({ length: Math.max(0, length - 1) }, (_, index) => index + 1);
  return [
    { variant: "whole" },
    ...cuts.map((offset): Corner => ({ variant: `split=${offset}`, split: { kind: "at", offset } })),
    { variant: "split=bytes", split: { kind: "bytes" } },
  ];
}

function longestBody({ exchange, repeat }: Scenario): number {
  const replies = [...exchange, ...(repeat ? [repeat] : [])].map(({ reply }) => Buffer.byteLength(reply?.bytes ?? reply?.text ?? ""));
  return Math.max(0, ...replies);
}
