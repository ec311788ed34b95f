import type { Span } from "../../source/span.js";
import type { ExchangeText, InputText, OutcomeText } from "./shapes.js";

/** A file of scenarios, read and expanded. */
export interface Suite {
  /** As messages call it, and as it lies on the disk. */
  readonly path: string;
  /** The root document of its schema, absolute. */
  readonly schema: string;
  /** Where its file names the schema. */
  readonly origin: Span;
  readonly scenarios: readonly Scenario[];
}

/** What not every language, or not every transport, can do. `second_use`: read a value again that was read to its end. */
export type Ability = "http2" | "second_use";

/** One thing to play: a row of a table and a corner of a matrix are scenarios of their own. */
export interface Scenario {
  /** `retry.get_503`; rows are told apart in brackets: `retry.get[408]`. */
  readonly name: string;
  /** Which corner of the matrix: `split=12`; empty without one. */
  readonly variant: string;
  readonly origin: Span;
  readonly doc?: string;
  readonly rules: readonly string[];
  /** Languages it is bound to; all if there are none. */
  readonly applies: readonly string[];
  readonly client: { readonly [option: string]: unknown };
  readonly calls: readonly CallScript[];
  readonly parallel: boolean;
  readonly exchange: readonly ExchangeText[];
  /** Answers all requests, in place of `exchange`. */
  readonly repeat?: ExchangeText;
  /** Milliseconds; undefined: not looked at. */
  readonly sleeps?: readonly number[];
  /** Milliseconds of real time, if deadlines are to be real. */
  readonly realTime?: number;
  readonly outcome: OutcomeText;
  /** How the bytes of an answer are cut into writes. */
  readonly split?: Split;
  readonly lineEnd?: string;
  /** The server speaks HTTP/2, over TLS; HTTP/1.1 otherwise. */
  readonly http2?: true;
}

/** What a scenario cannot be played without. */
export function needsOf({ http2, calls }: Scenario): readonly Ability[] {
  return [...(http2 ? ["http2" as const] : []), ...(calls.some(({ input }) => input.again) ? ["second_use" as const] : [])];
}

export type Split = { readonly kind: "at"; readonly offset: number } | { readonly kind: "bytes" };

/** One call of a scenario; `key` is what was written: `ai.execute_agent.stream`. */
export interface CallScript {
  readonly key: string;
  readonly input: InputText;
}
