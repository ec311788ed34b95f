import description from "heddle:description";
import { surface, type AnyCall } from "heddle:surface";
import type { TypeRef } from "../../../../model/index.js";
import type { CallResult, DriverCall } from "../../../harness/protocol.js";
import { clientOptions } from "./client-options.js";
import { mediaOf } from "./files.js";
import { failureOf, snake } from "./outcome.js";
import { plain, ToLogical } from "../../../logical/to-logical.js";
import { ToNative } from "./to-native.js";
import { Types } from "../../../logical/types.js";
import type { Witness } from "./witness.js";

const types = new Types(description.types);

/** Makes one call of a scenario in the way that a program would, and tells what came of it. */
export class Player {
  readonly #client: object;
  readonly #witness: Witness;
  readonly #abort: AbortController;
  readonly #now: () => number;

  constructor(client: object, witness: Witness, abort: AbortController, now: () => number) {
    this.#client = client;
    this.#witness = witness;
    this.#abort = abort;
    this.#now = now;
  }

  async play(script: DriverCall): Promise<CallResult> {
    const operation = surface.calls[script.call]?.operation;
    try {
      return await this.#outcome(script, operation);
    } catch (error) {
      this.#witness.print(error);
      return { error: failureOf(error, operation, description, types) };
    }
  }

  async #outcome(script: DriverCall, operation: string | undefined): Promise<CallResult> {
    if (script.cancel === "before") this.#abort.abort();
    const client = script.with ? surface.withOptions(this.#client, this.#options(script.with)) : this.#client;
    const call = this.#call(client, script);
    switch (script.verb) {
      case "send":
        return this.#value(await call.send(), operation);
      case "result": {
        const result = (await call.result()) as { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };
        if (!result.ok) throw result.error;
        return this.#value(result.value, operation);
      }
      case "with_response": {
        const { value, ...rest } = (await call.withResponse().send()) as { readonly value: unknown; readonly status: number };
        return { ...this.#value(value, operation, rest.status), response: responseOf(rest) };
      }
      case "as_response": {
        const { response, ...rest } = (await call.asResponse().send()) as { readonly response: Response };
        return { ok: await response.text(), response: responseOf(rest) };
      }
      case "download": {
        const { stream, ...rest } = (await call.download?.()) ?? {};
        const { bytes: _, blob: __, ...info } = rest;
        return { ok: Buffer.from(await new Response(stream).arrayBuffer()).toString("base64"), response: responseOf(info) };
      }
      case "stream":
      case "items":
      case "pages":
        return this.#iterate(call, script, operation);
    }
  }

  #call(client: object, script: DriverCall): AnyCall {
    const { max_items: most, ...given } = script.options;
    const all = { ...this.#options(given), signal: this.#abort.signal };
    if (script.call === "request") {
      const { query } = script.params;
      const extra = { ...all, query, ...(script.body !== undefined && { body: script.body }) };
      return surface.request(client, script.method ?? "GET", script.url ?? "/", extra);
    }
    const known = surface.calls[script.call];
    if (!known) throw new RangeError(`the client has no call ${script.call}`);
    const input = { ...nativeInput(script, known.operation), options: all };
    const make = (script.surface === "object" || script.surface === "function" ? known[script.surface] : known.builder) ?? known.object;
    const made = make(client, input);
    if (known.direct) return directCall(made);
    const call = made.options(all);
    this.#witness.print(call);
    return most === undefined ? call : (call.maxItems?.(Number(most)) ?? call);
  }

  #options(options: DriverCall["options"]): object {
    return clientOptions(options, this.#now, () => this.#abort.abort());
  }

  #value(value: unknown, operation: string | undefined, status?: number): CallResult {
    const success = successOf(operation);
    const ref = (status === undefined ? undefined : success[String(status)]) ?? Object.values(success)[0];
    if (!ref) return { ok: plain(value) ?? null };
    const logical = new ToLogical(types);
    const ok = logical.value(value, ref);
    return { ok: ok ?? null, ...(Object.keys(logical.extra).length > 0 && { extra: logical.extra }) };
  }

  /** Events, items or pages up to `take`, and the error that ends them. */
  async #iterate(call: AnyCall, { verb, take = Infinity, again, cancel }: DriverCall, operation: string | undefined): Promise<CallResult> {
    const name = verb === "stream" ? "events" : verb === "items" ? "items" : "pages";
    const values: unknown[] = [];
    try {
      const source = this.#source(call, name);
      for await (const value of source) {
        values.push(this.#element(value, name, operation));
        if (typeof cancel === "object" && cancel.event === values.length) this.#abort.abort();
        if (values.length >= take) break;
      }
      if (again) for await (const value of source) values.push(this.#element(value, name, operation));
      return { ok: { [name]: values }, [name]: values };
    } catch (error) {
      this.#witness.print(error);
      return { [name]: values, error: failureOf(error, operation, description, types) };
    }
  }

  #source(call: AnyCall, name: string): AsyncIterable<unknown> {
    const source = name === "events" ? call.stream?.() : name === "items" ? call.items?.() : call.pages?.();
    if (!source) throw new RangeError(`the call gives no ${name}`);
    return source;
  }

  #element(value: unknown, name: string, operation: string | undefined): unknown {
    const known = operation === undefined ? undefined : description.operations[operation];
    const [page] = Object.values(successOf(operation));
    if (name === "events" && known?.stream) return new ToLogical(types).value(value, known.stream);
    if (name === "pages" && page) return new ToLogical(types).value(value, page);
    return name === "items" && page ? itemOf(value, page) : plain(value);
  }
}

function successOf(operation: string | undefined): { readonly [status: string]: TypeRef | null } {
  return (operation === undefined ? undefined : description.operations[operation]?.success) ?? {};
}

/** A page's items have the type of its list. */
function itemOf(value: unknown, page: TypeRef): unknown {
  const { type, given } = types.resolve(page, new Map());
  if (type?.kind !== "record" || !type.page) return plain(value);
  const { items } = type.page;
  const list = type.members.find((member) => member.kind === "field" && member.wire === items);
  const { ref, given: own } = list ? types.resolve(list.type, given) : { ref: undefined, given };
  return ref?.kind === "list" ? new ToLogical(types).value(value, ref.of, own) : plain(value);
}

function nativeInput({ path, params, body }: DriverCall, operation: string): { path: object; params: object; body: unknown } & NativeInput {
  const known = description.operations[operation];
  const native = new ToNative(types);
  const each = (values: DriverCall["path"]): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const ref = known?.params[name];
        return [name, ref ? native.value(value, ref) : value];
      }),
    );
  const whole = (value: unknown): unknown => (known?.body ? native.value(value, known.body) : value);
  return { path: each(path), params: each(params), body: mediaOf(body, whole) };
}

interface NativeInput {
  readonly path: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A call that is under way, as one that can be sent. */
function directCall(made: unknown): AnyCall {
  const under = made as PromiseLike<unknown> & { result(): Promise<unknown> };
  const call: AnyCall = {
    send: async () => under,
    result: () => under.result(),
    withResponse: () => call,
    asResponse: () => call,
    options: () => call,
  };
  return call;
}

/** What came with a value; what it says of a rate limit is asked of the client. */
function responseOf(info: object): { readonly [name: string]: unknown } {
  const entries = Object.entries(info).map(([name, value]: [string, unknown]) => [
    snake(name),
    value instanceof Headers ? Object.fromEntries(value) : plain(value),
  ]);
  return { ...Object.fromEntries(entries), rate_limit: "headers" in info ? surface.rateLimitOf(info) : undefined };
}
