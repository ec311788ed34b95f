import { describe, expect, it, vi } from "vitest";
import {
  ApiError,
  CancelledError,
  ClientError,
  idempotencyKey,
  isRetryable,
  json,
  nothing,
  request,
  sameOrigin,
  string,
  TimeoutError,
  TransportError,
  withOptions,
  type Client,
  type HttpRequest,
  type OperationSpec,
  type RetryPolicy,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock, type FakeClock } from "../support/fake-clock.js";
import { callOf, clientOf, service, type Options } from "./service.js";

/** An answer, or what its absence is: an error, or nothing for ever. */
type Step = number | readonly [status: number, headers: Record<string, string>] | Error | "stall";

const refused = (): Error => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) });
const reset = (): Error => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) });
const untrusted = (): Error => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "CERT_HAS_EXPIRED" }) });

/** Plays `steps` in turn, the last one for ever; keeps the requests. */
function script(...steps: readonly Step[]): ((request: HttpRequest) => Promise<Response>) & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const transport = (sent: HttpRequest): Promise<Response> => {
    const step = steps[Math.min(requests.length, steps.length - 1)] ?? 204;
    requests.push(sent);
    if (step === "stall") return new Promise(() => undefined);
    if (step instanceof Error) return Promise.reject(step);
    const [status, headers] = typeof step === "number" ? [step, {}] : step;
    return Promise.resolve(new Response(status === 204 ? null : "{}", { status, headers }));
  };
  return Object.assign(transport, { requests });
}

interface Played {
  readonly requests: readonly HttpRequest[];
  readonly slept: readonly number[];
  readonly error: ClientError | undefined;
}

interface Play extends Options {
  readonly method?: string;
  readonly spec?: Partial<OperationSpec<unknown>>;
  readonly clock?: FakeClock;
}

/** What a call does over `steps`, with chance standing still at 0. */
async function play(steps: readonly Step[], { method = "GET", spec = {}, clock = fakeClock(), ...options }: Play = {}): Promise<Played> {
  const transport = script(...steps);
  const random = { float: () => 0, uuid: () => "00000000-0000-4000-8000-000000000000" };
  const client = clientOf({ transport, clock, random, retry: undefined, ...options });
  const result = await clock.run(callOf(client, { returns: { 204: nothing }, ...spec }, {}, method).result());
  return { requests: transport.requests, slept: clock.slept, error: result.ok ? undefined : (result.error as ClientError) };
}

describe("RETRY-1: what is repeated (1.4)", () => {
  const attempts = async (step: Step, given: Play = {}): Promise<number> => (await play([step], given)).requests.length;

  it.each<[string, () => Step]>([
    ["refused", refused],
    ["429", () => 429],
    ["408", () => 408],
    ["421", () => 421],
    ["503 with Retry-After", () => [503, { "retry-after": "1" }]],
  ])("classes A and B, %s: any method", async (_, step) => {
    expect(await attempts(step(), { method: "POST" })).toBe(3);
    expect(await attempts(step())).toBe(3);
  });

  it.each<[string, () => Step]>([
    ["reset", reset],
    ...[500, 502, 503, 504].map((status): [string, () => Step] => [`${status}`, () => status]),
  ])("class C, %s: only what is repeatable", async (_, step) => {
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]) expect(await attempts(step(), { method })).toBe(3);
    for (const method of ["POST", "PATCH"]) expect(await attempts(step(), { method })).toBe(1);
    expect(await attempts(step(), { method: "POST", spec: { idempotent: true } })).toBe(3);
    expect(await attempts(step(), { method: "POST", spec: { idempotencyKey: idempotencyKey("Idempotency-Key") } })).toBe(3);
    expect(await attempts(step(), { method: "POST", spec: { retry: { unsafe: true } } })).toBe(3);
  });

  it.each<[string, () => Step]>([
    ["certificate", untrusted],
    ...[400, 401, 404, 409, 501, 505, 302].map((status): [string, () => Step] => [`${status}`, () => status]),
  ])("class D, %s: never", async (_, step) => {
    const { requests, error } = await play([step()]);
    expect([requests.length, error && isRetryable(error)]).toEqual([1, false]);
  });

  it("a timeout of an attempt is class C, of the call class D", async () => {
    const timeout = { attempt: 100, total: 10_000 };
    const { requests, error, slept } = await play(["stall"], { timeout });
    expect([requests.length, error?.kind, (error as TimeoutError).phase, slept]).toEqual([
      3,
      "Timeout",
      "attempt",
      [100, 250, 100, 500, 100],
    ]);
    expect((await play(["stall"], { timeout, method: "POST" })).requests).toHaveLength(1);
    expect((await play(["stall"], { timeout: { attempt: 0, total: 100 } })).requests).toHaveLength(1);
  });

  it("a body that was cut is class C", async () => {
    const cut = (): Response =>
      new Response(new ReadableStream({ pull: (controller) => controller.error(reset()) }), {
        headers: { "content-type": "application/json" },
      });
    const clock = fakeClock();
    const transport = vi.fn<() => Promise<Response>>(() => Promise.resolve(cut()));
    const result = await clock.run(callOf(clientOf({ transport, clock, retry: undefined }), { returns: { 200: json(string) } }).result());
    expect([transport.mock.calls.length, result]).toMatchObject([3, { error: { phase: "body" } }]);
  });

  it("an answer that does not fit is class D", async () => {
    const { requests, error } = await play([200], { spec: { returns: { 200: json(string) } } });
    expect([requests.length, error?.kind]).toEqual([1, "Decode"]);
  });

  it("a body that can be read once is class D", async () => {
    const body = {
      write(draft: { readOnce?: boolean }) {
        draft.readOnce = true;
      },
    };
    const { requests, error } = await play([429], { spec: { body } });
    expect([requests.length, error && isRetryable(error)]).toEqual([1, false]);
  });

  it("`on` adds statuses, for any method", async () => {
    expect(await attempts(409, { method: "POST", spec: { retry: { on: [409] } } })).toBe(3);
    expect(await attempts(410, { method: "POST", spec: { retry: { on: [409] } } })).toBe(1);
  });
});

describe("RETRY-2: how often", () => {
  const count = async (options: Play, call?: number | RetryPolicy): Promise<number> => {
    const transport = script(429);
    const clock = fakeClock();
    const client = clientOf({ transport, clock, ...options });
    const made = callOf(client, { returns: { 204: nothing }, ...options.spec });
    await clock.run((call === undefined ? made : made.options({ retry: call })).result());
    return transport.requests.length;
  };

  it.each<[string, number, Parameters<typeof count>]>([
    ["three attempts", 3, [{ retry: undefined }]],
    ["the operation's", 2, [{ retry: undefined, spec: { retry: { attempts: 2 } } }]],
    ["the client's over the operation's", 5, [{ retry: 5, spec: { retry: { attempts: 2 } } }]],
    ["the call's over the client's", 4, [{ retry: 5 }, 4]],
    ["a policy of the call leaves what it does not say", 5, [{ retry: 5 }, { on: [409] }]],
    ["undefined is inherited", 3, [{ retry: { attempts: undefined } }]],
    ["one", 1, [{ retry: 1 }]],
    ["no number", 1, [{ retry: Number.NaN }]],
  ])("%s", async (_, expected, given) => expect(await count(...given)).toBe(expected));

  it("the service's, below the operation's", async () => {
    const transport = script(429);
    const clock = fakeClock();
    const client = clientOf({ transport, clock, retry: undefined }, { ...service, retry: { attempts: 2 } });
    await clock.run(callOf(client, {}).result());
    await clock.run(callOf(client, { retry: { attempts: 4 } }).result());
    expect(transport.requests).toHaveLength(6);
  });

  it("any path called untyped is repeated as well, and sends the service's key", async () => {
    const transport = script(500, 204);
    const clock = fakeClock();
    const keyed = { ...service, idempotencyKey: { header: "X-Key", methods: ["POST"] } };
    const client = clientOf({ transport, clock, retry: undefined }, keyed);
    await clock.run(request(client, "POST", "/x").send());
    expect(transport.requests.map(({ headers }) => headers.has("x-key"))).toEqual([true, true]);
    await clock.run(request(client, "PUT", "/x").send());
    expect(transport.requests[2]?.headers.has("x-key")).toBe(false);
  });

  it("redirects of an attempt are not attempts", async () => {
    const clock = fakeClock();
    const transport = script([302, { location: "/other" }], 500, 204);
    await clock.run(callOf(clientOf({ transport, clock, retry: undefined }), { redirects: sameOrigin }).send());
    expect(transport.requests.map(({ url, headers }) => [new URL(url).pathname, headers.get("x-retry-count")])).toEqual([
      ["/things", null],
      ["/other", null],
      ["/things", "1"],
    ]);
  });
});

describe("RETRY-3: back-off", () => {
  it.each([
    [0, [250, 500, 1000, 2000, 4000, 4000]],
    [0.5, [375, 750, 1500, 3000, 6000, 6000]],
    [0.999, [499, 999, 1999, 3998, 7996, 7996]],
  ])("chance %d: half to whole of 500 ms doubled up to 8 s", async (float, expected) => {
    const random = { float: () => float, uuid: () => "" };
    expect((await play([500], { random, retry: 7 })).slept).toEqual(expected);
  });

  it("as declared", async () => {
    expect((await play([500], { retry: { attempts: 4, backoff: [100, 150] } })).slept).toEqual([50, 75, 75]);
  });
});

describe("RETRY-4: Retry-After", () => {
  it.each([
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "0.1" }, 250],
    [{ "retry-after-ms": "300", "retry-after": "9" }, 300],
    [{ "retry-after": "soon" }, 250],
  ])("%j: the longer of both", async (headers, wait) => {
    expect((await play([[503, headers], 204])).slept).toEqual([wait]);
  });

  it("longer than the longest wait: no wait at all", async () => {
    const { requests, error, slept } = await play([[429, { "retry-after": "61" }]], { timeout: 0 });
    expect([requests.length, error?.retryAfter, slept, error && isRetryable(error)]).toEqual([1, 61_000, [], true]);
    expect((await play([[429, { "retry-after": "60" }], 204], { timeout: 0 })).slept).toEqual([60_000]);
    expect((await play([[429, { "retry-after": "2" }]], { retry: { longestWait: 1_999 } })).requests).toHaveLength(1);
  });
});

describe("RETRY-5: quota", () => {
  const drained = async (client: Client, clock: FakeClock): Promise<number> => {
    for (let calls = 1; ; calls++) {
      const result = await clock.run(callOf(client, {}).result());
      if (!result.ok && (result.error as ClientError).retriesRefused === "quota") return calls;
    }
  };

  it("500 tokens, 5 for a repeat: 50 calls of three attempts, then none", async () => {
    const clock = fakeClock();
    const transport = script(500);
    expect(await drained(clientOf({ transport, clock, retry: undefined }), clock)).toBe(51);
    expect(transport.requests).toHaveLength(151);
  });

  it("10 after a timeout", async () => {
    const clock = fakeClock();
    expect(await drained(clientOf({ transport: script("stall"), clock, retry: 2, timeout: { attempt: 10 } }), clock)).toBe(51);
  });

  it("a success gives back what its last repeat cost, or 1", async () => {
    const clock = fakeClock();
    const plan: Step[] = Array.from({ length: 100 }, () => 500);
    // 100 failures spend 500; a success without a repeat gives 1, five of them pay for one repeat, whose success gives 5.
    const transport = script(...plan.flatMap((step) => [step, step]), 204, 204, 204, 204, 204, 500, 204, 500, 204, 500, 500, 500);
    const client = clientOf({ transport, clock, retry: 2 });
    for (let index = 0; index < 100; index++) await clock.run(callOf(client, {}).result());
    const outcomes: unknown[] = [];
    for (let index = 0; index < 9; index++) {
      const result = await clock.run(callOf(client, {}).result());
      outcomes.push(result.ok || (result.error as ClientError).retriesRefused);
    }
    expect(outcomes).toEqual([true, true, true, true, true, true, true, undefined, "quota"]);
  });

  it("never more than 500", async () => {
    const clock = fakeClock();
    const transport = script(204, 204, 500);
    const client = clientOf({ transport, clock, retry: undefined });
    await clock.run(callOf(client, {}).send());
    await clock.run(callOf(client, {}).send());
    expect(await drained(client, clock)).toBe(51);
  });

  it("CFG-5: clones share it", async () => {
    const clock = fakeClock();
    const client = clientOf({ transport: script(500), clock, retry: undefined });
    expect(await drained(withOptions(client, { headers: { a: "b" } }), clock)).toBe(51);
    expect(await drained(client, clock)).toBe(1);
  });
});

describe("RETRY-6: idempotency key", () => {
  const spec = { idempotencyKey: idempotencyKey("Idempotency-Key") };
  const keys = ({ requests }: Played): (string | null)[] => requests.map(({ headers }) => headers.get("idempotency-key"));

  it("the same for all attempts of a call, another for the next", async () => {
    const random = undefined;
    const first = keys(await play([500], { method: "POST", spec, random }));
    const second = keys(await play([500], { method: "POST", spec, random }));
    expect([new Set(first).size, first.length, first[0] === second[0]]).toEqual([1, 3, false]);
    expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("comes from the random seam", async () => {
    expect(keys(await play([204], { method: "POST", spec }))).toEqual(["00000000-0000-4000-8000-000000000000"]);
  });

  it("can be replaced per call", async () => {
    const transport = script(204);
    const call = callOf(clientOf({ transport }), spec, {}, "POST");
    await call.options({ idempotencyKey: "mine" }).send();
    await call.header("Idempotency-Key", "header").send();
    expect(transport.requests.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["mine", "header"]);
  });
});

describe("RETRY-7: override header", () => {
  const spec = { retry: { override: "x-should-retry" } };
  it.each<[string, number, number]>([
    ["true", 400, 3],
    ["false", 503, 1],
    ["maybe", 503, 3],
    ["maybe", 400, 1],
  ])("%s of a %d", async (word, status, attempts) => {
    const { requests, error } = await play([[status, { "x-should-retry": word }]], { spec });
    expect([requests.length, error && isRetryable(error)]).toEqual([attempts, attempts > 1]);
  });

  it("says nothing where it is not declared", async () => {
    expect((await play([[400, { "x-should-retry": "true" }]])).requests).toHaveLength(1);
  });
});

describe("RETRY-9: X-Retry-Count", () => {
  const counts = ({ requests }: Played): (string | null)[] => requests.map(({ headers }) => headers.get("x-retry-count"));
  it("from the second attempt on", async () => expect(counts(await play([500]))).toEqual([null, "1", "2"]));
  it("not in browsers", async () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    const played = await play([500], { dangerouslyAllowBrowser: true });
    vi.unstubAllGlobals();
    expect(counts(played)).toEqual([null, null, null]);
  });
});

describe("RETRY-10: the final error", () => {
  it("is the last attempt's, with the number of attempts and the earlier ones", async () => {
    const { error } = await play([500, refused(), 429]);
    expect(error).toBeInstanceOf(ApiError);
    expect([error?.message, error?.attempts, error?.failures]).toEqual([
      "things.test: 429 UnexpectedStatus RateLimited: (text/plain, 2 B)",
      3,
      ["things.test: 500 UnexpectedStatus ServerError: (text/plain, 2 B)", "things.test: Transport: no connection (ECONNREFUSED)"],
    ]);
  });

  it("of one attempt has no earlier ones; a success says how many there were", async () => {
    const { error } = await play([404]);
    expect([error?.attempts, error?.failures]).toEqual([1, []]);
    const clock = fakeClock();
    const client = clientOf({ transport: script(500, 204), clock, retry: undefined });
    expect(
      (
        await clock.run(
          callOf(client, { returns: { 204: nothing } })
            .withResponse()
            .send(),
        )
      ).attempts,
    ).toBe(2);
  });

  it("an error of the caller's transport that is thrown again and again ends the call", async () => {
    const own = new TransportError("x", "y", {
      phase: "connect",
      code: undefined,
      mayHaveBeenProcessed: false,
      attempts: 1,
      retryable: true,
      cause: undefined,
    });
    const { error, requests } = await play([own]);
    expect([error, requests.length, error?.attempts]).toEqual([own, 2, 2]);
  });
});

describe("TIME-2: waits that do not fit", () => {
  it("the last error comes at once", async () => {
    const { error, slept, requests } = await play([500], { timeout: 250 });
    expect([error?.kind, slept, requests.length]).toEqual(["UnexpectedStatus", [], 1]);
    expect((await play([500], { timeout: 251, retry: 2 })).slept).toEqual([250]);
  });

  it("without a limit all fit", async () => {
    expect((await play([500], { timeout: 0 })).slept).toEqual([250, 500]);
  });

  it("the limit of the call covers attempts and waits together", async () => {
    const { error, requests } = await play([500, "stall"], { timeout: { attempt: 0, total: 1_000 } });
    expect([error?.kind, (error as TimeoutError).phase, requests.length, error?.attempts]).toEqual(["Timeout", "total", 2, 2]);
    expect(error?.failures).toHaveLength(1);
  });
});

describe("CANCEL-2: in the back-off", () => {
  it("ends the wait at once, and nothing more is sent", async () => {
    const transport = script(500);
    const controller = new AbortController();
    const clock = fakeClock();
    const sent = callOf(clientOf({ transport, clock, retry: undefined }), {})
      .signal(controller.signal)
      .send();
    await vi.waitFor(() => expect(transport.requests).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(sent).rejects.toBeInstanceOf(CancelledError);
    expect([transport.requests.length, clock.pending]).toEqual([1, 0]);
  });
});
