import type { Operation } from "../model/index.js";
import { seeded, type Random } from "../values/index.js";
import type { Answer } from "./answer/answer.js";
import { callerOf } from "./auth.js";
import { mishap, type Chaos, type Mishap } from "./chaos.js";
import type { Clock } from "./clock.js";
import { collectionsOf, partsOf, type Part } from "./state/collections.js";
import { contentBytes, declaredHeaders } from "./answer/content-bytes.js";
import { declares, statusForInvalid } from "./answer/failure.js";
import { newer } from "./answer/newer.js";
import { preferencesOf } from "./request/prefer.js";
import { receive, type Incoming, type Received } from "./request/received.js";
import { mishapAnswer, preferredFailure, refusal } from "./answer/refusal.js";
import { Replies, type Admitted } from "./answer/replies.js";
import { limitKey, RollingWindows } from "./rolling-windows.js";
import type { Service } from "./service.js";
import { State } from "./state/state.js";
import { Store, type StoreOptions } from "./state/store.js";
import { streamOf, wantsStream, type Ending } from "./answer/streams.js";

export interface DeskOptions extends Omit<StoreOptions, "random"> {
  readonly clock: Clock;
  readonly seed: string;
  readonly chaos: Chaos;
  /** The credentials that are accepted; any if absent. */
  readonly keys: readonly string[] | undefined;
  /** Whether what the schema does not know is refused. */
  readonly strict: boolean;
}

/** A request at the desk. */
export interface Visit extends Incoming {
  readonly operation: Operation;
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly url: string;
}

interface Case extends Admitted {
  readonly mishap: Mishap;
  readonly random: Random;
}

/** Answers requests: refuses what the schema does not admit, and remembers the rest. */
export class Desk {
  readonly #service: Service;
  readonly #options: DeskOptions;
  readonly #random: Random;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #store: Store;
  readonly #replies: Replies;
  #windows = new RollingWindows();
  #count = 0;

  constructor(service: Service, options: DeskOptions) {
    const random = seeded(options.seed);
    const collections = collectionsOf(service);
    this.#service = service;
    this.#options = options;
    this.#random = random;
    this.#parts = partsOf(service, collections);
    this.#store = new Store(service, collections, this.#parts, { ...options, random });
    this.#replies = new Replies(service, this.#parts, new State(service, this.#store, random), { random, items: options.items });
  }

  /** Forgets what was created, and what was counted. */
  reset(): void {
    this.#store.reset();
    this.#windows = new RollingWindows();
    this.#count = 0;
  }

  async answer(visit: Visit): Promise<{ readonly answer: Answer; readonly received: Received }> {
    const number = ++this.#count;
    const random = this.#random.for(`request ${number}`);
    const happens = mishap(this.#options.chaos, random.for("chaos"));
    if (happens.latency > 0) await this.#options.clock.sleep(happens.latency);
    const { operation, segments, url, headers } = visit;
    const received = await receive(this.#service, operation, visit);
    const preferences = preferencesOf(headers.get("prefer"));
    const told = this.#decide({ operation, segments, url, received, preferences, now: this.#options.clock.now(), mishap: happens, random });
    const applied = preferences.code ?? preferences.example ?? preferences.stream;
    const answer: Answer = {
      ...told,
      headers: {
        [this.#service.model.client.requestId[0] ?? "X-Request-Id"]: `req_${number}`,
        ...(applied !== undefined && { "Preference-Applied": headers.get("prefer") ?? "" }),
        ...told.headers,
      },
      notes: [...received.notes, ...told.notes, ...(happens.latency > 0 ? [`chaos: ${happens.latency} ms later`] : [])],
    };
    return { answer, received };
  }

  #decide(now: Case): Answer {
    const { operation, received, preferences, mishap } = now;
    if (mishap.reset) return { status: 0, headers: {}, reset: true, problems: [], notes: ["chaos: reset"] };
    if (preferences.problems.length > 0) return refusal(this.#service, operation, statusForInvalid(operation), preferences.problems);
    const preferred = preferences.code === undefined ? undefined : preferredFailure(this.#service, operation, preferences.code);
    if (preferred) return preferred;
    if (mishap.status !== undefined) return mishapAnswer(this.#service, operation, mishap.status);
    const caller = callerOf(this.#service, received, this.#options.keys);
    if (caller.kind === "unknown") return refusal(this.#service, operation, 401, [caller.problem]);
    const limited = this.#limit(received, caller.credentials);
    const answer = limited.refused ?? this.#check(now) ?? this.#reply(now);
    return { ...answer, headers: { ...answer.headers, ...limited.headers } };
  }

  #limit(received: Received, credentials: readonly string[]): { readonly headers: Answer["headers"]; readonly refused?: Answer } {
    const { operation } = received;
    const limit = this.#service.model.rateLimits.find(({ name }) => name === operation.rateLimit);
    if (!limit) return { headers: {} };
    const { granted, headers } = this.#windows.take(limit, limitKey(limit, received, credentials), this.#options.clock.now());
    if (granted) return { headers };
    const windows = limit.windows.map(({ count, period }) => `${count} in ${period / 1000} s`).join(", ");
    return { headers, refused: refusal(this.#service, operation, 429, [`the rate limit \`${limit.name}\` allows ${windows}`]) };
  }

  /** Refuses what the operation does not admit: parameters and bodies, and ids that there are not. */
  #check({ operation, received, preferences, segments }: Case): Answer | undefined {
    const wrong = [...received.violations, ...(this.#options.strict ? received.notes : [])];
    if (wrong.length > 0) {
      const status = received.refusal === 415 && declares(operation, 415) ? 415 : statusForInvalid(operation);
      return refusal(this.#service, operation, status, wrong);
    }
    const { example } = preferences;
    const names = operation.examples.map(({ name }) => `\`${name}\``);
    if (example !== undefined && !names.includes(`\`${example}\``)) {
      const problem = `header.Prefer asks for the example \`${example}\`; there are ${names.length === 0 ? "none" : names.join(", ")}`;
      return refusal(this.#service, operation, statusForInvalid(operation), [problem]);
    }
    const part = this.#parts.get(operation.id);
    const missing = this.#store.missing(segments, operation, part?.role === "replace" ? part.collection : undefined);
    return missing && refusal(this.#service, operation, 404, [`there is no ${missing.param} \`${missing.id}\``]);
  }

  #reply(now: Case): Answer {
    const { operation, received, mishap, random } = now;
    if (operation.stream && wantsStream(operation, received)) return this.#stream(now);
    const effect = this.#replies.to(now);
    if (effect.kind === "refused") {
      const isInvalid = effect.status === 400 || (effect.status === 409 && !declares(operation, 409));
      return refusal(this.#service, operation, isInvalid ? statusForInvalid(operation) : effect.status, [effect.problem]);
    }
    const { success, body } = effect;
    const { content } = success;
    const ages = content?.kind === "json" && body !== undefined && (mishap.enum || mishap.field);
    const changed = ages ? newer(this.#service.table, content.type, body, mishap) : body;
    const written = contentBytes(this.#service, content, changed);
    const headers = declaredHeaders(this.#service, success, random, { ...written.headers, ...effect.headers });
    const notes = JSON.stringify(changed) === JSON.stringify(body) ? [] : ["chaos: newer than the schema"];
    return { status: success.status, ...written, headers, problems: [], notes };
  }

  #stream({ operation, received, preferences, mishap }: Case): Answer {
    const [success] = operation.success;
    const ending: Ending = preferences.stream ?? (mishap.cut ? "cut" : "whole");
    const how = { clock: this.#options.clock, random: this.#random, ending };
    const stream = operation.stream && streamOf(this.#service, received, operation.stream, how);
    const headers = { ...(stream && { "Content-Type": stream.media }) };
    const notes = [`stream of ${stream?.count ?? 0}`, ...(ending === "whole" ? [] : [ending === "cut" ? "cut off" : "ends with an error"])];
    return { status: success?.status ?? 200, headers, ...(stream && { stream }), problems: [], notes };
  }
}
