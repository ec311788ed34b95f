import { describe, expect, it } from "vitest";
import type { Clock } from "../../generator/mock/clock.js";
import { served } from "./served.js";

const schema = `
heddle: 1
api: limits
client:
  base_url: "https://limits.example"
  schemes:
    token: { bearer: api_key }
    partner: { header: partner_key, name: X-Partner }
    link: { query: link_key, name: key }
    session: { cookie: session_id, name: sid }
    user: basic
  auth: [token, [partner, session]]
errors: { status: { Unauthorized: 401, TooMany: 429 } }
rate_limits:
  writes: { key: [body.user, credential], allow: [5/10s, 3/1s] }
resources:
  all:
    write: { http: POST /write, body: Write, returns: 204, rate_limit: writes }
    read: { http: GET /read, returns: 204 }
    open: { http: GET /open, returns: 204, auth: none }
    link: { http: GET /link, returns: 204, auth: [[link], [user]] }
types: { Write: { user?: string } }
`;

function fakeClock(): Clock & { pass(milliseconds: number): void } {
  let time = 1_000_000;
  return { now: () => time, sleep: () => Promise.resolve(), pass: (milliseconds) => void (time += milliseconds) };
}

describe("rate limits", () => {
  it("are rolling windows, all of which hold", async () => {
    const clock = fakeClock();
    const { ask } = await served(schema, { clock });
    const write = async () => (await ask("POST", "/write", {})).status;
    const statuses: number[] = [];
    for (const pause of [0, 0, 500, 0, 499, 1, 0, 500, 8000]) {
      clock.pass(pause);
      statuses.push(await write());
    }
    // Three in a second; the first two are a second old after 1,000 ms; then five in ten seconds.
    expect(statuses).toEqual([204, 204, 204, 429, 429, 204, 204, 429, 429]);
    clock.pass(500);
    expect(await write()).toBe(204);
  });

  it("tell what is left, and when to come back", async () => {
    const clock = fakeClock();
    const { ask, requests } = await served(schema, { clock });
    const told = async () => {
      const { status, headers } = await ask("POST", "/write", {});
      return [status, ...["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "retry-after"].map((name) => headers.get(name))];
    };
    expect(await told()).toEqual([204, "3", "2", "1", null]);
    await told();
    expect(await told()).toEqual([204, "3", "0", "1", null]);
    expect(await told()).toEqual([429, "3", "0", "1", "1"]);
    clock.pass(1000);
    await told();
    await told();
    expect(await told()).toEqual([429, "5", "0", "9", "9"]);
    expect(requests.at(-1)?.problems).toEqual(["the rate limit `writes` allows 5 in 10 s, 3 in 1 s"]);
  });

  it("count by the first place that the request has", async () => {
    const { ask } = await served(schema, { clock: fakeClock() });
    const write = async (user: string | undefined, key: string) =>
      (await ask("POST", "/write", user === undefined ? {} : { user }, { authorization: `Bearer ${key}` })).status;
    for (let count = 0; count < 3; count++)
      expect([await write("ada", "a"), await write("eve", "a"), await write(undefined, "a")]).toEqual([204, 204, 204]);
    expect([await write("ada", "b"), await write(undefined, "a"), await write(undefined, "b")]).toEqual([429, 429, 204]);
  });
});

describe("credentials", () => {
  it.each([
    ["/read", { authorization: "" }, 401],
    ["/read", { authorization: "Basic eDp5" }, 401],
    ["/read", { authorization: "Bearer x" }, 204],
    ["/read", { authorization: "", "x-partner": "p" }, 401],
    ["/read", { authorization: "", "x-partner": "p", cookie: "sid=s" }, 204],
    ["/open", { authorization: "" }, 204],
    ["/link", {}, 401],
    ["/link?key=k", {}, 204],
    ["/link", { authorization: "Basic eDp5" }, 204],
  ])("%s with %j gives %i", async (target, headers, status) => {
    const { ask } = await served(schema);
    expect(await ask("GET", target, undefined, headers)).toMatchObject({ status });
  });

  it("say what is wanted", async () => {
    const { ask, requests } = await served(schema);
    const { headers } = await ask("GET", "/read", undefined, { authorization: "" });
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(requests[0]?.problems).toEqual([
      "there is no credential: `Authorization: Bearer ...` is wanted, or the header `X-Partner` is wanted and the cookie `sid` is wanted",
    ]);
  });

  it("are those that are given, if some are, and shown nowhere", async () => {
    const { ask, requests } = await served(schema, { keys: ["right", "p", "s", "x:y"] });
    const statuses = [];
    for (const [target, headers] of [
      ["/read", { authorization: "Bearer right" }],
      ["/read", { authorization: "Bearer wrong-secret" }],
      ["/read", { authorization: "", "x-partner": "p", cookie: "sid=s" }],
      ["/link?key=wrong-secret", {}],
      ["/link", { authorization: "Basic eDp5" }],
    ] as const)
      statuses.push((await ask("GET", target, undefined, headers)).status);
    expect(statuses).toEqual([204, 401, 204, 401, 204]);
    expect(JSON.stringify(requests)).not.toMatch(/wrong-secret|right|eDp5/);
  });
});
