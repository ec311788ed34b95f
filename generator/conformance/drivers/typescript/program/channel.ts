import { eachLine } from "../../../harness/lines.js";
import type { FromDriver, ToDriver } from "../../../harness/protocol.js";

/** JSON lines: standard input from the harness, standard output to it. */
export class Channel {
  readonly #answers = new Map<number, (now: number) => void>();
  #token = 0;

  send(message: FromDriver): void {
    process.stdout.write(`${JSON.stringify(message)}\n`);
  }

  /** Says something that the harness answers with a time. */
  ask(message: { readonly type: "sleep"; readonly ms: number }): { readonly token: number; readonly answer: Promise<number> } {
    const token = this.#token++;
    const answer = new Promise<number>((resolve) => this.#answers.set(token, resolve));
    this.send({ ...message, token });
    return { token, answer };
  }

  answered(token: number, now: number): void {
    this.#answers.get(token)?.(now);
    this.#answers.delete(token);
  }

  listen(hear: (message: ToDriver) => void): void {
    eachLine(process.stdin, (line) => hear(JSON.parse(line) as ToDriver));
  }
}
