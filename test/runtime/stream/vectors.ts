/** An event stream as it comes and what it holds (SSE-1 to SSE-7, the table of 19). */
export interface Vector {
  readonly name: string;
  readonly text: string;
  readonly data: readonly string[];
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly retry?: number;
}

export const vectors: readonly Vector[] = [
  { name: "lf", text: "data: a\n\ndata: b\n\n", data: ["a", "b"], names: ["message", "message"] },
  { name: "crlf", text: "data: a\r\n\r\ndata: b\r\n\r\n", data: ["a", "b"] },
  { name: "cr", text: "data: a\r\rdata: b\r\r", data: ["a", "b"] },
  { name: "mixed", text: "data: a\n\r\ndata: b\r\n\ndata: c\n\r", data: ["a", "b", "c"] },
  { name: "multi", text: "data: a\r\ndata: b\rdata: c\n\n", data: ["a\nb\nc"] },
  { name: "spaces", text: "data:a\n\ndata:  b\n\n", data: ["a", " b"] },
  { name: "bare", text: "data\n\ndata\ndata\n\ndata:", data: ["", "\n"] },
  { name: "comment", text: ": ping\n\n:\ndata: a\n: x\n\n", data: ["a"] },
  { name: "type only", text: "event: ping\n\ndata: a\n\n", data: ["a"], names: ["message"] },
  { name: "cut", text: "data: a\n\ndata: b\n", data: ["a"] },
  { name: "BOM", text: "\uFEFFdata: a\n\ndata: b\n\n", data: ["a", "b"] },
  { name: "BOM twice", text: "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", data: ["b"] },
  { name: "BOM inside", text: "data: a\n\n\uFEFFdata: b\n\n", data: ["a"] },
  { name: "id", text: "id: 1\ndata: a\n\nid: 2\u00003\ndata: b\n\nid\ndata: c\n\n", data: ["a", "b", "c"], ids: ["1", "1", ""] },
  { name: "retry", text: "retry: 1500\ndata: a\n\nretry: 1.5\n\n", data: ["a"], retry: 1500 },
  { name: "unknown", text: "foo: x\ndata: a\nDATA: z\n\n", data: ["a"] },
  {
    name: "nearly known",
    text: "xvent: y\nexent: y\nevxnt: y\nevext: y\nevenx: y\neventx y\ndata: a\nxata: b\ndxta: b\ndaxa: b\ndatx: b\ndatax b\n\n",
    data: ["a"],
    names: ["message"],
  },
  {
    name: "names",
    text: "event: x\ndata: a\n\ndata: b\n\nevent:y\nevent\ndata: c\n\n",
    data: ["a", "b", "c"],
    names: ["x", "message", "message"],
  },
  { name: "text", text: "data: известни 🧵\n\n", data: ["известни 🧵"] },
  { name: "separators", text: "data: a\u2028b\u0085c\n\n", data: ["a\u2028b\u0085c"] },
];

/** The bytes of a vector, whole, at every cut, and byte by byte. */
export function splits(text: string): readonly (readonly Uint8Array[])[] {
  const bytes = new TextEncoder().encode(text);
  const cuts = Array.from(bytes.keys()).slice(1);
  return [[bytes], ...cuts.map((cut) => [bytes.subarray(0, cut), bytes.subarray(cut)]), Array.from(bytes, (byte) => Uint8Array.of(byte))];
}
