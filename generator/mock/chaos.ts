import type { Random } from "../values/index.js";

/** What can go wrong on purpose, how often it does by default, and what it is. */
export const chaosKinds = {
  latency: { rate: 0.3, doc: "50 to 800 ms later than otherwise" },
  limit: { rate: 0.1, doc: "429 with Retry-After, whatever the declared limits say" },
  error: { rate: 0.05, doc: "500, 502 or 503 instead of an answer" },
  reset: { rate: 0.05, doc: "the connection is reset instead of an answer" },
  cut: { rate: 0.2, doc: "a stream breaks off after some of its events" },
  enum: { rate: 0.1, doc: "answers have values that open enums do not know yet" },
  field: { rate: 0.2, doc: "answers have fields that the schema does not know yet" },
} as const;

export type ChaosKind = keyof typeof chaosKinds;

/** How often each kind happens, from 0 to 1. */
export type Chaos = Readonly<Record<ChaosKind, number>>;

const kinds = Object.keys(chaosKinds).filter(isKind);

export const noChaos: Chaos = rates(() => 0);
export const usualChaos: Chaos = rates((kind) => chaosKinds[kind].rate);

/** `latency=0.5,reset=0.1`: these alone; throws a `RangeError` that says what is wrong. */
export function readChaos(text: string): Chaos {
  const given = new Map<ChaosKind, number>();
  for (const part of text.split(",")) {
    const [name = "", value = ""] = part.split("=").map((each) => each.trim());
    const rate = Number(value === "" ? "x" : value);
    if (!isKind(name)) throw new RangeError(`there is no chaos \`${name}\`; there are ${kinds.join(", ")}`);
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`the rate of \`${name}\` is a number from 0 to 1, as in ${name}=0.2`);
    given.set(name, rate);
  }
  return rates((kind) => given.get(kind) ?? 0);
}

function isKind(name: string): name is ChaosKind {
  return Object.hasOwn(chaosKinds, name);
}

function rates(rateOf: (kind: ChaosKind) => number): Chaos {
  const rate = (kind: ChaosKind): number => rateOf(kind);
  return {
    latency: rate("latency"),
    limit: rate("limit"),
    error: rate("error"),
    reset: rate("reset"),
    cut: rate("cut"),
    enum: rate("enum"),
    field: rate("field"),
  };
}

/** What goes wrong with one request. */
export interface Mishap {
  /** Milliseconds. */
  readonly latency: number;
  readonly reset: boolean;
  /** A status to answer with. */
  readonly status: number | undefined;
  readonly cut: boolean;
  readonly enum: boolean;
  readonly field: boolean;
}

/** Draws for every kind, so that a rate of one kind does not change what happens with the others. */
export function mishap(chaos: Chaos, random: Random): Mishap {
  const late = random.happens(chaos.latency);
  const latency = random.integer(50, 800);
  const [reset, limit, error] = [random.happens(chaos.reset), random.happens(chaos.limit), random.happens(chaos.error)];
  const status = random.pick([500, 502, 503]);
  return {
    latency: late ? latency : 0,
    reset,
    status: limit ? 429 : error ? status : undefined,
    cut: random.happens(chaos.cut),
    enum: random.happens(chaos.enum),
    field: random.happens(chaos.field),
  };
}
