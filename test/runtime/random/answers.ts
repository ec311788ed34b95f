import fc from "fast-check";
import { sentinel } from "../service.js";

/** An answer as an arbitrary service, proxy or captive portal could give it. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Pieces of the body, as they come. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** What ends the body: nothing more, a break of the connection, or silence. */
  readonly end: "close" | "break" | "stall";
}

const text = new TextEncoder();

const words: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{"error":{"message":"No","code":"x"}}',
    '{"id":"a"}',
    "[]",
    "null",
    "<html><h1>502</h1>",
    "{",
    '{"id":',
    "NaN",
    `{"error":{"message":"bad key ${sentinel}"}}`,
    `key ${sentinel} is unknown`,
    '{"__proto__":1,"id":"a"}',
    `${"[".repeat(200)}${"]".repeat(200)}`,
    "\ufeff{}",
    "data: a\n\nevent: b\ndata: [DONE]\n\n",
    " ",
  ),
  fc.json(),
  fc.string({ unit: "binary", maxLength: 300 }),
);

const bytes: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  words.map((each) => text.encode(each)),
  fc.uint8Array({ maxLength: 400 }).map((each) => Uint8Array.from(each)),
);

const header: fc.Arbitrary<readonly [string, string]> = fc.tuple(
  fc.constantFrom(
    "content-type",
    "retry-after",
    "x-request-id",
    "date",
    "location",
    "ratelimit",
    "x-ratelimit-limit",
    "content-disposition",
    "x-anything",
  ),
  fc.oneof(
    fc.constantFrom(
      "application/json",
      "text/html",
      "text/event-stream",
      "application/problem+json; charset=utf-8",
      "7",
      "-1",
      "1e99",
      "Wed, 21 Oct 2015 07:28:00 GMT",
      "/elsewhere",
      "//",
      "",
    ),
    fc.string({ maxLength: 30 }).map((value) => value.replace(/[^\x20-\x7e]/g, "?")),
  ),
);

export const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 201, 204, 302, 400, 404, 429, 500, 503), fc.integer({ min: 200, max: 599 })),
  headers: fc.array(header, { maxLength: 4 }),
  pieces: fc.array(bytes, { maxLength: 3 }),
  end: fc.oneof(
    { weight: 8, arbitrary: fc.constant("close" as const) },
    { weight: 2, arbitrary: fc.constantFrom("break" as const, "stall" as const) },
  ),
});
