import { describe, expect, it, vi } from "vitest";
import {
  AuthError,
  basic,
  ClientError,
  isRetryable,
  nothing,
  queryAuth,
  tokenProvider,
  withOptions,
  type AskForToken,
  type Client,
  type HttpRequest,
  type Token,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock, type FakeClock } from "../support/fake-clock.js";
import { callOf, clientOf, failureOf, service, type Options } from "./service.js";

const returns = { 204: nothing };
const tokensOf = (requests: readonly HttpRequest[]): (string | null)[] => requests.map(({ headers }) => headers.get("authorization"));

/** Answers each request by `status`, 204 unless told otherwise. */
function answeringBy(
  status: (request: HttpRequest, count: number) => number = () => 204,
): ((request: HttpRequest) => Promise<Response>) & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const transport = (request: HttpRequest): Promise<Response> => {
    requests.push(request);
    return Promise.resolve(new Response(null, { status: status(request, requests.length) }));
  };
  return Object.assign(transport, { requests });
}

function withProvider(ask: AskForToken, options: Options = {}): Client {
  return clientOf({ ...options, apiKey: tokenProvider(ask) } as never);
}

/** Gives `t1`, `t2`, .. that end after `lifetime` milliseconds. */
function counting(clock: FakeClock, lifetime?: number) {
  let count = 0;
  return vi.fn<() => Promise<Token>>(() =>
    Promise.resolve({ token: `t${++count}`, expiresAt: lifetime === undefined ? undefined : new Date(clock.now() + lifetime) }),
  );
}

describe("AUTH-2: a credential that is asked for", () => {
  it("without an end is kept for good", async () => {
    const ask = vi.fn<() => Promise<string>>(() => Promise.resolve("t1"));
    const transport = answeringBy();
    const clock = fakeClock();
    const client = withProvider(ask, { transport, clock });
    await callOf(client, { returns }).send();
    clock.skip(1e12);
    await callOf(client, { returns }).send();
    expect([ask.mock.calls.length, tokensOf(transport.requests)]).toEqual([1, ["Bearer t1", "Bearer t1"]]);
  });

  it.each([
    [120_001, "t1", 1],
    [120_000, "t1", 2],
    [30_000, "t1", 2],
    [29_999, "t2", 2],
    [-1, "t2", 2],
  ])("%d ms left: uses %s, has asked %d times", async (left, token, times) => {
    const clock = fakeClock();
    const ask = counting(clock, 200_000);
    const transport = answeringBy();
    const client = withProvider(ask, { transport, clock });
    await callOf(client, { returns }).send();
    clock.skip(200_000 - left);
    await callOf(client, { returns }).send();
    expect([tokensOf(transport.requests)[1], ask.mock.calls.length]).toEqual([`Bearer ${token}`, times]);
    await callOf(client, { returns }).send();
    expect(tokensOf(transport.requests)[2]).toBe(times === 1 ? "Bearer t1" : "Bearer t2");
  });

  it("milliseconds do as well as a date, and a failed refresh behind is no failure", async () => {
    const clock = fakeClock();
    let fails = false;
    const transport = answeringBy();
    const client = withProvider(
      () => (fails ? Promise.reject(new Error("down")) : Promise.resolve({ token: "t", expiresAt: clock.now() + 100_000 })),
      { transport, clock },
    );
    await callOf(client, { returns }).send();
    fails = true;
    await callOf(client, { returns }).send();
    expect(tokensOf(transport.requests)).toEqual(["Bearer t", "Bearer t"]);
  });

  it("many calls at once ask once, clones share it", async () => {
    let give = (_: string): void => undefined;
    const ask = vi.fn<() => Promise<string>>(() => new Promise((resolve) => (give = resolve)));
    const transport = answeringBy();
    const client = withProvider(ask, { transport });
    const clone = withOptions(client, { headers: { a: "b" } });
    const calls = [client, clone, client].map((each) => callOf(each, { returns }).send());
    await new Promise((resolve) => setImmediate(resolve));
    give("t1");
    await Promise.all(calls);
    expect([ask.mock.calls.length, tokensOf(transport.requests)]).toEqual([1, ["Bearer t1", "Bearer t1", "Bearer t1"]]);
  });

  it("CFG-5: a clone with a provider of its own asks that one", async () => {
    const transport = answeringBy();
    const client = withProvider(() => Promise.resolve("a"), { transport });
    await callOf(withOptions(client, { apiKey: tokenProvider(() => Promise.resolve("b")) } as never), { returns }).send();
    await callOf(client, { returns }).send();
    expect(tokensOf(transport.requests)).toEqual(["Bearer b", "Bearer a"]);
  });

  it.each<[string, AskForToken]>([
    ["rejects", () => Promise.reject(new Error("no token service"))],
    [
      "throws",
      () => {
        throw new Error("no token service");
      },
    ],
    ["gives no token", () => Promise.resolve("a\nb")],
  ])("one that %s is an Auth error with its cause, and not repeated", async (_, ask) => {
    const transport = answeringBy();
    const asked = vi.fn<AskForToken>(ask);
    const error = await failureOf(callOf(withProvider(asked, { transport, retry: 3 }), { returns }), AuthError);
    expect([error.message, error.kind, asked.mock.calls.length, transport.requests, isRetryable(error)]).toEqual([
      "things.test: Auth: the credential could not be had",
      "Auth",
      1,
      [],
      false,
    ]);
    expect(String(error.cause)).toMatch(/no token service|must be visible ASCII/);
  });

  it("goes where the scheme puts it", async () => {
    const transport = answeringBy();
    const apiKey = tokenProvider(() => Promise.resolve("a&b"));
    const auth = [[queryAuth("apiKey", "key")]];
    await callOf(clientOf({ transport, apiKey } as never), { returns, auth }).send();
    await callOf(clientOf({ transport, apiKey: tokenProvider(() => Promise.resolve("u:p")) } as never), {
      returns,
      auth: [[basic("apiKey")]],
    }).send();
    expect([transport.requests[0]?.url, transport.requests[1]?.headers.get("authorization")]).toEqual([
      "https://api.wacht.dev/things?key=a%26b",
      "Basic dTpw",
    ]);
  });

  it("AUTH-5: is no long-lived key, so a browser may have it", async () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    expect(() => withProvider(() => Promise.resolve("t"))).not.toThrow();
    vi.unstubAllGlobals();
  });

  it("SEC-1: what it gave is in no text", async () => {
    const transport = (): Promise<Response> => Promise.reject(new Error("sent very-secret-token"));
    const error = await failureOf(
      callOf(
        withProvider(() => Promise.resolve("very-secret-token"), { transport }),
        { returns },
      ),
      ClientError,
    );
    expect(String(error.cause)).toBe("Error: Error: sent ***");
  });
});

describe("AUTH-3: 401", () => {
  it("drops the token, asks again and repeats once, without a wait", async () => {
    const clock = fakeClock();
    const ask = counting(clock);
    const transport = answeringBy(({ headers }) => (headers.get("authorization") === "Bearer t1" ? 401 : 204));
    const client = withProvider(ask, { transport, clock, retry: undefined });
    const { attempts } = await callOf(client, { returns }, {}, "POST").withResponse().send();
    expect([tokensOf(transport.requests), clock.slept, attempts]).toEqual([["Bearer t1", "Bearer t2"], [], 2]);
    await callOf(client, { returns }).send();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("only once a call", async () => {
    const clock = fakeClock();
    const ask = counting(clock);
    const transport = answeringBy(() => 401);
    const client = withProvider(ask, { transport, clock, retry: undefined });
    const error = await failureOf(callOf(client, { returns }), ClientError);
    expect([ask.mock.calls.length, error.attempts, error.failures?.length]).toEqual([2, 2, 1]);
    await failureOf(callOf(client, { returns }), ClientError);
    expect(transport.requests).toHaveLength(4);
  });

  it("counts as an attempt", async () => {
    const ask = counting(fakeClock());
    const transport = answeringBy(() => 401);
    await failureOf(callOf(withProvider(ask, { transport, retry: 1 }), { returns }), ClientError);
    expect(transport.requests).toHaveLength(1);
    const clock = fakeClock();
    const mixed = answeringBy((_, count) => [500, 401, 500][count - 1] ?? 204);
    const result = await clock.run(callOf(withProvider(counting(clock), { transport: mixed, clock, retry: 3 }), { returns }).result());
    expect([mixed.requests.length, result.ok]).toEqual([3, false]);
  });

  it("a token that came meanwhile is not dropped", async () => {
    const clock = fakeClock();
    const ask = counting(clock);
    const transport = answeringBy(({ headers }) => (headers.get("authorization") === "Bearer t1" ? 401 : 204));
    const client = withProvider(ask, { transport, clock, retry: undefined });
    await Promise.all([callOf(client, { returns }).send(), callOf(client, { returns }).send(), callOf(client, { returns }).send()]);
    expect(ask).toHaveBeenCalledTimes(2);
    let refuse = (_: Response): void => undefined;
    const late = (request: HttpRequest): Promise<Response> =>
      transport.requests.length === 6 ? new Promise((resolve) => (refuse = resolve)) : transport(request);
    const slow = callOf(withOptions(client, { transport: late }), { returns }).send();
    await new Promise((resolve) => setImmediate(resolve));
    transport.requests.length = 0;
    const strict = answeringBy((_, count) => (count === 1 ? 401 : 204));
    await callOf(withOptions(client, { transport: strict }), { returns }).send();
    refuse(new Response(null, { status: 401 }));
    await slow;
    expect([ask.mock.calls.length, tokensOf(transport.requests)]).toEqual([3, ["Bearer t3"]]);
  });

  it("with a static key it is final", async () => {
    const transport = answeringBy(() => 401);
    await failureOf(callOf(clientOf({ transport, retry: undefined }), { returns }), ClientError);
    expect(transport.requests).toHaveLength(1);
  });
});

it("AUTH-4: a caller's own header beats the provider's token, null removes it", async () => {
  const transport = answeringBy();
  const client = withProvider(() => Promise.resolve("t"), { transport });
  await callOf(client, { returns }).header("Authorization", "Mine").send();
  await callOf(client, { returns }).header("authorization", null).send();
  expect(tokensOf(transport.requests)).toEqual(["Mine", null]);
});

it("CANCEL-2: in the credentials", async () => {
  const transport = answeringBy();
  const controller = new AbortController();
  const sent = callOf(
    withProvider(() => new Promise(() => undefined), { transport }),
    { returns },
  )
    .signal(controller.signal)
    .send();
  setTimeout(() => controller.abort(), 5);
  await expect(sent).rejects.toMatchObject({ kind: "Cancelled", attempts: 1 });
  expect([transport.requests, service.name]).toEqual([[], "wacht"]);
});
