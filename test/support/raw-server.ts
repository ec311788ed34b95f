import { createServer, type AddressInfo, type Socket } from "node:net";

/** A request as it came off the wire. */
export interface RawRequest {
  readonly method: string;
  /** Byte for byte what stood between method and version. */
  readonly target: string;
  /** In the order and spelling of the wire. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The same as bytes, without the sizes of its chunks. */
  readonly bytes: Buffer;
  readonly raw: Buffer;
  /** Counts connections from 0. */
  readonly connection: number;
}

/** Writes an answer, or misbehaves. */
export type Reply = (socket: Socket) => void;

export interface RawServer {
  readonly url: string;
  readonly requests: RawRequest[];
  /** Answers the next requests in turn; the last one answers all that follow. */
  replies: Reply[];
  openSockets(): number;
  isOpen(connection: number): boolean;
  close(): Promise<void>;
}

/** All values of a header, whatever its case. */
export function headerValues(request: RawRequest | undefined, name: string): string[] {
  return (request?.headers ?? []).filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** An HTTP/1.1 answer with `Content-Length`. */
export function answer(status: number, body: string | Uint8Array = "", headers: Record<string, string> = {}, reason = "Reason"): Reply {
  const bytes = Buffer.from(body);
  const fields = { "content-length": String(bytes.length), ...headers };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return (socket) =>
    void socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${head.join("")}\r\n`, "latin1"), bytes]));
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return answer(status, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

/** Raw bytes, then nothing more: a stall. */
export function bytesThenStall(text: string): Reply {
  return (socket) => void socket.write(text, "latin1");
}

/** Raw bytes, then the end of the connection. */
export function bytesThenClose(text: string): Reply {
  return (socket) => void socket.end(text, "latin1");
}

export const reset: Reply = (socket) => void socket.resetAndDestroy();
export const stall: Reply = () => undefined;

/** Writes the pieces `pause` milliseconds apart. */
export function slowly(pieces: readonly string[], pause: number): Reply {
  return (socket) => {
    pieces.forEach((piece, index) => {
      setTimeout(() => socket.writable && socket.write(piece, "latin1"), index * pause);
    });
  };
}

/** A server on loopback that sees bytes, not HTTP, and answers as told. */
export async function rawServer(): Promise<RawServer> {
  const sockets = new Map<number, Socket>();
  const requests: RawRequest[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    const connection = connections++;
    let pending = Buffer.alloc(0);
    sockets.set(connection, socket);
    socket.setNoDelay(true);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(connection));
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (let request = take(pending, connection); request; request = take(pending, connection)) {
        pending = pending.subarray(request.raw.length);
        requests.push(request);
        const reply = self.replies.length > 1 ? self.replies.shift() : self.replies[0];
        reply?.(socket);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const self: RawServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    replies: [json({})],
    openSockets: () => sockets.size,
    isOpen: (connection) => sockets.has(connection),
    close: () => {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return self;
}

/** The first whole request in `bytes`, if there is one. */
function take(bytes: Buffer, connection: number): RawRequest | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [start = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const);
  const value = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const rest = bytes.subarray(end + 4);
  const length = Number(value("content-length") ?? 0);
  const content = value("transfer-encoding") === "chunked" ? unchunked(rest) : { size: length, body: rest.subarray(0, length) };
  if (!content || rest.length < content.size) return undefined;
  const raw = bytes.subarray(0, end + 4 + content.size);
  const [method = "", target = ""] = start.split(" ");
  return { method, target, headers, body: content.body.toString("utf8"), bytes: content.body, raw, connection };
}

/** A body in chunks and how long it was with their sizes, if it is there as a whole. */
function unchunked(bytes: Buffer): { readonly size: number; readonly body: Buffer } | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const length = parseInt(bytes.subarray(at, lineEnd).toString("latin1"), 16);
    const start = lineEnd + 2;
    if (bytes.length < start + length + 2) return undefined;
    at = start + length + 2;
    if (length === 0) return { size: at, body: Buffer.concat(chunks) };
    chunks.push(bytes.subarray(start, start + length));
  }
}
