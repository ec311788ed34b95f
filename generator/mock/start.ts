import type { Model } from "../model/index.js";
import { appOf } from "./app.js";
import { noChaos, type Chaos } from "./chaos.js";
import { systemClock, type Clock } from "./clock.js";
import { Desk } from "./desk.js";
import { listen } from "./listen.js";
import type { MockRequest } from "./record.js";
import { serviceOf } from "./service.js";

/** How a mock behaves. */
export interface Behaviour {
  /** Where it listens: `127.0.0.1` unless set. */
  readonly host?: string;
  /** Any free one unless set. */
  readonly port?: number;
  /** The same seed gives the same answers to the same requests in the same order; `1` unless set. */
  readonly seed?: string | number;
  /** What goes wrong, and how often; nothing unless set. */
  readonly chaos?: Partial<Chaos>;
  /** The only credentials that are accepted; any will do unless set. */
  readonly keys?: readonly string[];
  /** How many items a list has that no request can add to; 25 unless set. */
  readonly items?: number;
  /** Whether an id that nobody has seen is made up instead of refused with 404. */
  readonly anyId?: boolean;
  /** Whether fields, parameters and open values that the schema does not know are refused. */
  readonly strict?: boolean;
  /** Time, for tests. */
  readonly clock?: Clock;
  /** Hears of every request. */
  readonly onRequest?: (request: MockRequest) => void;
}

/** A mock that runs. */
export interface Mock {
  /** What a client takes as base URL: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** What was asked so far, the first request first. */
  readonly requests: readonly MockRequest[];
  /** Forgets what was created, counted and recorded. */
  reset(): void;
  close(): Promise<void>;
}

/** Serves a model. Rejects with the error of `node:net` if the port is taken. */
export async function startMock(model: Model, behaviour: Behaviour = {}): Promise<Mock> {
  const { host = "127.0.0.1", port = 0, seed = 1, chaos, clock = systemClock, items = 25 } = behaviour;
  const requests: MockRequest[] = [];
  const service = serviceOf(model);
  const desk = new Desk(service, {
    clock,
    seed: String(seed),
    chaos: { ...noChaos, ...chaos },
    keys: behaviour.keys,
    items,
    anyId: behaviour.anyId ?? false,
    strict: behaviour.strict ?? false,
  });
  const app = appOf(service, desk, (request) => {
    requests.push(request);
    behaviour.onRequest?.(request);
  });
  const server = await listen(app, { host, port });
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${server.port}`,
    requests,
    reset: () => {
      desk.reset();
      requests.length = 0;
    },
    close: server.close,
  };
}
