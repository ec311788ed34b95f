// Streams: how fast events are parsed beside the package eventsource-parser, in interleaved pairs of which the ratio's median counts; that a
// million events keep memory flat; and that a loop which takes 10,000 events a second holds a faster server back.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { createParser } from "eventsource-parser";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "heddle-streams-"));

async function load(file) {
  const outfile = path.join(folder, `${path.basename(file, ".ts")}.mjs`);
  await build({ entryPoints: [path.join(root, file)], bundle: true, format: "esm", outfile, logLevel: "error", target: "es2022" });
  return import(outfile);
}

const { EventParser } = await load("templates/typescript/runtime/stream/event-parser.ts");
const runtime = await load("templates/typescript/runtime/index.ts");

const size = 4 << 20;
const repeated = (text) => Buffer.from(text.repeat(Math.ceil(size / Buffer.byteLength(text))));
const inputs = {
  "small events": repeated('event: message_delta\ndata: {"text":"Hello world"}\n\n'),
  "small events, \\r\\n": repeated('event: message_delta\r\ndata: {"text":"Hello world"}\r\n\r\n'),
  "small events, UTF-8": repeated('event: message_delta\ndata: {"text":"Hello wörld"}\n\n'),
  "events of 100 kB": repeated(`data: ${"x".repeat(100_000)}\n\n`),
  "1,000 lines of data": repeated(`${"data: a line of data, forty characters long\n".repeat(1000)}\n`),
};

const chunksOf = (bytes, length) =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) => bytes.subarray(at * length, (at + 1) * length));

function ours(chunks) {
  let characters = 0;
  const parser = new EventParser(1 << 24, ({ data }) => void (characters += data.length));
  for (const chunk of chunks) parser.feed(chunk);
  return characters;
}

function theirs(chunks) {
  let characters = 0;
  const parser = createParser({ onEvent: ({ data }) => void (characters += data.length) });
  const decoder = new TextDecoder();
  for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }));
  return characters;
}

function seconds(parse, chunks) {
  const start = process.cpuUsage();
  parse(chunks);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

// Where most of the time goes into decoding UTF-8, which both leave to the platform, the ratio is 1 give or take what the machine adds.
const limit = 0.9;
console.log("parsing: MB/s of the runtime, MB/s of eventsource-parser, ratio (at least 1 is wanted, less than 0.9 fails)");
for (const [name, bytes] of Object.entries(inputs)) {
  for (const length of [64, 4096, 65536]) {
    const chunks = chunksOf(bytes, length);
    if (ours(chunks) !== theirs(chunks)) throw new Error(`${name}: the parsers do not agree`);
    theirs(chunks);
    ours(chunks);
    const pairs = Array.from({ length: 15 }, (_, run) => {
      const parsers = run % 2 === 0 ? [ours, theirs] : [theirs, ours];
      const times = new Map(parsers.map((parse) => [parse, seconds(parse, chunks)]));
      return { own: times.get(ours), other: times.get(theirs) };
    });
    const speed = (times) => (bytes.length / median(times) / 1e6).toFixed(0).padStart(6);
    const ratio = median(pairs.map(({ own, other }) => other / own));
    if (ratio < limit) process.exitCode = 1;
    const [own, other] = [speed(pairs.map((pair) => pair.own)), speed(pairs.map((pair) => pair.other))];
    console.log(`${name.padEnd(22)} ${String(length).padStart(6)} B chunks ${own} ${other} ${ratio.toFixed(2).padStart(7)}`);
  }
}

const { Client, EventCall, byData, jsonValue, sse } = runtime;
const server = fork(path.join(import.meta.dirname, "support/stream-server.mjs"));
const [port] = await new Promise((resolve) => server.once("message", resolve));
const client = new Client({ name: "bench", baseUrl: `http://127.0.0.1:${port}` }, { env: {} });
const streamOf = (count) =>
  new EventCall(client, {
    id: "bench",
    method: "GET",
    path: `/${count}`,
    spec: () => ({ returns: {}, stream: sse(byData(jsonValue)) }),
  }).stream();

const memory = () => {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return `buffers ${(arrayBuffers / 1e6).toFixed(1).padStart(5)} MB, heap ${(heapUsed / 1e6).toFixed(1).padStart(6)} MB, rss ${(rss / 1e6).toFixed(0).padStart(4)} MB`;
};

console.log(`\na million events over HTTP${globalThis.gc ? "" : " (node --expose-gc shows the heap without garbage)"}`);
let count = 0;
const start = performance.now();
for await (const _ of streamOf(1_000_000)) if (++count % 200_000 === 0) console.log(`${String(count).padStart(9)} ${memory()}`);
console.log(`${((count / (performance.now() - start)) * 1000).toFixed(0).padStart(9)} events a second`);

console.log("\n10,000 events a second taken, from a server that sends as fast as it may");
const began = performance.now();
count = 0;
const sent = () => new Promise((resolve) => server.once("message", ([, events]) => resolve(events)) && server.send("sent"));
for await (const _ of streamOf(1_000_000_000)) {
  if (++count % 10_000 === 0) {
    const ahead = (await sent()) - count;
    console.log(`${String(count).padStart(9)} after ${((performance.now() - began) / 1000).toFixed(1)} s, ${ahead} more sent, ${memory()}`);
  }
  if (count === 50_000) break;
  if (count % 100 === 0) await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + count / 10 - performance.now())));
}
server.kill();
rmSync(folder, { recursive: true });
