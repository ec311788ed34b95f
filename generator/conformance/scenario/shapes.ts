import { z, type ZodType } from "zod";
import { factsOf, type KeyRule } from "../../syntax/shapes/shape.js";
import { either } from "./either.js";

/** Any JSON value: what is on the wire, or a logical value. */
const value = z.unknown();

const word = z.coerce.string();

/** `250ms`, `2s`, `1.5m`. */
const duration = word;

const headers = z.record(z.string(), either({ scalar: word, list: z.array(word), empty: true }));

const multipartPart = strict("a part", {
  name: word,
  filename: word.optional(),
  type: word.optional(),
  text: word.optional(),
  base64: word.optional(),
});

/** What a request has to look like; what is not named is not looked at. */
export const expectShape = strict("`expect`", {
  method: word.optional(),
  /** The raw request target, byte for byte. */
  target: word.optional(),
  /** Null: must be absent. A list: all values. `/../`: a pattern. */
  headers: headers.optional(),
  /** The body as JSON, by value. */
  json: value.optional(),
  /** The body's exact text, or its bytes as `hex:..` or `base64:..`. */
  bytes: word.optional(),
  body: z.literal("none").optional(),
  /** Keys that the JSON body must not have. */
  absent: z.array(word).optional(),
  multipart: z.array(multipartPart).optional(),
  /** Equal to an earlier request of the scenario, counted from 0, but for the headers of `differs`. */
  same_as: z.number().optional(),
  differs: z.array(word).optional(),
  connection: z.enum(["new", "reused"]).optional(),
});

const cut = strict("`cut`", { header: z.number().optional(), body: z.number().optional() });

const chunk = either({
  scalar: word,
  mapping: strict("a chunk", { hex: word.optional(), wait: z.literal("idle").optional(), time: duration.optional() }),
});

export const faults = [
  "refuse",
  "reset",
  "close",
  "stall",
  "garbage",
  "truncate",
  "slow",
  "gzip_broken",
  "oversized_header",
  "early_hints",
  "bad_certificate",
  "cut_handshake",
  "goaway",
  "refused_stream",
] as const;

const fault = z.enum(faults);

/** What the server answers, and where it stops. */
export const replyShape = strict("`reply`", {
  status: z.number().optional(),
  reason: word.optional(),
  headers: headers.optional(),
  json: value.optional(),
  text: word.optional(),
  /** Text as it is, without a `Content-Type` of its own. */
  bytes: word.optional(),
  hex: word.optional(),
  /** How often the text stands one behind the other. */
  times: z.number().optional(),
  /** Each is a write of its own. */
  chunks: z.array(chunk).optional(),
  gzip: z.boolean().optional(),
  /** Milliseconds or a duration of fake time that pass before the answer. */
  takes: duration.optional(),
  /** Stop after so many bytes of the header or of the body; `fault` says what happens then. */
  cut: cut.optional(),
  fault: fault.optional(),
  then: z.enum(["close", "stall"]).optional(),
});

export const exchangeShape = strict("an exchange", {
  /** So many exchanges of this kind, one behind the other. */
  times: z.number().optional(),
  expect: expectShape.optional(),
  reply: replyShape.optional(),
  fault: fault.optional(),
});

const callOptions = strict("the options of a call", {
  timeout: either({
    scalar: duration,
    mapping: strict("`timeout`", { attempt: duration.optional(), total: duration.optional(), idle: duration.optional() }),
  }).optional(),
  headers: z.record(z.string(), either({ scalar: word, empty: true })).optional(),
  extra_query: value.optional(),
  extra_body: value.optional(),
  retry: value.optional(),
  idempotency_key: word.optional(),
  rate_limit: word.optional(),
  max_items: z.number().optional(),
});

/** Where the caller cancels: before the call, once request n has arrived, in sleep n, or behind event n. */
const cancel = either({
  scalar: z.literal("before"),
  mapping: strict("`cancel`", { request: z.number().optional(), sleep: z.number().optional(), event: z.number().optional() }),
});

export const surfaces = ["builder", "object", "function"] as const;

/** The arguments of a call, logical: unions are `{variant: members}`, absent is left out. */
const inputShape = either({
  empty: true,
  mapping: strict("a call's arguments", {
    method: word.optional(),
    url: word.optional(),
    path: value.optional(),
    query: value.optional(),
    headers: value.optional(),
    cookies: value.optional(),
    body: value.optional(),
    options: callOptions.optional(),
    /** Client options that only this call has: a clone of the client. */
    with: value.optional(),
    /** Stop after so many events, items or pages. */
    take: z.number().optional(),
    /** Iterate a second time. */
    again: z.boolean().optional(),
    cancel: cancel.optional(),
    surface: z.enum(surfaces).optional(),
  }),
});

const callShape = z.record(z.string(), inputShape);

const callsShape = either({
  list: z.array(callShape),
  mapping: strict("`calls`", {
    times: z.number().optional(),
    of: either({ mapping: callShape, list: z.array(callShape) }),
    parallel: z.boolean().optional(),
  }),
});

const connectionShape = either({
  scalar: z.enum(["released", "closed"]),
  mapping: strict("`connection`", { closed_within: duration }),
});

const resultShape = strict("an outcome", {
  /** The decoded value, logical. */
  ok: value.optional(),
  /** Members that the type does not name, by their path. */
  extra: z.record(z.string(), value).optional(),
  error: value.optional(),
  events: z.array(value).optional(),
  items: z.array(value).optional(),
  pages: z.array(value).optional(),
  response: value.optional(),
  /** What building the client throws. */
  client_error: value.optional(),
});

const totals = {
  attempts: z.number().optional(),
  connection: connectionShape.optional(),
  /** `none_above`: the highest level that may be logged; `mention`: texts that must be there; `avoid`: that must not. */
  logs: strict("`logs`", {
    none_above: z.enum(["off", "error", "warn", "info", "debug"]).optional(),
    mention: z.array(word).optional(),
    avoid: z.array(word).optional(),
    lines: z.number().optional(),
  }).optional(),
  /** What observers are told, by name, in this order. */
  observed: z.array(word).optional(),
  /** Texts that no debug print may have, and some that one has to have. */
  debug: strict("`debug`", { mention: z.array(word).optional(), avoid: z.array(word).optional() }).optional(),
};

const outcomeShape = strict("`outcome`", {
  ...resultShape.shape,
  ...totals,
  /** For several calls: each of them, or one after the other. */
  all: resultShape.optional(),
  each: z.array(resultShape).optional(),
});

/** Axes that a scenario is multiplied by. */
const matrixShape = strict("`matrix`", {
  /** A reply whole, cut at every byte, and byte by byte. */
  split: z.literal("every").optional(),
  /** What `⏎` stands for. */
  line_end: z.array(z.enum(["lf", "crlf", "cr"])).optional(),
  surface: z.array(z.enum(surfaces)).optional(),
  http: z.array(word.pipe(z.enum(["1.1", "2"]))).optional(),
});

const sleepShape = either({
  scalar: duration,
  mapping: strict("a run of sleeps", { after: z.number().optional(), each: duration, count: z.number() }),
});

export const scenarioShape = strict("a scenario", {
  doc: word.optional(),
  /** Ids of the rules that it shows. */
  rules: either({ scalar: word, list: z.array(word) }).optional(),
  /** Languages it is bound to; all if left out. */
  applies: z.array(word).optional(),
  client: value.optional(),
  call: callShape.optional(),
  calls: callsShape.optional(),
  exchange: either({ list: z.array(exchangeShape), mapping: strict("`exchange`", { repeat: exchangeShape }) }).optional(),
  sleeps: z.array(sleepShape).optional(),
  /** Deadlines run in real time; nothing else does. Milliseconds that the whole scenario may take then. */
  real_time: duration.optional(),
  outcome: outcomeShape.optional(),
  /** The server speaks HTTP/2 only, over TLS; targets whose transport does not are left out. */
  http: z.literal(2).optional(),
  matrix: matrixShape.optional(),
});

const vectorKey: KeyRule = { noun: "a vector", pattern: /[\s\S]?/, rule: "it is anything" };

/** Vectors of one JSON type: the text on the wire, and the value it stands for. */
const vectorsShape = strict("vectors", {
  /** The operation with the type as its body and its answer. */
  call: word,
  rules: either({ scalar: word, list: z.array(word) }).optional(),
  applies: z.array(word).optional(),
  /** Text on the wire to value. A list: text and value are the same. */
  accepts: either({ list: z.array(value), mapping: named(vectorKey, value) }).optional(),
  /** Texts that are no such value; as a mapping, with the path of the error. */
  refuses: either({ list: z.array(word), mapping: named(vectorKey, word) }).optional(),
  /** Like `accepts`, with the value sent and the text expected. */
  sends: either({ list: z.array(value), mapping: named(vectorKey, value) }).optional(),
  /** Values that are refused before anything is sent; as a list of `[value, words of the message..]` or values. */
  rejects: z.array(value).optional(),
});

export const suiteShape = strict("a suite", {
  suite: z.literal(1),
  /** The root document of the schema, from this file's folder. */
  schema: word,
  doc: word.optional(),
  defaults: strict("`defaults`", { rules: scenarioShape.shape.rules, client: value.optional(), expect: expectShape.optional() }).optional(),
  scenarios: z.record(z.string(), value).optional(),
  vectors: z.record(z.string(), vectorsShape).optional(),
});

export type MatrixText = z.output<typeof matrixShape>;
export type ScenarioText = z.output<typeof scenarioShape>;
export type VectorsText = z.output<typeof vectorsShape>;
export type SuiteText = z.output<typeof suiteShape>;
export type ExpectText = z.output<typeof expectShape>;
export type ReplyText = z.output<typeof replyShape>;
export type ExchangeText = z.output<typeof exchangeShape>;
export type ResultText = z.output<typeof resultShape>;
/** Faults that a client meets before it has sent a request. */
export const unheard: ReadonlySet<string | undefined> = new Set(["refuse", "bad_certificate", "cut_handshake"]);

export type OutcomeText = z.output<typeof outcomeShape>;
export type InputText = Exclude<z.output<typeof inputShape>, null>;
export type CallText = z.output<typeof callShape>;

/** A mapping with exactly these keys. */
function strict<S extends Readonly<Record<string, ZodType>>>(
  noun: string,
  shape: S,
): z.ZodObject<{ -readonly [K in keyof S]: S[K] }, z.core.$strict> {
  const object = z.strictObject(shape);
  factsOf.set(object, { noun });
  return object;
}

function named<T extends ZodType>(keys: KeyRule, shape: T): z.ZodRecord<z.ZodString, T> {
  const record = z.record(z.string(), shape);
  factsOf.set(record, { keys });
  return record;
}
