import { milliseconds } from "../scenario/duration.js";
import type { BoundCall } from "../scenario/bind.js";
import { timed } from "../scenario/bind.js";
import { unheard } from "../scenario/shapes.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ReceivedRequest } from "../server/received-request.js";
import { ScriptedServer, type Identity } from "../server/scripted-server.js";
import type { DriverProcess } from "./driver-process.js";
import { FakeTime } from "./fake-time.js";
import type { DoneMessage, FromDriver, RunMessage } from "./protocol.js";

/** What was seen while a scenario was played. */
export interface Seen {
  readonly requests: readonly ReceivedRequest[];
  readonly unexpected: readonly ReceivedRequest[];
  /** Exchanges that nobody asked for. */
  readonly left: number;
  /** Connections still in the middle of an answer at the end. */
  readonly busy: number;
  /** Connections still open at the end. */
  readonly connections: number;
  /** Attempts that were refused a connection. */
  readonly refused: number;
  readonly sleeps: readonly number[];
  readonly done: DoneMessage;
  readonly printed: readonly string[];
  /** The script, at the place where the server was. */
  readonly scenario: Scenario;
}

/** Where a scenario is played. */
interface Stage {
  readonly driver: DriverProcess;
  readonly identity: Identity | undefined;
  /** Tells this run from those before. */
  readonly id: number;
  /** Milliseconds after which a driver that says nothing is given up. */
  readonly patience: number;
  /** A setting as programs of the language write it. */
  readonly setting: (name: string) => string;
  /** Where the server listens; anywhere if left out. */
  readonly port?: number;
}

/** 2026-01-15T09:30:00Z, when every scenario begins. */
const start = 1_768_469_400_000;

/** Plays one scenario: the server by its script, the driver by the calls, the clock by the driver's sleeps. */
export async function play(scenario: Scenario, calls: readonly BoundCall[], stage: Stage): Promise<Seen> {
  const { driver, identity, id, patience, setting, port } = stage;
  const time = new FakeTime(start, scenario.parallel ? 4 : 0);
  const waiting = new Map<number, () => void>();
  let token = 0;
  const tell = (type: "time" | "cancel"): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(++token, resolve);
      driver.say(type === "time" ? { type, token, now: time.now } : { type, token });
    });
  const cancels = calls.map(({ script }) => script.input.cancel).filter((cancel) => typeof cancel === "object");
  const server = new ScriptedServer(
    scenario,
    {
      requested: async (index) => {
        if (cancels.some((cancel) => cancel.request === index)) await tell("cancel");
      },
      passed: async (duration) => {
        time.now += milliseconds(duration);
        await tell("time");
      },
    },
    identity,
  );
  const slept = async (message: Extract<FromDriver, { type: "sleep" }>): Promise<void> => {
    const index = time.sleeps.length;
    if (cancels.some((cancel) => cancel.sleep === index)) {
      time.sleeps.push(message.ms);
      return tell("cancel");
    }
    await server.slept();
    time.sleep(message.ms, (now) => driver.say({ type: "wake", token: message.token, now }));
  };
  const url = `${identity ? "https" : "http"}://${await server.open(port)}`;
  const here = { ...scenario, ...spelled(placed(scriptOf(scenario), url), setting) };
  server.script(here);
  const printed = driver.printed.length;
  try {
    const done = await new Promise<DoneMessage>((resolve, reject) => {
      const given = setTimeout(() => reject(new Error(`no result within ${patience / 1000} s`)), patience);
      const settle = (action: () => void): void => {
        clearTimeout(given);
        action();
      };
      driver.attend(
        (message) => {
          if (message.type === "sleep") slept(message).catch(reject);
          else if (message.type === "noted") waiting.get(message.token)?.();
          else if (message.type === "done" && message.id === id) settle(() => resolve(message));
        },
        (error) => settle(() => reject(error)),
      );
      driver.say(runMessage(scenario, calls, url, id));
    });
    server.finish();
    await released(server, scenario);
    const { requests, unexpected, left, busy, connections, refused } = server;
    const said = driver.printed.slice(printed);
    return { requests, unexpected, left, busy, connections, refused, sleeps: time.sleeps, done, printed: said, scenario: here };
  } finally {
    time.stop();
    await server.close();
  }
}

/** What a server is told, and what it is judged by. */
function scriptOf({ exchange, repeat, outcome }: Scenario): Pick<Scenario, "exchange" | "repeat" | "outcome"> {
  return { exchange, outcome, ...(repeat && { repeat }) };
}

/** Waits up to a second until the client has let go of what it does not need any more. */
async function released(server: ScriptedServer, { outcome, exchange }: Scenario): Promise<void> {
  const limit = typeof outcome.connection === "object" ? milliseconds(outcome.connection.closed_within) : 1000;
  const closed = outcome.connection !== undefined && outcome.connection !== "released";
  // What a client thinks of a certificate, its server hears a moment later.
  const isRefusing = exchange.some(({ fault }) => unheard.has(fault));
  const isHeld = (): boolean => server.busy > 0 || (closed && server.connections > 0) || (isRefusing && server.left > 0);
  const until = performance.now() + limit;
  while (isHeld() && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a driver is told, for a server at this URL. */
export function runMessage(scenario: Scenario, calls: readonly BoundCall[], server: string, id: number): RunMessage {
  const { random, uuids, ...options } = placed(scenario.client, server);
  return {
    type: "run",
    id,
    now: start,
    random: Array.isArray(random) ? random.map(Number) : [],
    uuids: Array.isArray(uuids) ? uuids.map(String) : [],
    client: timed(options),
    calls: calls.map(({ driver }) => placed(driver, server)),
    parallel: scenario.parallel,
    realTime: scenario.realTime !== undefined,
  };
}

/** `{setting:allow_insecure}` in what is expected is what programs call that setting. */
function spelled<T extends object>(value: T, setting: (name: string) => string): T {
  return JSON.parse(JSON.stringify(value).replace(/\{setting:(\w+)\}/g, (_, name: string) => setting(name))) as T;
}

/** `{server}` in any text is where the server listens. */
export function placed<T extends object>(value: T, server: string): T & { readonly [key: string]: unknown } {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll("{server}", server)
      .replaceAll("{host}", server.replace(/^https?:\/\//, "")),
  ) as T & {
    readonly [key: string]: unknown;
  };
}
