import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Scenario } from "../scenario/scenario.js";
import type { ExchangeText } from "../scenario/shapes.js";
import { answerOf, type Write } from "./answer.js";
import { acceptHttp2 } from "./http2-connection.js";
import { portAside } from "./port-aside.js";
import { takeRequest, type ReceivedRequest } from "./received-request.js";

/** Key and certificate, PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What the harness does while the server plays. */
export interface Watcher {
  /** A request has arrived, and its answer waits for this. */
  requested(index: number): Promise<void>;
  /** Fake time passes in the middle of an answer. */
  passed(duration: string): Promise<void>;
}

/** A connection, as the server sees it. */
interface Connection {
  readonly socket: Socket;
  readonly number: number;
  requests: number;
  /** Requests that have not been answered to their end. */
  readonly open: Set<ReceivedRequest>;
}

type Reply = NonNullable<ExchangeText["reply"]>;

/** Writes the answer to a request; true if it is left unfinished. */
type Respond = (reply: Reply) => Promise<boolean>;

/** A server on loopback that sees bytes, not HTTP, and plays the exchanges of a scenario in turn. */
export class ScriptedServer {
  readonly requests: ReceivedRequest[] = [];
  /** Requests that no exchange is left for. */
  readonly unexpected: ReceivedRequest[] = [];
  #scenario: Scenario;
  readonly #watcher: Watcher;
  readonly #connections = new Map<Socket, Connection>();
  readonly #server: Server;
  /** Attempts that no connection was given to. */
  refused = 0;
  #next = 0;
  #count = 0;
  #port = 0;

  constructor(scenario: Scenario, watcher: Watcher, identity: Identity | undefined) {
    this.#scenario = scenario;
    this.#watcher = watcher;
    const accept = (socket: Socket): void => (scenario.http2 ? this.#acceptHttp2(socket) : this.#accept(socket));
    const protocols = scenario.http2 ? { ALPNProtocols: ["h2"] } : {};
    this.#server = identity ? createTlsServer({ ...identity, ...protocols }, accept) : createServer(accept);
    if (identity)
      this.#server.prependListener("connection", (socket: Socket) => {
        if (this.#current()?.fault !== "cut_handshake") return;
        this.#pass();
        socket.end();
      });
    this.#server.on("tlsClientError", () => {
      if (this.#current()?.fault === "bad_certificate") this.#pass();
    });
  }

  /** Begins to listen, at any free port unless there is one, but not if the first thing to do is to refuse. */
  async open(port = 0): Promise<string> {
    this.#port = port;
    if (port === 0 && this.#scenario.exchange.some(({ fault }) => fault === "refuse")) await this.#listenAside();
    else await this.#listen();
    if (this.#refuses()) await this.#stopListening();
    return `127.0.0.1:${this.#port}`;
  }

  /** The same script, with places in it that are known once the server is open. */
  script(scenario: Scenario): void {
    this.#scenario = scenario;
  }

  /** The client sleeps: what refused connections listens again. */
  async slept(): Promise<void> {
    if (!this.#refuses()) return;
    this.#pass();
    if (!this.#refuses()) await this.#listen();
  }

  /** The last attempt may have been refused without a sleep behind it. */
  finish(): void {
    if (this.#refuses()) this.#pass();
  }

  /** Exchanges that nobody asked for. */
  get left(): number {
    return Math.max(0, this.#scenario.exchange.length - this.#next);
  }

  /** Connections on which an answer is still under way: a client that gave up has closed them. */
  get busy(): number {
    return [...this.#connections.values()].filter(({ open }) => open.size > 0).length;
  }

  /** Connections that were used and are open; Node's client opens new ones in the stead of those that it closes. */
  get connections(): number {
    return [...this.#connections.values()].filter(({ requests }) => requests > 0).length;
  }

  async close(): Promise<void> {
    for (const { socket } of this.#connections.values()) socket.destroy();
    await this.#stopListening();
  }

  /** Listens below the ports that systems give to connections: while this one refuses, nobody else is given its port. */
  async #listenAside(attempts = 20): Promise<void> {
    this.#port = portAside();
    await this.#listen().catch((error: unknown) => {
      if (attempts === 0) throw error;
      return this.#listenAside(attempts - 1);
    });
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", () => {
        this.#server.off("error", reject);
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  #stopListening(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#server.listening) this.#server.close();
      resolve();
    });
  }

  #current(): ExchangeText | undefined {
    return this.#scenario.repeat ?? this.#scenario.exchange[this.#next];
  }

  #pass(): void {
    this.#next++;
    this.refused++;
  }

  #refuses(): boolean {
    const current = this.#current();
    return current?.fault === "refuse" || current?.reply?.fault === "refuse";
  }

  #connected(socket: Socket): Connection {
    const connection: Connection = { socket, number: this.#count++, requests: 0, open: new Set() };
    this.#connections.set(socket, connection);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#connections.delete(socket));
    return connection;
  }

  #accept(socket: Socket): void {
    const connection = this.#connected(socket);
    socket.setNoDelay(true);
    let pending = Buffer.alloc(0);
    socket.on("data", (bytes: Buffer) => {
      pending = Buffer.concat([pending, bytes]);
      for (let taken = this.#take(pending, connection); taken; taken = this.#take(pending, connection)) {
        pending = pending.subarray(taken.size);
        void this.#play(taken.request, connection, (reply) => this.#write(reply, socket));
      }
    });
  }

  #acceptHttp2(socket: Socket): void {
    const connection = this.#connected(socket);
    acceptHttp2(socket, connection.number, ({ request, respond, ended }) => {
      ended(() => connection.open.delete(request));
      void this.#play(request, connection, (reply) => respond(reply, this.#scenario, (write) => this.#pause(write)));
    });
  }

  #take(pending: Buffer, { number, requests }: Connection): ReturnType<typeof takeRequest> {
    return takeRequest(pending, number, requests > 0);
  }

  async #play(request: ReceivedRequest, connection: Connection, respond: Respond): Promise<void> {
    connection.requests++;
    const exchange = this.#current();
    if (!exchange) {
      this.unexpected.push(request);
      return void (await respond({ status: 599, reason: "Not In The Script", then: "close" }));
    }
    const index = this.requests.push(request) - 1;
    this.#next++;
    connection.open.add(request);
    const { reply = {}, fault } = exchange;
    if (reply.takes !== undefined) await this.#watcher.passed(reply.takes);
    await this.#watcher.requested(index);
    const refusesNext = this.#refuses();
    if (refusesNext) await this.#stopListening();
    const isOpen = await respond(fault !== undefined ? faultAlone(fault, reply) : { ...reply, ...(refusesNext && { then: "close" }) });
    if (!isOpen) connection.open.delete(request);
  }

  async #write(reply: Reply, socket: Socket): Promise<boolean> {
    const { writes, end } = answerOf(reply, this.#scenario);
    for (const write of writes) {
      if (socket.destroyed) return false;
      if (Buffer.isBuffer(write)) await new Promise((resolve) => socket.write(write, resolve));
      else await this.#pause(write);
    }
    if (end === "reset") socket.resetAndDestroy();
    else if (end === "close") socket.end();
    return end === "stall";
  }

  async #pause(write: Exclude<Write, Buffer>): Promise<void> {
    if (typeof write === "string") await new Promise((resolve) => setTimeout(resolve, pauses[write]));
    else await this.#watcher.passed(write.time);
  }
}

/** Milliseconds between two writes: so that they are two packets, and so that a slow client has read the first. */
const pauses = { pause: 1, idle: 40 };

/** A fault in place of an answer: nothing of it is written. */
function faultAlone(fault: NonNullable<ExchangeText["fault"]>, reply: Reply): Reply {
  const silent = fault === "reset" || fault === "close" || fault === "stall";
  return silent ? { ...reply, fault, cut: { header: 0 } } : { ...reply, fault };
}
