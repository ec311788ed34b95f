import type { Json, ScalarRef, Success } from "../../model/index.js";
import { exampleValue, moment, type Random } from "../../values/index.js";
import type { Collection, Part } from "./collections.js";
import { isFields, valueAt, withValueAt, type Fields } from "../fields.js";
import { filtered } from "./filters.js";
import { pageWith, type PageAnswer } from "./pages.js";
import type { Received } from "../request/received.js";
import type { Service } from "../service.js";
import type { Items, Store } from "./store.js";

/** What a stateful operation did: its answer, or why there is none. */
export type Effect =
  | {
      readonly kind: "done";
      readonly success: Success;
      /** Absent if the answer shows nothing of the collection. */
      readonly body?: Json;
      readonly headers?: Readonly<Record<string, string>>;
      readonly id?: string;
    }
  | { readonly kind: "refused"; readonly status: number; readonly problem: string };

/** A stateful request: what it plays a part for, and the concrete path. */
export interface Act {
  readonly part: Part;
  readonly received: Received;
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly now: number;
}

const made = /^(created|inserted)(_?(at|on|time|date))?$/i;
const changed = /^(updated|modified|changed)(_?(at|on|time|date))?$/i;

/** Does what operations on collections do. */
export class State {
  readonly #service: Service;
  readonly #store: Store;
  readonly #random: Random;

  constructor(service: Service, store: Store, random: Random) {
    this.#service = service;
    this.#store = store;
    this.#random = random;
  }

  act(act: Act, url: string): Effect {
    const { part, segments } = act;
    const { collection, role } = part;
    const prefix = segments.slice(0, collection.path.length);
    const items = this.#store.items(collection, prefix);
    if (role === "list") return this.#list(act, items, url);
    if (role === "create") return this.#create(act, items);
    const id = segments[prefix.length] ?? "";
    const found = this.#store.find(collection, prefix, id);
    if (role === "replace") return this.#replace(act, items, id, found);
    if (!found) return unknownItem(collection, id);
    if (role === "remove") items.delete(id);
    if (role !== "merge") return this.#done(part, found, id);
    const next = { ...merged(this.#service, collection, found, act.received.body), ...this.#stamps(collection, act.now, false) };
    items.set(id, next);
    return this.#done(part, next, id);
  }

  #list({ part, received }: Act, items: Items, url: string): Effect {
    const matching = filtered(this.#service.table, part.collection, [...items.values()], received);
    const page: PageAnswer = pageWith(this.#service, part.success, matching, received, url);
    if (page.kind === "refused") return { kind: "refused", status: 400, problem: page.problem };
    return { kind: "done", success: part.success, body: page.body, headers: page.headers };
  }

  #create({ part, received, now }: Act, items: Items): Effect {
    const { collection } = part;
    const sent = known(this.#service, collection, received.body);
    const chosen = sent[collection.id.wire];
    const id = typeof chosen === "string" || typeof chosen === "number" ? chosen : this.#store.newId(collection, items);
    if (items.has(String(id))) return { kind: "refused", status: 409, problem: `there is a ${collection.param} \`${id}\` already` };
    const item = this.#whole(part, received, { ...sent, [collection.id.wire]: id }, now);
    items.set(String(id), item);
    return this.#done(part, item, String(id));
  }

  #replace({ part, received, now }: Act, items: Items, id: string, found: Fields | undefined): Effect {
    const { collection, success } = part;
    if (!found && collection.posts && success.status !== 201) return unknownItem(collection, id);
    const own = found?.[collection.id.wire] ?? id;
    const kept = Object.entries(found ?? {}).filter(([name]) => made.test(name));
    const sent = { ...known(this.#service, collection, received.body), ...Object.fromEntries(kept), [collection.id.wire]: own };
    const item = { ...this.#whole(part, received, sent, now), ...Object.fromEntries(kept) };
    items.set(id, item);
    return this.#done(part, item, id);
  }

  /** What was sent, and what the server adds: required fields that nobody sends, defaults, times. */
  #whole({ collection, success, at }: Part, received: Received, sent: Fields, now: number): Fields {
    const { table } = this.#service;
    const random = this.#random.for(String(sent[collection.id.wire]));
    const shown = received.operation.examples.find(({ status, response }) => status === success.status && response !== undefined)?.response;
    const example = at && valueAt(shown, at);
    const template = exampleValue(table, collection.item, { random, optional: false, examples: true });
    const typical: Fields = { ...(isFields(template) ? template : {}), ...(isFields(example) ? example : {}) };
    const required = (table.properties(collection.item) ?? []).filter((property) => property.required && property.wire in typical);
    const filled = Object.fromEntries(required.map(({ wire }) => [wire, typical[wire] ?? null]));
    return { ...filled, ...this.#defaults(collection), ...sent, ...this.#stamps(collection, now, true) };
  }

  #defaults({ item }: Collection): Fields {
    const declared = this.#service.table.declared(item)?.type;
    const members = declared?.kind === "record" ? declared.members : [];
    return Object.fromEntries(
      members.flatMap((member) =>
        member.kind === "field" && member.default !== undefined ? [[member.wire, member.default] as const] : [],
      ),
    );
  }

  #stamps({ item }: Collection, now: number, isNew: boolean): Fields {
    const { table } = this.#service;
    const stamps = (table.properties(item) ?? []).flatMap(({ wire, type }): (readonly [string, Json])[] => {
      const scalar = table.present(type);
      const isTime = isMoment(scalar) && (changed.test(wire) || (isNew && made.test(wire)));
      return isTime ? [[wire, moment(scalar, now - (now % 1000))]] : [];
    });
    return Object.fromEntries(stamps);
  }

  #done({ success, at }: Part, item: Fields, id: string): Effect {
    const { content } = success;
    if (!content || !at) return { kind: "done", success, id };
    const options = { random: this.#random, optional: false, examples: true };
    const around = at.length === 0 ? undefined : exampleValue(this.#service.table, content.type, options);
    return { kind: "done", success, body: withValueAt(around, at, item), id };
  }
}

function isMoment(ref: { readonly kind: string }): ref is ScalarRef {
  return ref.kind === "scalar" && "scalar" in ref && (ref.scalar === "datetime" || ref.scalar === "date");
}

function unknownItem({ param }: Collection, id: string): Effect {
  return { kind: "refused", status: 404, problem: `there is no ${param} \`${id}\`` };
}

/** The fields of a body that the item has; a server drops what it does not know, unless its type admits anything. */
function known({ table }: Service, { item }: Collection, body: Json | undefined): Fields {
  const declared = table.declared(item)?.type;
  const names = new Set((table.properties(item) ?? []).map(({ wire }) => wire));
  const open = declared?.kind === "record" && declared.extra !== undefined;
  return Object.fromEntries(Object.entries(isFields(body) ? body : {}).filter(([name]) => open || names.has(name)));
}

/** A merge patch (RFC 7396) of the first level: what is given is set, null removes, unless the field can be null. */
function merged(service: Service, collection: Collection, item: Fields, body: Json | undefined): Fields {
  const next = new Map(Object.entries(item));
  for (const [name, value] of Object.entries(known(service, collection, body))) {
    if (name === collection.id.wire) continue;
    const type = service.table.at(collection.item, [name]);
    if (value === null && type && service.table.target(type).kind !== "nullable") next.delete(name);
    else next.set(name, value);
  }
  return Object.fromEntries(next);
}
