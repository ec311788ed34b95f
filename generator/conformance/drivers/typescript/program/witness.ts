import { inspect } from "node:util";
import { surface } from "heddle:surface";

/** What a run lets slip: log lines, events, and every way to print what a program can get hold of. */
export class Witness {
  readonly logs: { readonly level: string; readonly text: string }[] = [];
  readonly observed: string[] = [];
  readonly debug: string[] = [];
  readonly #late: Promise<void>[] = [];

  /** A logger that keeps its lines. */
  get logger(): object {
    const line =
      (level: string) =>
      (...parts: readonly unknown[]) => {
        this.logs.push({ level, text: parts.map((part) => (typeof part === "string" ? part : inspect(part, { depth: 8 }))).join(" ") });
      };
    return { error: line("error"), warn: line("warn"), info: line("info"), debug: line("debug") };
  }

  /** An observer that keeps names, and prints what it is told. */
  get observer(): object {
    const names = ["callStart", "limitWait", "attemptStart", "attemptEnd", "retry", "callEnd", "streamEvent"];
    return Object.fromEntries(
      names.map((name) => [
        name,
        (event: unknown) => {
          this.observed.push(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
          this.debug.push(inspect(event, { depth: 8 }), jsonOf(event));
        },
      ]),
    );
  }

  /** Prints a value in all the ways there are. */
  print(value: unknown): void {
    this.debug.push(inspect(value, { depth: 8, showHidden: false }), jsonOf(value), textOf(value));
    if (value instanceof Error) this.debug.push(value.stack ?? "", value.message);
    if (value instanceof Error && "kind" in value) this.#late.push(this.#curl(value));
  }

  /** Waits for what takes a while to print. */
  async complete(): Promise<void> {
    await Promise.all(this.#late);
  }

  async #curl(error: Error): Promise<void> {
    try {
      this.debug.push((await surface.toCurl(error)) ?? "");
    } catch (failure) {
      this.debug.push(textOf(failure));
    }
  }
}

function jsonOf(value: unknown): string {
  return attempt(() => JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item)) ?? "");
}

function textOf(value: unknown): string {
  return attempt(() => String(value));
}

function attempt(print: () => string): string {
  try {
    return print();
  } catch (error) {
    return String(error);
  }
}
