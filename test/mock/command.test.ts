import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import type { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { build, heddle, heddlePath } from "../support/heddle.js";
import { smallProject } from "../support/small-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly url: string;
  /** Milliseconds from the start of the process to the first line. */
  readonly ready: number;
  output(): string;
  ended(): Promise<number | null>;
}

/** Starts `heddle mock` on a free port, until the test is over. */
async function running(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  await build();
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [heddlePath, "mock", "--port", "0", ...args], {
    cwd: smallProject(),
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const found = /http:\/\/[\w.:[\]]+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error(`it ended: ${output}`)));
  });
  return { child, url, ready: performance.now() - start, output: () => output, ended: () => ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((wake) => setTimeout(wake, 10));
}

describe("heddle mock", () => {
  it("is ready in less than a second", async () => {
    const times: number[] = [];
    // The best of several: other tests run beside this one.
    while (times.length < 8 && Math.min(...times) >= 1000) {
      const { child, ready } = await running([]);
      times.push(ready);
      child.kill();
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it("logs for people: a line for each request, and below it why it was refused", async () => {
    const { url, output } = await running([]);
    await fetch(`${url}/pets/rex?key=hush`, { headers: { authorization: "Bearer secret" } });
    await fetch(`${url}/pets/rex`);
    await fetch(`${url}/\u001b%1b]x`);
    await until(() => output().includes("no operation"));
    expect(output()).toMatch(
      /^pets on http:\/\/127\.0\.0\.1:\d+ {2}1 operations, ready after \d+ ms; Ctrl-C ends it\n\nGET +200 +[\d.]+ ms {2}\/pets\/rex\?key=\*\*\*\n +query\.key is not declared\nGET +401 +[\d.]+ ms {2}\/pets\/rex\n +there is no credential: /,
    );
    expect(output()).not.toMatch(/secret|hush|\u001b/);
  });

  it("logs for machines: an object on a line", async () => {
    const { url, output } = await running(["--json"]);
    await fetch(`${url}/pets/rex`);
    await until(() => output().split("\n").length > 2);
    const [listening, request] = output()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(listening).toEqual({ listening: url, api: "pets", operations: 1 });
    expect(request).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      method: "GET",
      target: "/pets/rex",
      operation: "pets.get_pet",
      status: 401,
      ms: expect.any(Number),
      problems: [expect.stringContaining("there is no credential")],
      notes: [],
    });
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends cleanly on %s, connections and streams included", async (signal) => {
    const { child, url, ended } = await running([]);
    await fetch(`${url}/pets/rex`);
    child.kill(signal);
    expect(await ended()).toBe(0);
  });

  it("has colours if they are wanted", async () => {
    const { url, output } = await running([], { FORCE_COLOR: "1" });
    await fetch(`${url}/pets/rex`);
    await until(() => output().includes("401"));
    expect(output()).toContain("\u001b[33m401\u001b[39m");
  });

  it("says that a port is in use, and what to do", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await heddle(smallProject(), ["mock", "--port", String(port)])).toEqual({
      code: 1,
      stdout: "",
      stderr: `Port ${port} of 127.0.0.1 is in use. Choose another with --port; --port 0 takes any free one.\n`,
    });
  });

  it.each([
    [["--port", "x"], 2, "error: --port is a number from 0 to 65535"],
    [["--items", "-1"], 2, "error: --items is a number, 0 or more"],
    [["--chaos", "storm=1"], 2, "error: there is no chaos `storm`; there are latency, "],
    [["nope.yaml"], 1, "error HD100: there is no file `nope.yaml`"],
    [["--host", "203.0.113.1", "--port", "0"], 1, "203.0.113.1 is no address of this machine."],
  ])("with %j ends with %i", async (args, code, message) => {
    expect(await heddle(smallProject(), ["mock", ...args])).toEqual({ code, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("needs a configuration or a schema", async () => {
    expect(await heddle(temporaryFolder(), ["mock"])).toMatchObject({ code: 1, stderr: expect.stringContaining("HD001") });
  });

  it("lists every kind of chaos, with its rate", async () => {
    const { stdout } = await heddle(temporaryFolder(), ["mock", "--help"]);
    for (const kind of ["latency", "limit", "error", "reset", "cut", "enum", "field"])
      expect(stdout).toMatch(new RegExp(`^  ${kind} +0\\.\\d+ +\\w`, "m"));
  });

  it("is loaded by no other command", async () => {
    await build();
    expect(["mock.js", "heddle.js", "index.js"].map(loadsServer)).toEqual([true, false, false]);
  });
});

/** Whether a module of `dist` has the HTTP library in what it loads at its start: a header of that library's own tells. */
function loadsServer(entry: string): boolean {
  const folder = path.dirname(heddlePath);
  const [waiting, texts]: [string[], string[]] = [[entry], []];
  for (const name of waiting) {
    const text = readFileSync(path.join(folder, name), "utf8");
    texts.push(text);
    for (const [, chunk = ""] of text.matchAll(/(?:^|;)\s*(?:import|export)\b[^"'();]*["']\.\/([^"']+)["']/g)) {
      if (!waiting.includes(chunk)) waiting.push(chunk);
    }
  }
  return texts.some((text) => text.includes("x-hono-already-sent"));
}
