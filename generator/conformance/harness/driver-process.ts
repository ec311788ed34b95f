import { spawn, type ChildProcess } from "node:child_process";
import type { Program } from "../drivers/index.js";
import { eachLine } from "./lines.js";
import type { FromDriver, ToDriver } from "./protocol.js";

/** A driver that runs: it plays one scenario after the other until it is stopped. */
export class DriverProcess {
  /** What it printed that is not of the protocol. */
  readonly printed: string[] = [];
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #hear: (message: FromDriver) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor({ command, args }: Program, env: Readonly<Record<string, string>>) {
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...env } });
    this.#ready = new Promise((resolve, reject) => {
      this.#hear = (message) => message.type === "ready" && resolve();
      this.#fail = reject;
    });
    this.#child.on("error", (error) => this.#fail(error));
    this.#child.on("exit", (code, signal) =>
      this.#fail(new Error(`the driver ended with ${signal ?? code}: ${this.printed.join("\n").slice(-2000)}`)),
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) eachLine(stream, (line) => this.#line(line));
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  say(message: ToDriver): void {
    this.#child.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** Who hears it from now on, and who is told if it ends. */
  attend(hear: (message: FromDriver) => void, fail: (error: Error) => void): void {
    this.#hear = hear;
    this.#fail = fail;
  }

  stop(): void {
    this.attend(
      () => undefined,
      () => undefined,
    );
    this.#child.kill("SIGKILL");
  }

  #line(line: string): void {
    const message = parsed(line);
    if (message) this.#hear(message);
    else this.printed.push(line);
  }
}

function parsed(line: string): FromDriver | undefined {
  if (!line.startsWith('{"type":')) return undefined;
  try {
    return JSON.parse(line) as FromDriver;
  } catch {
    return undefined;
  }
}
