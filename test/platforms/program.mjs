import { BookshopClient, isRetryable } from "./sdk/index.js";

// `api` and `nowhere` are written in when this is bundled.
const client = new BookshopClient({ apiKey: "SENTINEL-SECRET", baseUrl: api, dangerouslyAllowBrowser: true });
const { books } = client;
const lines = [];

/** One line for each thing that a client does; what a platform words in its own way is left out. */
async function tell(what, work) {
  try {
    lines.push(`${what}: ${text(await work())}`);
  } catch (error) {
    lines.push(`${what}: ${told(error)}`);
  }
}

function text(value) {
  return JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));
}

function told(error) {
  const { kind, name, phase, status, detail, attempts } = error;
  const leak = String(error).includes("SENTINEL-SECRET") ? " LEAK" : "";
  return text({ kind, name, phase, status, detail, attempts, retryable: isRetryable(error) }) + leak;
}

async function all(items) {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* pieces() {
  for (const size of [1, 70_000, 3]) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield new Uint8Array(size).fill(7);
  }
}

/** Not every platform iterates over streams itself. */
async function* chunks(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function aborted() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("enough")), 30);
  return books.slow().signal(controller.signal).send();
}

async function firstNews() {
  for await (const event of books.news().stream()) return event;
  return undefined;
}

await tell("call", () => books.getBook("b 1/ü").send());
await tell("headers", async () => (await books.getBook("b1").withResponse().send()).typedHeaders);
await tell("typed error", () => books.getBook("missing").send());
await tell("refused", () => books.getBook("..").send());
await tell("retry of a status", () => books.flaky("status").send());
await tell("retry of a reset", () => books.flaky("reset").send());
await tell("reset of a POST", () => books.order().send());
await tell("how often it came", () => books.orders().send());
await tell("timeout", () => books.slow().timeout({ attempt: 30, total: 60 }).send());
await tell("abort", aborted);
await tell("items", async () => (await all(books.listBooks().limit(2).items())).map(({ id }) => id));
await tell("stream", () => all(books.news().stream()));
await tell("stream left early", firstNews);
await tell("parts", () => books.upload({ title: "Emma", file: new File([new Uint8Array(3)], "emma.pdf") }).send());
await tell("bytes", () => books.replace(new Uint8Array(1000)).send());
await tell("pieces", () => books.replace(pieces()).send());
await tell("all bytes", async () => (await books.download().send()).length);
await tell("download", async () => {
  const { stream, size, fileName } = await books.download().download();
  return [size, fileName, (await all(chunks(stream))).reduce((sum, { length }) => sum + length, 0)];
});
await tell("redirect", () => books.moved().send());
await tell("redirect of a POST", () => books.movedPost().send());
await tell("cut", () => books.cut().send());
await tell("nobody there", () => new BookshopClient({ apiKey: "SENTINEL-SECRET", baseUrl: nowhere }).books.getBook("b1").send());
console.log(lines.join("\n"));
