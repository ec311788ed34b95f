import { inspect } from "node:util";
import { errorReport, hooks, toCurl, type ClientError, type Logger, type Observer } from "../../../templates/typescript/runtime/index.js";

/** Everything that a client says while it works, on whatever channel: lines of its log and events of its observers. */
export class Witness {
  readonly said: string[] = [];

  readonly hooks = hooks({ logger: this.#logger(), logLevel: "debug", observers: [this.#observer()] });

  #logger(): Logger {
    const keep = (line: string): void => void this.said.push(line);
    return { error: keep, warn: keep, info: keep, debug: keep };
  }

  #observer(): Observer {
    const keep = (event: object): void => void this.said.push(shown({ ...event, error: undefined }));
    return { callStart: keep, attemptStart: keep, attemptEnd: keep, retry: keep, limitWait: keep, callEnd: keep };
  }
}

/** What a debugger, a log or a crash report shows of a value. */
export function shown(value: unknown): string {
  return inspect(value, { depth: 12, showHidden: true, getters: true, maxStringLength: Infinity, maxArrayLength: Infinity });
}

/** All that can be told of an error, but what the service sent: that is the service's to keep. */
export function told(error: ClientError): string {
  const own = Object.fromEntries(Object.entries(error).filter(([name]) => !["rawBody", "body", "headers", "excerpt"].includes(name)));
  const { message, stack, cause } = error;
  return [message, String(error), stack, shown(cause), shown(own), shown(errorReport(error)), toCurl(error)].join("\n");
}
