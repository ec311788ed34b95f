import type { Json, Operation, Success } from "../model/index.js";
import { exampleValue, seeded, type Random } from "../values/index.js";
import type { Answer } from "./answer.js";
import { callerOf, challengeOf } from "./auth.js";
import { mishap, type Chaos, type Mishap } from "./chaos.js";
import type { Clock } from "./clock.js";
import { collectionsOf, listPlace, partsOf, type Part } from "./collections.js";
import { contentBytes, declaredHeaders } from "./content-bytes.js";
import { declaredStatuses, declares, failure, statusForInvalid } from "./failure.js";
import { isList, valueAt } from "./fields.js";
import { newer } from "./newer.js";
import { pageWith } from "./pages.js";
import { preferencesOf, type Preferences } from "./prefer.js";
import { receive, type Incoming, type Received } from "./received.js";
import { limitKey, RollingWindows } from "./rolling-windows.js";
import type { Service } from "./service.js";
import { State } from "./state.js";
import { Store } from "./store.js";
import { streamOf, wantsStream } from "./streams.js";
import { exampleNamed, typicalBody } from "./typical.js";
import { jsonText } from "./json-text.js";

export interface DeskOptions {
  readonly clock: Clock;
  readonly seed: string;
  readonly chaos: Chaos;
  /** The credentials that are accepted; any if absent. */
  readonly keys: readonly string[] | undefined;
  /** How many items a list has that no request can add to. */
  readonly items: number;
  /** Whether an id that nobody has seen is made up instead of refused. */
  readonly anyId: boolean;
  /** Whether what the schema does not know is refused. */
  readonly strict: boolean;
}

/** A request on its way to its answer. */
export interface Visit extends Incoming {
  readonly operation: Operation;
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly url: string;
}

interface Case extends Visit {
  readonly received: Received;
  readonly preferences: Preferences;
  readonly mishap: Mishap;
  readonly random: Random;
}

interface Reply {
  readonly success: Success;
  readonly body: Json | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers requests: refuses what the schema does not admit, and remembers what it does. */
export class Desk {
  readonly #service: Service;
  readonly #options: DeskOptions;
  readonly #random: Random;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #store: Store;
  readonly #state: State;
  #windows = new RollingWindows();
  #count = 0;

  constructor(service: Service, options: DeskOptions) {
    this.#service = service;
    this.#options = options;
    this.#random = seeded(options.seed);
    const collections = collectionsOf(service);
    this.#parts = partsOf(service, collections);
    this.#store = new Store(service, collections, this.#parts, { ...options, random: this.#random });
    this.#state = new State(service, this.#store, this.#random);
  }

  /** Forgets what was created, and what was counted. */
  reset(): void {
    this.#store.reset();
    this.#windows = new RollingWindows();
  }

  async answer(visit: Visit): Promise<{ readonly answer: Answer; readonly received: Received }> {
    const number = ++this.#count;
    const random = this.#random.for(`request ${number}`);
    const happens = mishap(this.#options.chaos, random.for("chaos"));
    if (happens.latency > 0) await this.#options.clock.sleep(happens.latency);
    const received = await receive(this.#service, visit.operation, visit);
    const preferences = preferencesOf(visit.headers.get("prefer"));
    const told = this.#decide({ ...visit, received, preferences, mishap: happens, random });
    const applied = preferences.code ?? preferences.example ?? preferences.stream;
    const answer: Answer = {
      ...told,
      headers: {
        [this.#service.model.client.requestId[0] ?? "X-Request-Id"]: `req_${number}`,
        ...(applied !== undefined && { "Preference-Applied": visit.headers.get("prefer") ?? "" }),
        ...told.headers,
      },
      notes: [...received.notes, ...told.notes, ...(happens.latency > 0 ? [`chaos: ${happens.latency} ms later`] : [])],
    };
    return { answer, received };
  }

  #decide(now: Case): Answer {
    const { operation, received, preferences, mishap } = now;
    if (mishap.reset) return { status: 0, headers: {}, reset: true, problems: [], notes: ["chaos: reset"] };
    if (preferences.problems.length > 0) return this.#refuse(operation, statusForInvalid(operation), preferences.problems);
    const preferred = preferences.code === undefined ? undefined : this.#preferredFailure(operation, preferences.code);
    if (preferred) return preferred;
    if (mishap.status !== undefined) return this.#mishap(operation, mishap.status);
    const caller = callerOf(this.#service, received, this.#options.keys);
    if (caller.kind === "unknown")
      return this.#refuse(operation, 401, [caller.problem], { "WWW-Authenticate": challengeOf(this.#service) });
    const limited = this.#limit(received, caller.credentials);
    const answer = limited.refused ?? this.#check(now) ?? this.#reply(now);
    return { ...answer, headers: { ...limited.headers, ...answer.headers } };
  }

  /** An answer that the request asked for, if it is not a success of the operation. */
  #preferredFailure(operation: Operation, code: number): Answer | undefined {
    if (operation.success.some(({ status }) => status === code)) return undefined;
    if (code < 400) {
      const problem = `header.Prefer asks for the status ${code}; the operation has ${declaredStatuses(operation)}`;
      return this.#refuse(operation, statusForInvalid(operation), [problem]);
    }
    const headers = {
      ...(code === 429 && { "Retry-After": "1" }),
      ...(code === 401 && { "WWW-Authenticate": challengeOf(this.#service) }),
    };
    const shown = operation.examples.find(({ status, response }) => status === code && response !== undefined)?.response;
    const { body, type } = failure(this.#service, operation, code, "the request preferred this answer");
    const text = jsonText(this.#service.table, type, shown ?? body);
    return { status: code, headers: { "Content-Type": "application/json", ...headers }, body: text, problems: [], notes: ["preferred"] };
  }

  #mishap(operation: Operation, status: number): Answer {
    const headers = status === 429 || status === 503 ? { "Retry-After": "1" } : {};
    return { ...this.#refuse(operation, status, ["chaos"], headers), problems: [], notes: [`chaos: ${status}`] };
  }

  #limit(
    received: Received,
    credentials: readonly string[],
  ): { readonly headers: Readonly<Record<string, string>>; readonly refused?: Answer } {
    const { operation } = received;
    const limit = this.#service.model.rateLimits.find(({ name }) => name === operation.rateLimit);
    if (!limit) return { headers: {} };
    const { granted, headers } = this.#windows.take(limit, limitKey(limit, received, credentials), this.#options.clock.now());
    if (granted) return { headers };
    const windows = limit.windows.map(({ count, period }) => `${count} in ${period / 1000} s`).join(", ");
    return { headers, refused: this.#refuse(operation, 429, [`the rate limit \`${limit.name}\` allows ${windows}`]) };
  }

  /** Refuses what the operation does not admit: parameters and bodies, examples and things that there are not. */
  #check({ operation, received, preferences, segments }: Case): Answer | undefined {
    const wrong = [...received.violations, ...(this.#options.strict ? received.notes : [])];
    if (wrong.length > 0) {
      const status = received.refusal === 415 && declares(operation, 415) ? 415 : statusForInvalid(operation);
      return this.#refuse(operation, status, wrong);
    }
    const { example } = preferences;
    if (example !== undefined && !exampleNamed(operation, example)) {
      const names = operation.examples.map(({ name }) => `\`${name}\``).join(", ");
      const problem = `header.Prefer asks for the example \`${example}\`; ${names === "" ? "there are none" : `there are ${names}`}`;
      return this.#refuse(operation, statusForInvalid(operation), [problem]);
    }
    const part = this.#parts.get(operation.id);
    const missing = this.#store.missing(segments, operation, part?.role === "replace" ? part.collection : undefined);
    return missing && this.#refuse(operation, 404, [`there is no ${missing.param} \`${missing.id}\``]);
  }

  #reply(now: Case): Answer {
    const { operation, received, preferences, mishap, random } = now;
    const { clock } = this.#options;
    const { stream } = operation;
    if (stream && wantsStream(operation, received)) {
      const ending = preferences.stream ?? (mishap.cut ? "cut" : "whole");
      const events = streamOf(this.#service, received, stream, { clock, random: this.#random, ending });
      const notes = [`stream of ${events.count}`, ...(ending === "whole" ? [] : [ending === "cut" ? "cut off" : "ends with an error"])];
      return {
        status: operation.success[0]?.status ?? 200,
        headers: { "Content-Type": events.media },
        stream: events,
        problems: [],
        notes,
      };
    }
    const reply = this.#stateful(now) ?? this.#typical(now);
    if ("problems" in reply) return reply;
    const { success, body } = reply;
    const { content } = success;
    const changed =
      content && body !== undefined && content.kind === "json" ? newer(this.#service.table, content.type, body, mishap) : body;
    const written = contentBytes(this.#service, content, changed);
    const headers = declaredHeaders(this.#service, success, random, { ...written.headers, ...reply.headers });
    return {
      status: success.status,
      ...written,
      headers,
      problems: [],
      notes: JSON.stringify(changed) === JSON.stringify(body) ? [] : ["chaos: newer than the schema"],
    };
  }

  /** What an operation on a collection does, unless the request asks for another answer than its usual one. */
  #stateful({ operation, received, preferences, segments, url }: Case): Reply | Answer | undefined {
    const part = this.#parts.get(operation.id);
    const isUsual = preferences.example === undefined && (preferences.code ?? part?.success.status) === part?.success.status;
    if (!part || part.role === "within" || !isUsual) return undefined;
    const effect = this.#state.act({ part, received, segments, now: this.#options.clock.now() }, url);
    if (effect.kind === "refused")
      return this.#refuse(operation, declares(operation, effect.status) ? effect.status : statusFor(operation, effect.status), [
        effect.problem,
      ]);
    const created = part.role === "create" && effect.id !== undefined && effect.success.status === 201;
    const place = `${new URL(url).origin}${new URL(url).pathname}/${encodeURIComponent(effect.id ?? "")}`;
    return { success: effect.success, body: effect.body, headers: { ...effect.headers, ...(created && { Location: place }) } };
  }

  #typical({ operation, received, preferences, url }: Case): Reply | Answer {
    const wanted = preferences.example === undefined ? preferences.code : exampleNamed(operation, preferences.example)?.status;
    const success = operation.success.find(({ status }) => status === wanted) ?? operation.success[0];
    if (!success) return this.#refuse(operation, 501, ["the operation has no success"]);
    const body = typicalBody(this.#service, received, success, preferences.example, this.#random);
    const type = success.content?.type;
    const place = type && operation.paged && preferences.example === undefined ? listPlace(this.#service.table, type) : undefined;
    if (!place || !success.content) return { success, body };
    const shown = valueAt(body, place.at);
    const items = this.#filled(operation.id, place.type, isList(shown) ? shown : []);
    const page = pageWith(this.#service, success, items, received, url);
    if (page.kind === "refused") return this.#refuse(operation, statusForInvalid(operation), [page.problem]);
    return { success, body: page.body, headers: page.headers };
  }

  /** Enough items that there is a second page: those that the schema shows, and others like them. */
  #filled(id: string, type: Parameters<typeof exampleValue>[1], shown: readonly Json[]): readonly Json[] {
    const missing = Math.max(0, this.#options.items - shown.length);
    const made = Array.from({ length: missing }, (_, index) =>
      exampleValue(this.#service.table, type, { random: this.#random.for(`${id} ${index}`), optional: true, examples: false }),
    );
    return [...shown, ...made];
  }

  #refuse(operation: Operation, status: number, problems: readonly string[], headers: Readonly<Record<string, string>> = {}): Answer {
    const { body, type } = failure(this.#service, operation, status, problems.join("; "));
    const text = jsonText(this.#service.table, type, body);
    return { status, headers: { "Content-Type": "application/json", ...headers }, body: text, problems, notes: [] };
  }
}

/** An answer that the operation does not declare: a conflict becomes an invalid request, everything else stays what it is. */
function statusFor(operation: Operation, status: number): number {
  return status === 409 || status === 400 ? statusForInvalid(operation) : status;
}
