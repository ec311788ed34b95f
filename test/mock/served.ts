import { onTestFinished } from "vitest";
import { startMock, type Behaviour, type Mock } from "../../generator/mock/start.js";
import { modelOf } from "../support/schema.js";

/** What came back, as it was on the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Served extends Mock {
  /** Sends a request with a credential and, if there is a body, JSON. */
  ask(method: string, target: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** The same, for its JSON; the status has to be a success. */
  get(target: string): Promise<unknown>;
}

/** Serves a schema given as text, until the test is over. */
export async function served(schema: string | Readonly<Record<string, string>>, behaviour: Behaviour = {}): Promise<Served> {
  const server = await startMock(modelOf(schema), behaviour);
  onTestFinished(() => server.close());
  const ask: Served["ask"] = async (method, target, body, headers = {}) => {
    const response = await fetch(server.url + target, {
      method,
      headers: { authorization: "Bearer any", ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const get = async (target: string): Promise<unknown> => {
    const { status, text } = await ask("GET", target);
    if (status !== 200) throw new Error(`${status}: ${text}`);
    return JSON.parse(text);
  };
  return { ...server, requests: server.requests, ask, get };
}
