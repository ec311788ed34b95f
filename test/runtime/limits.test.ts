import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  CancelledError,
  LocalRateLimitError,
  rollingLimit,
  tokenProvider,
  withOptions,
  type Client,
  type HttpRequest,
  type Limit,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock, type FakeClock } from "../support/fake-clock.js";
import { callOf, clientOf, type Options } from "./service.js";

const seed = (): Limit =>
  rollingLimit("create", {
    key: ["body.user_id", "credential"],
    allow: [
      [100, 60_000],
      [10, 1_000],
    ],
  });

interface Sent {
  readonly at: number;
  readonly key: string;
}

/** A transport that notes when it was called, and for whom. */
function noting(
  clock: FakeClock,
  status = 204,
  headers: Record<string, string> = {},
): ((request: HttpRequest) => Promise<Response>) & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const transport = (request: HttpRequest): Promise<Response> => {
    sent.push({ at: clock.now(), key: request.headers.get("x-key") ?? "" });
    return Promise.resolve(new Response(null, { status, headers }));
  };
  return Object.assign(transport, { sent });
}

interface Given extends Options {
  readonly user?: string;
}

const call = (client: Client, limit: Limit, user?: string) =>
  callOf(client, { limit }, user === undefined ? {} : { body: { user_id: user } }, "POST").header("x-key", user ?? "");

function limited(options: Given = {}): {
  clock: FakeClock;
  client: Client;
  limit: Limit;
  sent: Sent[];
  send: (user?: string) => Promise<unknown>;
} {
  const clock = fakeClock(0);
  const transport = noting(clock);
  const client = clientOf({ transport, clock, ...options });
  const limit = seed();
  return { clock, client, limit, sent: transport.sent, send: (user) => call(client, limit, user).send() };
}

describe("LIMIT-5: the seed's limit", () => {
  it("101 calls in a row sleep 1 s after every tenth, nine times, then 51 s", async () => {
    const { clock, sent, send } = limited();
    await clock.run(
      (async () => {
        for (let index = 0; index < 101; index++) await send();
      })(),
    );
    expect(clock.slept).toEqual([...Array.from({ length: 9 }, () => 1_000), 51_000]);
    expect(sent.at(-1)?.at).toBe(60_000);
  });

  it("101 at once: the last one fails at once, the others go", async () => {
    const { clock, sent, send } = limited();
    const outcomes: unknown[] = [];
    const all = Array.from({ length: 101 }, (_, index) =>
      send().then(
        () => outcomes.push(index),
        (error: unknown) => outcomes.push(error),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = outcomes.find((each) => each instanceof LocalRateLimitError);
    expect([error?.kind, error?.retryAfter, error?.message]).toEqual([
      "LocalRateLimit",
      60_000,
      `things.test: LocalRateLimit: the client's own limit "create" is reached, for 60000 ms`,
    ]);
    await clock.run(Promise.all(all));
    expect(sent).toHaveLength(100);
  });
});

describe("LIMIT-1: rolling windows", () => {
  /** The most entries of `times` in any period that begins with one of them. */
  const most = (times: readonly number[], period: number): number =>
    Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + period).length));

  it.each([[["a"]], [["a", "b", "c"]]])("a greedy caller: exactly 100 in any 60 s and 10 in any second, for each of %j", async (users) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 20 }), async (pauses) => {
        const { clock, sent, send } = limited({ timeout: 0 });
        const greedy = async (user: string): Promise<void> => {
          for (let index = 0; index < 230; index++) {
            const pause = index % 11 === 0 ? (pauses[index % pauses.length] ?? 0) : 0;
            if (pause % 3 === 1) await clock.sleep(pause, new AbortController().signal);
            await send(user);
          }
        };
        await clock.run(Promise.all(users.map(greedy)));
        for (const user of users) {
          const times = sent.filter(({ key }) => key === user).map(({ at }) => at);
          expect([times.length, most(times, 60_000), most(times, 1_000)]).toEqual([230, 100, 10]);
        }
      }),
      { numRuns: 8 },
    );
  });

  it("without pauses the whole minute is used: 100 within 9 s, then at 60 s", async () => {
    const { clock, sent, send } = limited({ timeout: 0 });
    await clock.run(Promise.all(Array.from({ length: 250 }, () => send())));
    const times = sent.map(({ at }) => at);
    expect([times[99], times[100], times[199], times[200], most(times, 60_000), most(times, 1_000)]).toEqual([
      9_000, 60_000, 69_000, 120_000, 100, 10,
    ]);
  });

  it("first come, first served", async () => {
    const clock = fakeClock(0);
    const order: string[] = [];
    const transport = (request: HttpRequest): Promise<Response> => {
      order.push(request.headers.get("x-n") ?? "");
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const client = clientOf({ transport, clock });
    const limit = rollingLimit("one", { key: ["credential"], allow: [[1, 1_000]] });
    const all = Array.from({ length: 6 }, (_, index) => callOf(client, { limit }).header("x-n", `${index}`).send());
    await clock.run(Promise.all(all));
    expect(order).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  it("every attempt takes a grant", async () => {
    const clock = fakeClock(0);
    const transport = noting(clock, 500);
    const client = clientOf({ transport, clock, retry: 3, random: { float: () => 0, uuid: () => "" } });
    const limit = rollingLimit("two", { key: ["credential"], allow: [[2, 10_000]] });
    await clock.run(callOf(client, { limit }).result());
    expect(transport.sent.map(({ at }) => at)).toEqual([0, 250, 10_000]);
  });
});

describe("LIMIT-2: keys", () => {
  const one = (key: readonly string[]): Limit => rollingLimit("one", { key, allow: [[1, 1_000]] });
  /** Whether two calls count together. */
  async function together(
    limit: Limit,
    ...calls: readonly ((client: Client, limit: Limit) => { send(): Promise<unknown> })[]
  ): Promise<boolean> {
    const clock = fakeClock(0);
    const client = clientOf({ transport: noting(clock), clock });
    await clock.run(Promise.all(calls.map((each) => each(client, limit).send())));
    return clock.slept.length > 0;
  }
  const by =
    (input: object, options = {}) =>
    (client: Client, limit: Limit) =>
      callOf(client, { limit }, input, "POST").options(options);

  it.each([
    ["body.user_id", { body: { user_id: "a" } }, { body: { user_id: "b" } }],
    ["body.owner.id", { body: { owner: { id: 1 } } }, { body: { owner: { id: 2 } } }],
    ["path.id", { path: { id: "a" } }, { path: { id: "b" } }],
    ["query.team", { params: { team: "a" } }, { params: { team: "b" } }],
  ])("%s", async (place, a, b) => {
    const limit = one([place, "credential"]);
    expect(await together(limit, by(a), by(b))).toBe(false);
    expect(await together(limit, by(a), by(a))).toBe(true);
    expect(await together(limit, by({}), by({}))).toBe(true);
    expect(await together(limit, by({}), by(a))).toBe(false);
  });

  it("an empty text is no key", async () => {
    const limit = one(["body.user_id", "query.team"]);
    const inTeam = (user_id: unknown, team: string): ReturnType<typeof by> => by({ body: { user_id }, params: { team } });
    expect(await together(limit, inTeam("", "a"), inTeam("", "b"))).toBe(false);
    expect(await together(limit, inTeam(0, "a"), inTeam(0, "b"))).toBe(true);
  });

  it("members and headers that the schema does not know count as well", async () => {
    expect(await together(one(["body.user_id"]), by({}, { extraBody: { user_id: "a" } }), by({ body: { user_id: "b" } }))).toBe(false);
    expect(await together(one(["header.x-team"]), by({}, { headers: { "x-team": "a" } }), by({}, { headers: { "x-team": "b" } }))).toBe(
      false,
    );
  });

  it("credentials count apart, and calls without any together", async () => {
    const clock = fakeClock(0);
    const client = clientOf({ transport: noting(clock), clock });
    const other = withOptions(client, { apiKey: "other" } as Options);
    const limit = one(["credential"]);
    await clock.run(Promise.all([callOf(client, { limit }).send(), callOf(other, { limit }).send()]));
    expect(clock.slept).toEqual([]);
    await clock.run(Promise.all([callOf(client, { limit, auth: [] }).send(), callOf(client, { limit, auth: [] }).send()]));
    expect(clock.slept).toEqual([1_000]);
  });

  it("credentials that are asked for count apart, too", async () => {
    const clock = fakeClock(0);
    const apiKey = (): object => tokenProvider(() => Promise.resolve("t"));
    const client = clientOf({ transport: noting(clock), clock, apiKey: apiKey() } as never);
    const limit = one(["credential"]);
    const sent = (...clients: Client[]): Promise<unknown> => clock.run(Promise.all(clients.map((each) => callOf(each, { limit }).send())));
    await sent(client, withOptions(client, { apiKey: apiKey() } as never));
    expect(clock.slept).toEqual([]);
    await sent(withOptions(client, { headers: { a: "b" } }), withOptions(client, { headers: { a: "c" } }));
    expect(clock.slept).toEqual([1_000, 1_000]);
  });

  it("at most 10,000, and none that is idle", async () => {
    const { clock, client } = limited({ timeout: 0 });
    const limit = rollingLimit("one", { key: ["body.user_id"], allow: [[1, 60_000]] });
    const spied = vi.spyOn(Map.prototype, "set");
    await call(client, limit, "first").send();
    const lines = spied.mock.contexts.findLast((map) => (map as Map<string, object>).has("body.user_id=first")) as Map<string, object>;
    spied.mockRestore();
    for (let index = 0; index < 10_050; index++) await call(client, limit, `u${index}`).send();
    expect([lines.size, lines.has("body.user_id=first"), lines.has("body.user_id=u51")]).toEqual([10_000, false, true]);
    clock.skip(60_000);
    await call(client, limit, "later").send();
    expect([...lines.keys()]).toEqual(["body.user_id=later"]);
  });
});

describe("LIMIT-3: modes", () => {
  it("fail: says how long, and sends nothing", async () => {
    const { clock, sent, send, client, limit } = limited({ rateLimit: "fail" });
    for (let index = 0; index < 10; index++) await send();
    await expect(send()).rejects.toMatchObject({ kind: "LocalRateLimit", retryAfter: 1_000, attempts: 0 });
    await call(client, limit).options({ rateLimit: "off" }).send();
    expect([sent.length, clock.slept]).toEqual([11, []]);
  });

  it("off: no limit", async () => {
    const { sent, send, client, limit } = limited({ rateLimit: "off" });
    for (let index = 0; index < 30; index++) await send();
    expect(sent).toHaveLength(30);
    await expect(call(client, limit).options({ rateLimit: "fail" }).send()).resolves.toBeUndefined();
  });

  it("a wait that does not fit fails at once", async () => {
    const { clock, send } = limited({ timeout: 1_000 });
    for (let index = 0; index < 10; index++) await send();
    await expect(send()).rejects.toMatchObject({ kind: "LocalRateLimit", retryAfter: 1_000 });
    expect(clock.slept).toEqual([]);
  });

  it("TIME-2: after a failed attempt, that attempt's error comes", async () => {
    const clock = fakeClock(0);
    const client = clientOf({ transport: noting(clock, 500), clock, retry: 3, timeout: 5_000 });
    const limit = rollingLimit("one", { key: ["credential"], allow: [[1, 10_000]] });
    const result = await clock.run(callOf(client, { limit }).result());
    expect(result).toMatchObject({ error: { kind: "UnexpectedStatus", status: 500, attempts: 1, failures: [] } });
  });
});

describe("LIMIT-4: a 429 closes the gate", () => {
  it("for all calls of the key, until then", async () => {
    const clock = fakeClock(0);
    const answers = [429];
    const times: number[] = [];
    const transport = (): Promise<Response> => {
      times.push(clock.now());
      const status = answers.shift() ?? 204;
      return Promise.resolve(new Response(null, { status, headers: status === 429 ? { "retry-after": "7" } : {} }));
    };
    const client = clientOf({ transport, clock });
    const limit = seed();
    await call(client, limit, "a").result();
    await call(client, limit, "b").send();
    await clock.run(Promise.all([call(withOptions(client, { headers: { x: "y" } }), limit, "a").send(), call(client, limit, "a").send()]));
    expect(times).toEqual([0, 0, 7_000, 7_000]);
  });

  it("no other failure does", async () => {
    const clock = fakeClock(0);
    const client = clientOf({ transport: noting(clock, 503, { "retry-after": "7" }), clock });
    const limit = seed();
    await call(client, limit).result();
    await call(client, limit).result();
    expect([clock.now(), clock.slept]).toEqual([0, []]);
  });

  it("also for those that wait already", async () => {
    const { clock, client } = limited({ timeout: 0 });
    const limit = rollingLimit("one", { key: ["credential"], allow: [[2, 1_000]] });
    let answer = (_: Response): void => undefined;
    const held = withOptions(client, { transport: () => new Promise((resolve) => (answer = resolve)), retry: 1 });
    const first = callOf(held, { limit }).result();
    const rest = Promise.all([callOf(client, { limit }).send(), callOf(client, { limit }).send()]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answer(new Response(null, { status: 429, headers: { "retry-after": "5" } }));
    expect(await first).toMatchObject({ ok: false });
    await clock.run(rest);
    expect(clock.now()).toBe(5_000);
  });
});

describe("LIMIT-6, CANCEL-2: a cancelled wait", () => {
  it("takes no grant and gives its place to the next", async () => {
    const { clock, sent, client } = limited();
    const limit = rollingLimit("one", { key: ["credential"], allow: [[1, 1_000]] });
    const controllers = [1, 2, 3, 4].map(() => new AbortController());
    const results = controllers.map(({ signal }, index) => callOf(client, { limit }).header("x-key", `${index}`).signal(signal).send());
    await new Promise((resolve) => setTimeout(resolve, 5));
    controllers[1]?.abort();
    controllers[2]?.abort();
    await expect(results[1]).rejects.toBeInstanceOf(CancelledError);
    await expect(results[2]).rejects.toBeInstanceOf(CancelledError);
    await clock.run(Promise.all([results[0], results[3]]));
    expect(sent).toEqual([
      { at: 0, key: "0" },
      { at: 1_000, key: "3" },
    ]);
    expect(clock.pending).toBe(0);
  });
});

it("CFG-5: clones share the state of a limit, other clients do not", async () => {
  const { clock, client, limit, send } = limited({ rateLimit: "fail" });
  for (let index = 0; index < 10; index++) await send();
  await expect(call(withOptions(client, { timeout: 1 }), limit).send()).rejects.toBeInstanceOf(LocalRateLimitError);
  await expect(call(clientOf({ transport: noting(clock), clock, rateLimit: "fail" }), limit).send()).resolves.toBeUndefined();
});
