import type { TypeRef } from "../../../../model/index.js";
import type { DriverCall, ToDriver } from "../../../harness/protocol.js";
import { ExactWire, plainText, released } from "../../../logical/exact-wire.js";
import { isBag, Types, type Bag } from "../../../logical/types.js";
import { FileWire } from "./file-wire.js";
import type { Description, OperationDescription } from "../../typescript/templates/description.js";

/** The description of a schema, and which operation each call makes. */
export type CallsDescription = Description & { readonly calls?: { readonly [call: string]: string } };

/** The messages of the protocol, with their values as JSON text. */
export class Translation {
  readonly #description: CallsDescription;
  readonly #types: Types;
  #calls: readonly DriverCall[] = [];

  constructor(description: CallsDescription) {
    this.#description = description;
    this.#types = new Types(description.types);
  }

  toProgram(message: ToDriver): object {
    if (message.type !== "run") return message;
    this.#calls = message.calls;
    return { ...message, calls: message.calls.map((call) => this.#call(call)) };
  }

  #call(call: DriverCall): object {
    const known = this.#operation(call);
    const wire = new FileWire(this.#types);
    const each = (values: DriverCall["path"]): object =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          const ref = known?.params[name];
          return [name, ref ? wire.text(value, ref) : JSON.stringify(value)];
        }),
      );
    const [media, value] = isBag(call.body) && "$media" in call.body ? [call.body["$media"], call.body["value"]] : [undefined, call.body];
    const body = value === undefined ? undefined : known?.body ? wire.text(value, known.body) : JSON.stringify(value);
    return { ...call, path: each(call.path), params: each(call.params), body, media, files: wire.files };
  }

  fromProgram(message: object): object {
    const results: unknown = Reflect.get(message, "results");
    const all = Array.isArray(results) ? (results as readonly Bag[]) : [];
    return { ...message, results: all.map((result, index) => this.#result(result, this.#calls[index])) };
  }

  #result(result: Bag, call: DriverCall | undefined): object {
    const known = call && this.#operation(call);
    const success = known?.success ?? {};
    const [first] = Object.values(success);
    const { wire, status, ...rest } = result;
    const declared = (status === undefined ? undefined : success[String(status)]) ?? first;
    // What was not decoded is a text, whatever it should be.
    const own = call?.verb === "as_response" ? undefined : declared;
    const lists = {
      ...this.#list("events", result, known?.stream),
      ...this.#list("pages", result, first ?? undefined),
      ...this.#items(result, first ?? undefined),
    };
    return {
      ...rest,
      ...this.#failure(result, known),
      ...(typeof wire === "string" ? this.#value(wire, own ?? undefined) : isComplete(result) ? { ok: lists } : {}),
      ...lists,
    };
  }

  /** The body of an error, in the type that its name has. */
  #failure({ error }: Bag, known: OperationDescription | undefined): object {
    if (!isBag(error) || !isBag(error["body"])) return {};
    const { errors, errorBody } = this.#description;
    const name = String(error["error_name"] ?? error["kind"]);
    const { ok } = this.#value(String(error["body"]["wire"]), known?.errors[name] ?? errors[name] ?? errorBody);
    return { error: { ...error, body: ok } };
  }

  #value(wire: string, ref: TypeRef | undefined): { readonly ok: unknown; readonly extra?: unknown } {
    if (!ref) return { ok: plainText(wire) };
    const logical = new ExactWire(this.#types);
    const ok = logical.text(wire, ref);
    return { ok, ...(Object.keys(logical.extra).length > 0 && { extra: released(logical.extra) }) };
  }

  #list(name: string, result: Bag, ref: TypeRef | undefined): object {
    const values = result[name];
    if (!Array.isArray(values)) return {};
    return { [name]: values.map((text) => (ref ? new ExactWire(this.#types).text(String(text), ref) : plainText(String(text)))) };
  }

  /** A page's items have the type of its list. */
  #items(result: Bag, page: TypeRef | undefined): object {
    const resolved = page && this.#types.resolve(page, new Map());
    if (resolved?.type?.kind !== "record" || !resolved.type.page) return this.#list("items", result, undefined);
    const { items } = resolved.type.page;
    const list = resolved.type.members.find((member) => member.kind === "field" && member.wire === items);
    const { ref } = list ? this.#types.resolve(list.type, resolved.given) : { ref: undefined };
    if (ref?.kind !== "list") return this.#list("items", result, undefined);
    const { of } = ref;
    return this.#list("items", result, of.kind === "parameter" ? (resolved.given.get(of.name) ?? of) : of);
  }

  #operation({ call }: DriverCall): OperationDescription | undefined {
    const id = this.#description.calls?.[call];
    return id === undefined ? undefined : this.#description.operations[id];
  }
}

/** A list that was read to its end, or as far as the scenario wants. */
function isComplete(result: Bag): boolean {
  return result["error"] === undefined && result["unseen"] === undefined;
}
