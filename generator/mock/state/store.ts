import type { Json, Operation } from "../../model/index.js";
import { misfits } from "../../resolve/values/wire-values.js";
import { exampleValue, type Random } from "../../values/index.js";
import { segmentsOf, type Collection, type Part } from "./collections.js";
import { isFields, isList, valueAt, type Fields } from "../fields.js";
import type { Service } from "../service.js";

/** The items of one collection under one path, by id. */
export type Items = Map<string, Fields>;

export interface StoreOptions {
  readonly random: Random;
  /** How many items a collection begins with that no request can add to. */
  readonly items: number;
  /** Whether an id that nobody has seen is made up instead of refused. */
  readonly anyId: boolean;
}

/** All that was created, in memory. A collection begins with what the schema's examples show of it. */
export class Store {
  readonly #service: Service;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #collections: readonly Collection[];
  readonly #options: StoreOptions;
  readonly #items = new Map<string, Items>();

  constructor(service: Service, collections: readonly Collection[], parts: ReadonlyMap<string, Part>, options: StoreOptions) {
    this.#service = service;
    this.#collections = collections;
    this.#parts = parts;
    this.#options = options;
  }

  /** Forgets everything but the examples. */
  reset(): void {
    this.#items.clear();
  }

  /** The items of a collection under a concrete path. */
  items(collection: Collection, prefix: readonly string[]): Items {
    const key = JSON.stringify(prefix);
    const found = this.#items.get(key) ?? this.#beginning(collection, prefix);
    this.#items.set(key, found);
    return found;
  }

  /** An item, by the concrete path of its collection and its id; made up where any id will do. */
  find(collection: Collection, prefix: readonly string[], id: string): Fields | undefined {
    const items = this.items(collection, prefix);
    const found = items.get(id);
    if (found || (collection.known && !this.#options.anyId)) return found;
    const made = this.#make(collection, `${prefix.join("/")}/${id}`, true, id);
    if (collection.known) items.set(id, made);
    return made;
  }

  /** The id in a path whose item does not exist, outermost first; undefined if all do. `except` may be missing. */
  missing(
    segments: readonly string[],
    operation: Operation,
    except?: Collection,
  ): { readonly param: string; readonly id: string } | undefined {
    const shape = segmentsOf(operation);
    for (const collection of this.#collections) {
      if (collection === except) continue;
      const depth = collection.path.length;
      if (depth >= segments.length || !sameShape(collection.path, shape.slice(0, depth)) || !/^\{.*\}$/.test(shape[depth] ?? "")) continue;
      const id = segments[depth] ?? "";
      if (!this.find(collection, segments.slice(0, depth), id)) return { param: collection.param, id };
    }
    return undefined;
  }

  /** An id that no item has, of the kind that the schema shows. */
  newId(collection: Collection, items: Items): Json {
    const { type } = collection.id;
    const random = this.#options.random.for(`id ${collection.path.join("/")} ${items.size}`);
    const shown = exampleValue(this.#service.table, type, { random, optional: true, examples: true }, collection.id.wire);
    for (let attempt = 0; attempt < 100; attempt++) {
      const candidate = nextId(shown, random, items.size + 1 + attempt);
      if (!items.has(String(candidate)) && misfits(this.#service.table, type, candidate).length === 0) return candidate;
    }
    return exampleValue(this.#service.table, type, { random, optional: true, examples: false }, collection.id.wire);
  }

  #beginning(collection: Collection, prefix: readonly string[]): Items {
    const items: Items = new Map();
    for (const item of this.#shownItems(collection, prefix)) {
      const id = item[collection.id.wire];
      if ((typeof id === "string" || typeof id === "number") && !items.has(String(id))) items.set(String(id), item);
    }
    for (const id of this.#shownIds(collection, prefix)) {
      if (!items.has(id)) items.set(id, this.#make(collection, id, true, id));
    }
    const wanted = collection.grows ? 0 : this.#options.items - items.size;
    for (let index = 0; index < wanted; index++) {
      const id = this.newId(collection, items);
      items.set(String(id), this.#make(collection, `${prefix.join("/")} ${index}`, false, String(id), id));
    }
    return items;
  }

  /** Items in the responses of the schema's examples, those of a single item first: they say most. */
  #shownItems(collection: Collection, prefix: readonly string[]): readonly Fields[] {
    const order = ["get", "create", "replace", "list", "merge"];
    const own = this.#service.operations.flatMap((operation) => {
      const part = this.#parts.get(operation.id);
      return part && part.collection === collection && order.includes(part.role) ? [{ operation, part }] : [];
    });
    const sorted = own.toSorted((a, b) => order.indexOf(a.part.role) - order.indexOf(b.part.role));
    return sorted.flatMap(({ operation, part }) =>
      operation.examples
        .filter(({ status, path }) => status === part.success.status && under(operation, path, prefix))
        .flatMap(({ response }) => {
          const found = part.at && valueAt(response, part.at);
          return (isList(found) ? found : [found]).filter(isFields);
        }),
    );
  }

  /** Ids that examples of any operation name in their paths. */
  #shownIds(collection: Collection, prefix: readonly string[]): readonly string[] {
    return this.#service.operations.flatMap((operation) => {
      const segments = segmentsOf(operation);
      const param = segments[prefix.length];
      if (!param || !/^\{.*\}$/.test(param) || !sameShape(collection.path, segments.slice(0, prefix.length))) return [];
      const shown = operation.examples.filter(({ path, status }) => status < 400 && under(operation, path, prefix));
      return shown.flatMap(({ path }) => (path[param.slice(1, -1)] === undefined ? [] : [String(path[param.slice(1, -1)])]));
    });
  }

  #make({ item, id }: Collection, name: string, examples: boolean, key: string, value?: Json): Fields {
    const made = exampleValue(this.#service.table, item, { random: this.#options.random.for(name), optional: true, examples });
    const own = value ?? (misfits(this.#service.table, id.type, key).length === 0 ? key : Number(key));
    return { ...(isFields(made) ? made : {}), [id.wire]: own };
  }
}

/** Whether an example's path lies in the collection at a concrete path. */
function under(operation: Operation, path: Fields, prefix: readonly string[]): boolean {
  const segments = segmentsOf(operation);
  return prefix.every((segment, index) => {
    const own = segments[index] ?? "";
    return !/^\{.*\}$/.test(own) || String(path[own.slice(1, -1)]) === segment;
  });
}

function sameShape(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((segment, index) => segment === b[index] || (/^\{.*\}$/.test(segment) && /^\{.*\}$/.test(b[index] ?? "")))
  );
}

/** Like the one that the schema shows: a number counts on, a text keeps what stands before its last part (`ctx_`). */
function nextId(shown: Json, random: Random, count: number): Json {
  if (typeof shown === "number") return shown + count;
  if (typeof shown !== "string" || /^[0-9a-f]{8}-/i.test(shown)) return shown;
  const prefix = /^(.*[_-])[^_-]*$/.exec(shown)?.[1] ?? "";
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  return prefix + Array.from({ length: 10 }, () => letters[random.integer(0, letters.length - 1)]).join("");
}
