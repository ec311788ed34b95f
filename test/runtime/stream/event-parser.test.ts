import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { EventParser, type ServerSentEvent } from "../../../templates/typescript/runtime/stream/event-parser.js";
import { Oversize } from "../../../templates/typescript/runtime/stream/text-chunks.js";
import { splits, vectors } from "./vectors.js";

const encoder = new TextEncoder();

interface Parsed {
  readonly events: readonly ServerSentEvent[];
  readonly retry: number | undefined;
  readonly lastEventId: string;
}

function parse(chunks: readonly Uint8Array[], limit = 1000, id = ""): Parsed {
  const events: ServerSentEvent[] = [];
  const parser = new EventParser(limit, (event) => void events.push(event), id);
  for (const chunk of chunks) parser.feed(chunk);
  return { events, retry: parser.retry, lastEventId: parser.lastEventId };
}

const text = (source: string, limit?: number, id?: string): Parsed => parse([encoder.encode(source)], limit, id);

describe("SSE-1 to SSE-7: the vectors, whole, at every cut, byte by byte", () => {
  it.each(vectors)("$name", ({ text: source, data, ids, names, retry }) => {
    for (const chunks of splits(source)) {
      const { events, retry: found } = parse(chunks);
      expect(events.map((event) => event.data)).toEqual(data);
      if (ids) expect(events.map((event) => event.id)).toEqual(ids);
      if (names) expect(events.map((event) => event.event)).toEqual(names);
      expect(found).toBe(retry);
    }
  });
});

describe("SSE-1: a lone carriage return", () => {
  it("dispatches at once", () => {
    const events: string[] = [];
    const parser = new EventParser(100, ({ data }) => void events.push(data));
    parser.feed(encoder.encode("data: a\r"));
    expect(events).toEqual([]);
    parser.feed(encoder.encode("\r"));
    expect(events).toEqual(["a"]);
    parser.feed(encoder.encode("\ndata: b\r\n\r"));
    expect(events).toEqual(["a", "b"]);
  });

  it("is not forgotten over empty chunks", () => {
    const pieces = ["data: a\r", "", "\n", "data: b\r", "\r", "", "\n\r"].map((piece) => encoder.encode(piece));
    expect(parse(pieces).events.map(({ data }) => data)).toEqual(["a\nb"]);
  });
});

describe("SSE-2: bytes that are no UTF-8", () => {
  it.each([
    ["a lone continuation", [0x80], "\uFFFD"],
    ["a character that is cut by a line end", [0xf0, 0x9f, 0xa7], "\uFFFD"],
    ["an overlong form", [0xc0, 0xaf], "\uFFFD\uFFFD"],
  ])("%s is replaced, wherever the chunks are cut", (_, bytes, expected) => {
    const all = [...encoder.encode("data: x"), ...bytes, ...encoder.encode("\n\ndata: y\n\n")];
    const cuts = Array.from({ length: all.length - 1 }, (_unused, index) => index + 1);
    for (const cut of cuts) {
      const { events } = parse([Uint8Array.from(all.slice(0, cut)), Uint8Array.from(all.slice(cut))]);
      expect(events.map(({ data }) => data)).toEqual([`x${expected}`, "y"]);
    }
  });
});

describe("SSE-5, SSE-6: ids and waits", () => {
  it("an id without data is committed by its empty line only", () => {
    expect(text("id: 7\n\n").lastEventId).toBe("7");
    expect(text("id: 7\n").lastEventId).toBe("");
  });

  it("goes on with the id of an earlier connection", () => {
    expect(text("data: a\n\n", 100, "5").events[0]?.id).toBe("5");
    expect(text("", 100, "5").lastEventId).toBe("5");
  });

  it.each(["", "1.5", "-1", "1e3", "٣", " 10"])("takes no wait from %j", (value) => {
    expect(text(`retry:  ${value}\n\n`).retry).toBeUndefined();
  });
});

describe("SSE-12: the largest event", () => {
  it("may have as many characters as the limit, and no more", () => {
    expect(text(`data:${"x".repeat(50)}\n\n`, 50).events[0]?.data).toHaveLength(50);
    expect(() => text(`data:${"x".repeat(51)}\n\n`, 50)).toThrow(Oversize);
    expect(() => text(`data:${"x".repeat(25)}\ndata:${"x".repeat(25)}\n\n`, 50)).toThrow(Oversize);
  });

  it("may have as many before it has ended", () => {
    expect(text(`data:${"x".repeat(45)}`, 50).events).toEqual([]);
    expect(text(`data:${"x".repeat(40)}\nfoo: y\nz: 7890123`, 50).events).toEqual([]);
    expect(() => text(`data:${"x".repeat(40)}\nfoo: y\nz: 78901234`, 50)).toThrow(Oversize);
    expect(() => text(`data:${"x".repeat(46)}`, 50)).toThrow(Oversize);
  });

  it("is found before it has ended, whatever it is made of", () => {
    const chunk = encoder.encode("x".repeat(10));
    for (const start of ["data:", ":", "id:", "foo"]) {
      const parser = new EventParser(1000, () => undefined);
      parser.feed(encoder.encode(start));
      expect(() => {
        for (let count = 0; count < 200; count++) parser.feed(chunk);
      }).toThrow(Oversize);
    }
  });

  it("comments and finished events take no room", () => {
    expect(text(`: ${"x".repeat(40)}\n`.repeat(10) + "data: a\n\n".repeat(100), 50).events).toHaveLength(100);
  });
});

/** The specification, read slowly. */
function reference(source: string): string[] {
  const found: string[] = [];
  let data: string[] = [];
  for (const line of source
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .slice(0, -1)) {
    if (line === "") {
      if (data.length > 0) found.push(data.join("\n"));
      data = [];
    }
    const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === "data") data.push(value);
  }
  return found;
}

it("agrees with the specification on any text in any pieces", () => {
  const piece = fc.constantFrom("data", "data:", "data: ", ":", "\n", "\r", "\r\n", "a", "é", "🧵", " ", "\uFEFF", "id: 1", "event: x");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(60), { maxLength: 8 }), (pieces, cuts) => {
      const bytes = encoder.encode(pieces.join(""));
      const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
      expect(parse(chunks).events.map(({ data }) => data)).toEqual(reference(pieces.join("")));
    }),
    { numRuns: 2000 },
  );
});

it("takes time in proportion to the bytes, however small the chunks are", () => {
  const seconds = (size: number): number => {
    const chunk = encoder.encode("x".repeat(16));
    const parser = new EventParser(1 << 24, () => undefined);
    const start = process.cpuUsage();
    parser.feed(encoder.encode("data: "));
    for (let count = 0; count < size / 16; count++) parser.feed(chunk);
    parser.feed(encoder.encode("\n".repeat(2)));
    return process.cpuUsage(start).user;
  };
  seconds(1 << 18);
  // The least of several is what a busy machine disturbed least.
  const least = (size: number): number => Math.min(...[1, 2, 3].map(() => seconds(size)));
  const ratio = least(1 << 22) / least(1 << 20);
  expect(ratio).toBeLessThan(12);
});
