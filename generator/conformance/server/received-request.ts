/** A request as it came off the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Byte for byte what stood between method and version. */
  readonly target: string;
  /** In the order and spelling of the wire. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** With the framing of chunks taken off. */
  readonly body: Buffer;
  /** Whether it came in chunks. */
  readonly chunked: boolean;
  /** Counts connections from 0. */
  readonly connection: number;
  /** Whether the connection had a request before. */
  readonly reused: boolean;
}

/** All values of a header, whatever its case. */
export function headerValues({ headers }: Pick<ReceivedRequest, "headers">, name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** The first whole request in `bytes`, and how many bytes it took. */
export function takeRequest(
  bytes: Buffer,
  connection: number,
  reused: boolean,
): { readonly request: ReceivedRequest; readonly size: number } | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [start = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const);
  const [method = "", target = ""] = start.split(" ");
  const chunked = headerValues({ headers }, "transfer-encoding").some((value) => /chunked/i.test(value));
  const length = Number(headerValues({ headers }, "content-length")[0] ?? 0);
  const rest = bytes.subarray(end + 4);
  const body = chunked ? takeChunks(rest) : rest.length < length ? undefined : { content: rest.subarray(0, length), size: length };
  if (!body) return undefined;
  return {
    request: { method, target, headers, body: Buffer.from(body.content), chunked, connection, reused },
    size: end + 4 + body.size,
  };
}

/** A body in chunks, once its last one is there. */
function takeChunks(bytes: Buffer): { readonly content: Buffer; readonly size: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, line).toString("latin1"), 16);
    const next = line + 2 + size + 2;
    if (!(size >= 0) || bytes.length < next) return undefined;
    if (size === 0) return { content: Buffer.concat(parts), size: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
