import { describe, expect, it } from "vitest";
import { readChaos, usualChaos } from "../../generator/mock/chaos.js";
import { served } from "./served.js";

const schema = `
heddle: 1
api: chaos
client: { base_url: "https://chaos.example" }
errors: { status: { TooMany: 429, Broken: 5xx } }
resources:
  all:
    get: { http: GET /thing, returns: Thing }
    watch: { http: GET /watch, returns: "int32[]", stream: { sse: Event, end: "[DONE]" } }
types:
  Thing: { id: string, colour: Colour, shut: Shut, parts: "Part[]" }
  Part: { $exhaustive: true, colours: map<Colour> }
  Colour: { $enum: [red] }
  Shut: { $enum: [yes], $open: false }
  Event: { $tag: event, $union: { a: { n: int32 }, b: { n: int32 }, c: { n: int32 } } }
`;

const never = { now: () => 0, sleep: () => Promise.resolve() };

describe("chaos", () => {
  it("resets connections", async () => {
    const { ask, requests } = await served(schema, { chaos: { reset: 1 } });
    await expect(ask("GET", "/thing")).rejects.toThrow("fetch failed");
    expect(requests).toMatchObject([{ notes: ["chaos: reset"] }]);
    expect(requests[0]).not.toHaveProperty("status");
  });

  it("breaks streams off", async () => {
    const { ask } = await served(schema, { chaos: { cut: 1 } });
    await expect(ask("GET", "/watch")).rejects.toThrow(/terminated|fetch failed/);
    expect(await ask("GET", "/thing")).toMatchObject({ status: 200 });
  });

  it("refuses with 429 and fails with 5xx", async () => {
    const limited = await served(schema, { chaos: { limit: 1 } });
    const { status, headers } = await limited.ask("GET", "/thing");
    expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
    const broken = await served(schema, { chaos: { error: 1 } });
    expect([500, 502, 503]).toContain((await broken.ask("GET", "/thing")).status);
    expect(broken.requests[0]?.notes).toEqual([expect.stringMatching(/^chaos: 50\d$/)]);
  });

  it("waits", async () => {
    const waits: number[] = [];
    const { ask } = await served(schema, {
      chaos: { latency: 1 },
      clock: { ...never, sleep: (duration) => Promise.resolve(void waits.push(duration)) },
    });
    for (let count = 0; count < 20; count++) await ask("GET", "/thing");
    expect(waits).toHaveLength(20);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...waits)).toBeLessThanOrEqual(800);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  it("answers what only a newer schema knows, where clients have to bear it", async () => {
    const { get } = await served(schema, { chaos: { enum: 1, field: 1 } });
    const thing = (await get("/thing")) as { parts: { colours: object }[] };
    expect(thing).toMatchObject({ colour: "red_of_tomorrow", shut: "yes", field_of_tomorrow: "not in the schema" });
    expect(Object.keys(thing.parts[0] ?? {})).toEqual(["colours"]);
    expect(Object.values(thing.parts[0]?.colours ?? {})).toEqual(["red_of_tomorrow"]);
  });

  it("goes wrong in the same places for the same seed, about as often as it is told", async () => {
    const statuses = async (seed: number) => {
      const { ask } = await served(schema, { chaos: { limit: 0.25 }, seed, clock: never });
      const found: number[] = [];
      for (let count = 0; count < 200; count++) found.push((await ask("GET", "/thing")).status);
      return found;
    };
    const [first, second, other] = [await statuses(1), await statuses(1), await statuses(2)];
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first.filter((status) => status === 429).length).toBeGreaterThan(30);
    expect(first.filter((status) => status === 429).length).toBeLessThan(70);
  });

  it("reads rates, and says what is wrong with them", () => {
    expect(readChaos("latency=1, reset=0.2")).toEqual({ latency: 1, reset: 0.2, limit: 0, error: 0, cut: 0, enum: 0, field: 0 });
    expect(Object.values(usualChaos).every((rate) => rate > 0)).toBe(true);
    for (const text of ["", "latency", "latency=2", "latency=x", "storm=1", "toString=1"])
      expect(() => readChaos(text)).toThrow(RangeError);
  });
});
