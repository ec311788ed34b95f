import { constants, performServerHandshake, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import type { ReplyText } from "../scenario/shapes.js";
import { contentOf, type Shape, type Write } from "./answer.js";
import type { ReceivedRequest } from "./received-request.js";

/** A request, and what answers it. */
export interface Http2Exchange {
  readonly request: ReceivedRequest;
  /** Resolves once everything is written; true if the answer is left unfinished. */
  respond(reply: ReplyText, shape: Shape, pause: (write: Exclude<Write, Buffer>) => Promise<void>): Promise<boolean>;
  /** The stream is closed, by either side. */
  ended(then: () => void): void;
}

/** Takes the requests of a connection that speaks HTTP/2. */
export function acceptHttp2(socket: Socket, connection: number, requested: (exchange: Http2Exchange) => void): void {
  const session = performServerHandshake(socket);
  let requests = 0;
  session.on("error", () => undefined);
  session.on("stream", (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, raw: readonly string[]) => {
    const pieces: Buffer[] = [];
    const reused = requests++ > 0;
    stream.on("error", () => undefined);
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("end", () =>
      requested({
        request: {
          method: String(headers[":method"]),
          target: String(headers[":path"]),
          headers: [["host", String(headers[":authority"])], ...pairs(raw).filter(([name]) => !name.startsWith(":"))],
          body: Buffer.concat(pieces),
          chunked: false,
          connection,
          reused,
        },
        respond: (reply, shape, pause) => respond(session, stream, reply, shape, pause),
        ended: (then) => stream.once("close", then),
      }),
    );
  });
}

function pairs(raw: readonly string[]): ReceivedRequest["headers"] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));
}

/** What a connection says of itself, which a stream cannot. */
const ofConnections = new Set(["connection", "transfer-encoding"]);

async function respond(
  session: ServerHttp2Session,
  stream: ServerHttp2Stream,
  reply: ReplyText,
  shape: Shape,
  pause: (write: Exclude<Write, Buffer>) => Promise<void>,
): Promise<boolean> {
  const { cut, fault } = reply;
  if (fault === "early_hints") stream.additionalHeaders({ ":status": 103, link: "</style.css>" });
  if (cut?.header === undefined && fault !== "refused_stream" && fault !== "goaway") {
    const { status, headers, body } = contentOf(reply, shape);
    const fields = new Map<string, string[]>();
    for (const [name, value] of headers.filter(([each]) => !ofConnections.has(each))) {
      fields.set(name, [...(fields.get(name) ?? []), value]);
    }
    stream.respond({ ":status": status, ...Object.fromEntries(fields) }, { endStream: false });
    for (const write of firstBytes(body, cut?.body)) {
      if (stream.closed) return false;
      if (Buffer.isBuffer(write)) await new Promise((resolve) => stream.write(write, resolve));
      else await pause(write);
    }
  }
  return end(session, stream, reply);
}

/** The writes up to the byte behind which nothing is written. */
function firstBytes(body: readonly Write[], most = Infinity): readonly Write[] {
  let left = most;
  return body.map((write) => {
    if (!Buffer.isBuffer(write)) return write;
    const kept = write.subarray(0, left);
    left -= kept.length;
    return kept;
  });
}

function end(session: ServerHttp2Session, stream: ServerHttp2Stream, { fault, then }: ReplyText): boolean {
  switch (fault) {
    case "refused_stream":
      stream.close(constants.NGHTTP2_REFUSED_STREAM);
      return false;
    case "goaway":
      // The last stream that was processed is the one before.
      session.goaway(constants.NGHTTP2_NO_ERROR, Number(stream.id) - 2);
      setTimeout(() => session.destroy(), 20).unref();
      return false;
    case "reset":
      // Closing would end the body in good order first.
      stream.destroy(new Error("reset"));
      return false;
    case "close":
      session.destroy();
      return false;
    case "stall":
      return true;
    default:
      if (then === "stall") return true;
      stream.end();
      if (then === "close") session.close();
      return false;
  }
}
