import { describe, expect, it } from "vitest";
import { json, limited, string } from "../../templates/typescript/runtime/index.js";
import { callOf, clientOf } from "./service.js";

describe("answers of at most a size", () => {
  /** What a body that comes in these pieces is read as, and how many of them were asked for. */
  async function read(...pieces: string[]): Promise<{ result: unknown; pulled: number }> {
    let pulled = 0;
    const pull = (controller: ReadableStreamDefaultController): void => {
      const piece = pieces[pulled++];
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    };
    const transport = (): Promise<Response> => {
      const body = new ReadableStream({ pull }, { highWaterMark: 0 });
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    };
    const result = await callOf(clientOf({ transport }), { returns: { 200: limited(json(string), 10) } }).result();
    return { result, pulled };
  }

  it("are read up to it", async () => {
    expect((await read('"1234', '5678"')).result).toEqual({ ok: true, value: "12345678" });
  });

  it("are refused beyond, and read no further", async () => {
    const { result, pulled } = await read('"1234', '56789"', ...Array.from({ length: 50 }, () => " "));
    expect(result).toMatchObject({ ok: false, error: { kind: "Decode", path: "$", expected: "at most 10 B", got: "more", rawBody: "" } });
    expect(pulled).toBeLessThan(10);
  });
});
