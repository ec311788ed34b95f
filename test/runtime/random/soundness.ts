import fc from "fast-check";
import { expect } from "vitest";
import {
  ApiError,
  ClientError,
  DecodeError,
  json,
  nothing,
  object,
  optional,
  string,
  type Transport,
} from "../../../templates/typescript/runtime/index.js";
import { answers, type Answer } from "./answers.js";
import { told, Witness } from "./witness.js";
import { callOf, clientOf, everywhere, NotFoundError, sentinel } from "../service.js";

const Thing = object<{ id: string; note?: string }>(() => ({ id: string, note: optional(string) }));

/** An answer as `fetch` would give it. */
function responseOf({ status, headers, pieces, end }: Answer, signal: AbortSignal): Response {
  const waiting = [...pieces];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)),
    pull(controller) {
      const next = waiting.shift();
      if (next) controller.enqueue(next);
      else if (end === "close") controller.close();
      else if (end === "break") controller.error(new TypeError(`terminated: Bearer ${sentinel}`));
      else return new Promise(() => {});
      return undefined;
    },
  });
  const isEmpty = [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : body, { status, headers: headers.map(([name, value]) => [name, value]) });
}

/** What became of a call: its value, or the error it ended with. */
async function outcome(answer: Answer, hasBody: boolean, witness: Witness): Promise<unknown> {
  const transport: Transport = ({ signal }) => Promise.resolve(responseOf(answer, signal));
  const client = clientOf({ transport, hooks: witness.hooks, timeout: { attempt: 20, total: 1000 } });
  const returns = hasBody ? { 200: json(Thing) } : { 204: nothing };
  try {
    return await callOf<unknown>(client, { returns, errors: { ...everywhere, 404: NotFoundError } }).send();
  } catch (error) {
    return error;
  }
}

/** Only an answer that never ends has no status: it is out of time. */
function expectStatusKept(error: ClientError, { status, end }: Answer): void {
  if (error instanceof ApiError || error instanceof DecodeError) expect(error.status).toBe(status);
  else if (end === "stall") expect(error.kind).toBe("Timeout");
  else expect([end, error.kind, status < 300]).toEqual(["break", "Transport", true]);
  if (status >= 300 && end !== "stall") expect(error).toBeInstanceOf(ApiError);
}

/** Gives a client that many random answers: each becomes a value, or an error that knows the status, and the key is nowhere. */
export async function expectSoundness(numRuns: number): Promise<void> {
  const property = fc.asyncProperty(answers, fc.boolean(), async (answer, hasBody) => {
    const witness = new Witness();
    const result = await outcome(answer, hasBody, witness);
    if (result instanceof ClientError) {
      expectStatusKept(result, answer);
      expect(told(result)).not.toContain(sentinel);
    } else {
      expect(result).not.toBeInstanceOf(Error);
      expect(answer.status).toBeLessThan(300);
    }
    expect(witness.said.join("\n")).not.toContain(sentinel);
  });
  await fc.assert(property, { numRuns, seed: 1 });
}
