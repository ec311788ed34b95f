import { gzipSync } from "node:zlib";
import type { Scenario } from "../scenario/scenario.js";
import type { ReplyText } from "../scenario/shapes.js";

/** What is written, write by write, and what becomes of the connection then. */
export interface Answer {
  readonly writes: readonly Write[];
  readonly end: "keep" | "close" | "reset" | "stall";
}

export type Write = Buffer | "pause" | "idle" | { readonly time: string };

export type Shape = Pick<Scenario, "split" | "lineEnd">;

/** A reply before it is written: what it says, whatever the version of HTTP. */
export interface Content {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly framing: "length" | "chunked" | "close";
  readonly body: readonly Write[];
}

export function contentOf(reply: ReplyText, { split, lineEnd }: Shape): Content {
  const pieces = bodyPieces(reply, lineEnd);
  const framing = framingOf(reply, pieces);
  const body = pieces.flatMap((piece) => (Buffer.isBuffer(piece) ? cutInto(piece, split, reply) : [piece]));
  return { status: reply.status ?? 200, headers: headersOf(reply, framing, pieces), framing, body };
}

/** The bytes of a reply in HTTP/1.1, with whatever is wrong with them. */
export function answerOf(reply: ReplyText, shape: Shape): Answer {
  const { fault } = reply;
  if (fault === "garbage") return { writes: [Buffer.from("SSH-2.0-none\r\n\r\n")], end: "close" };
  const content = contentOf(reply, shape);
  const { framing, body } = content;
  const head = Buffer.from(headOf(content, reply), "latin1");
  const early = fault === "early_hints" ? [Buffer.from("HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n")] : [];
  const framed = framing === "chunked" ? [...body.map(chunkOf), ...(isCut(reply) ? [] : [Buffer.from("0\r\n\r\n")])] : body;
  return { writes: [...early, ...stopped(head, body, framed, reply)], end: endOf(reply, framing) };
}

type Framing = Content["framing"];

function bodyPieces(reply: ReplyText, lineEnd: string | undefined): readonly Write[] {
  if (reply.chunks)
    return reply.chunks.map((chunk): Write => {
      if (typeof chunk === "string") return Buffer.from(chunk);
      if (chunk.hex !== undefined) return Buffer.from(chunk.hex.replace(/\s/g, ""), "hex");
      if (chunk.time !== undefined) return { time: chunk.time };
      return "idle";
    });
  const bytes = bodyBytes(reply, lineEnd);
  // Behind the header of ten bytes, a block of a type that does not exist.
  if (reply.fault === "gzip_broken") return [Buffer.concat([gzipSync(bytes).subarray(0, 10), Buffer.alloc(64, 0x07)])];
  return reply.gzip ? [gzipSync(bytes)] : bytes.length === 0 ? [] : [bytes];
}

function bodyBytes({ json, text, bytes, hex, times = 1 }: ReplyText, lineEnd = "\n"): Buffer {
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ""), "hex");
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  return Buffer.from((bytes ?? text ?? "").repeat(times).replaceAll("⏎", lineEnd));
}

function framingOf({ chunks, headers = {}, then, fault }: ReplyText, pieces: readonly Write[]): Framing {
  const streams = /event-stream|jsonl|ndjson/.test(String(valueOf(headers, "content-type")));
  if (valueOf(headers, "transfer-encoding") !== undefined || chunks || pieces.length > 1) return "chunked";
  if (streams || then === "stall") return "chunked";
  return fault === "truncate" || then !== "close" ? "length" : "close";
}

function headersOf(reply: ReplyText, framing: Framing, pieces: readonly Write[]): Content["headers"] {
  const { status = 200, headers = {}, json, text, fault, gzip } = reply;
  const size = pieces.reduce((sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : 0), 0);
  const hasBody = status >= 200 && status !== 204 && status !== 304;
  const media = json !== undefined ? "application/json" : text !== undefined ? "text/plain; charset=utf-8" : undefined;
  const all: (readonly [string, string | readonly string[] | null | undefined])[] = [
    ["content-type", media],
    ["content-encoding", gzip || fault === "gzip_broken" ? "gzip" : undefined],
    ["content-length", framing === "length" && hasBody ? String(fault === "truncate" ? size + 10 : size) : undefined],
    ["transfer-encoding", framing === "chunked" ? "chunked" : undefined],
    ["connection", framing === "close" || reply.then === "close" ? "close" : undefined],
    ["x-padding", fault === "oversized_header" ? "x".repeat(1 << 20) : undefined],
  ];
  const own = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  return [...all.filter(([name]) => !own.has(name)), ...Object.entries(headers)].flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly string[]) : value === null || value === undefined ? [] : [String(value)]).map(
      (each) => [name, Buffer.from(each).toString("latin1")] as const,
    ),
  );
}

function headOf({ status, headers }: Content, { reason }: ReplyText): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reason ?? reasons[status] ?? "Status"}\r\n${lines.join("")}\r\n`;
}

/** Each write as its own chunk; what is no bytes stays what it is. */
function chunkOf(write: Write): Write {
  if (!Buffer.isBuffer(write)) return write;
  return Buffer.concat([Buffer.from(`${write.length.toString(16)}\r\n`), write, Buffer.from("\r\n")]);
}

function cutInto(piece: Buffer, split: Shape["split"], { fault }: ReplyText): readonly Write[] {
  if (fault === "slow" || split?.kind === "bytes") return [...piece].flatMap((byte): Write[] => [Buffer.from([byte]), "pause"]);
  if (split?.kind !== "at" || split.offset >= piece.length) return [piece];
  return [piece.subarray(0, split.offset), "pause", piece.subarray(split.offset)];
}

function isCut({ fault, cut, then }: ReplyText): boolean {
  return cut !== undefined || then === "stall" || (fault !== undefined && ["reset", "close", "stall", "truncate"].includes(fault));
}

/** The writes up to where the reply is cut. */
function stopped(head: Buffer, body: readonly Write[], framed: readonly Write[], { cut, fault }: ReplyText): readonly Write[] {
  if (cut?.header !== undefined) return [head.subarray(0, cut.header)];
  if (cut?.body === undefined) return fault === "slow" ? [...slowly(head), ...framed] : [head, ...framed];
  const whole = Buffer.concat(body.filter((write) => Buffer.isBuffer(write)));
  const rest = whole.subarray(0, cut.body);
  return body === framed || head.includes("content-length") ? [head, rest] : [head, chunkOf(rest)];
}

function slowly(bytes: Buffer): readonly Write[] {
  return [...bytes].map((byte) => Buffer.from([byte]));
}

function endOf({ fault, then }: ReplyText, framing: Framing): Answer["end"] {
  if (fault === "reset" || fault === "stall") return fault;
  if (fault === "close" || fault === "truncate") return "close";
  return then ?? (framing === "close" ? "close" : "keep");
}

function valueOf(headers: NonNullable<ReplyText["headers"]>, name: string): unknown {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
}

const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};
