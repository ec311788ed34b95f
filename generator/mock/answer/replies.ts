import type { Json, Operation, Success, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { misfits } from "../../resolve/values/wire-values.js";
import { exampleValue, type Random } from "../../values/index.js";
import { listPlace, type Part } from "../state/collections.js";
import { isFields, isList, valueAt } from "../fields.js";
import { pageWith } from "../state/pages.js";
import type { Preferences } from "../request/prefer.js";
import type { Received } from "../request/received.js";
import type { Service } from "../service.js";
import type { Effect, State } from "../state/state.js";
import { exampleNamed, typicalBody } from "./typical.js";

/** A request that was admitted. */
export interface Admitted {
  readonly operation: Operation;
  readonly received: Received;
  readonly preferences: Preferences;
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly url: string;
  readonly now: number;
}

/** Finds what to answer: what a collection has or did, else what is typical of the operation. */
export class Replies {
  readonly #service: Service;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #state: State;
  readonly #random: Random;
  /** How many items a list has that no request can add to. */
  readonly #items: number;

  constructor(service: Service, parts: ReadonlyMap<string, Part>, state: State, how: { readonly random: Random; readonly items: number }) {
    this.#service = service;
    this.#parts = parts;
    this.#state = state;
    this.#random = how.random;
    this.#items = how.items;
  }

  to(admitted: Admitted): Effect {
    return this.#stateful(admitted) ?? this.#typical(admitted);
  }

  /** What an operation on a collection does, unless the request asks for another answer than its usual one. */
  #stateful(admitted: Admitted): Effect | undefined {
    const { operation, received, preferences, segments, url, now } = admitted;
    const part = this.#parts.get(operation.id);
    const isUsual = preferences.example === undefined && (preferences.code ?? part?.success.status) === part?.success.status;
    if (!part || part.role === "within" || !isUsual) return undefined;
    const acted = this.#state.act({ part, received, segments, now }, url);
    const effect = acted.kind === "done" && acted.body === undefined ? { ...this.#typical(admitted), ...idOf(acted) } : acted;
    if (effect.kind === "refused" || part.role !== "create" || effect.success.status !== 201 || effect.id === undefined) return effect;
    const { origin, pathname } = new URL(url);
    return { ...effect, headers: { ...effect.headers, Location: `${origin}${pathname}/${encodeURIComponent(effect.id)}` } };
  }

  #typical({ operation, received, preferences, url }: Admitted): Effect {
    const wanted = preferences.example === undefined ? preferences.code : exampleNamed(operation, preferences.example)?.status;
    const success = operation.success.find(({ status }) => status === wanted) ?? operation.success[0];
    if (!success) return { kind: "refused", status: 501, problem: "the operation has no success" };
    const body = typicalBody(this.#service, received, success, preferences.example, this.#random);
    const paged = operation.paged && preferences.example === undefined ? this.#page(operation, success, body, received, url) : undefined;
    return paged ?? { kind: "done", success, ...(body !== undefined && { body }) };
  }

  /** A page of a list that nothing else is known about: what the schema shows of it, and more like that. */
  #page({ id }: Operation, success: Success, body: Json | undefined, received: Received, url: string): Effect | undefined {
    const place = success.content && listPlace(this.#service.table, success.content.type);
    if (!place) return undefined;
    const shown = valueAt(body, place.at);
    const page = pageWith(this.#service, success, this.#filled(id, place.type, isList(shown) ? shown : []), received, url);
    if (page.kind === "refused") return { kind: "refused", status: 400, problem: page.problem };
    return { kind: "done", success, body: page.body, headers: page.headers };
  }

  #filled(id: string, type: TypeRef, shown: readonly Json[]): readonly Json[] {
    const missing = Math.max(0, this.#items - shown.length);
    const made = Array.from({ length: missing }, (_, index) => {
      const options = { random: this.#random.for(`${id} ${index}`), optional: true, examples: false };
      return numbered(this.#service.table, type, exampleValue(this.#service.table, type, options), shown.length + index + 1);
    });
    return [...shown, ...made];
  }
}

function idOf({ id }: Effect & { kind: "done" }): { readonly id?: string } {
  return id === undefined ? {} : { id };
}

/** Ids that are numbers count up, so that no two items have the same. */
function numbered(table: TypeTable, type: TypeRef, item: Json, number: number): Json {
  if (!isFields(item) || typeof item["id"] !== "number") return item;
  const next = { ...item, id: number };
  return misfits(table, type, next).length === 0 ? next : item;
}
