import fc from "fast-check";
import { expect } from "vitest";
import type { Codec, Walk } from "../../templates/typescript/runtime/index.js";
import { stringifyExact } from "../../templates/typescript/runtime/codecs/exact-json.js";
import { decodeText } from "../../templates/typescript/runtime/codecs/json-answer.js";
import { render } from "../support/project.js";
import { generatedTypes, type GeneratedType } from "./generated-types.js";
import { wireValues } from "./wire-value.js";

/** What became of a value that was to be sent: JSON, or the places at which it was refused. */
interface Sent {
  readonly json: string | undefined;
  readonly refusedAt: readonly string[];
}

function send(codec: Codec<unknown>, value: unknown): Sent {
  const refusedAt: string[] = [];
  const refuse = (): undefined => {
    refusedAt.push(walk.path.join("."));
  };
  const walk: Walk = { path: [], encoding: true, checked: true, fail: refuse, violate: refuse };
  const encoded = codec.run(value, walk);
  return { json: refusedAt.length > 0 ? undefined : stringifyExact(encoded), refusedAt };
}

/** Where the schema refuses it. */
function refusals({ schema }: GeneratedType, value: unknown): readonly string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join("."));
}

/** What replaces a value in a place chosen by a number; nothing takes it away. */
interface Change {
  readonly place: number;
  readonly by: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  by: fc.constantFrom<unknown[]>(
    undefined,
    null,
    true,
    "",
    "text",
    "𝒳".repeat(40),
    -1,
    0,
    1.5,
    5e9,
    7n,
    2n ** 70n,
    [],
    [1],
    {},
    new Uint8Array(3),
  ),
});

function changed(value: unknown, { place, by }: Change): unknown {
  const root: Record<string, unknown> = { value: structuredClone(value) };
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const visit = (holder: object): void => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      if (typeof inner === "object" && inner !== null && !(inner instanceof Uint8Array)) visit(inner as object);
    }
  };
  visit(root);
  const [holder, key] = places[place % places.length] ?? [root, "value"];
  if (by === undefined && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else holder[key] = by ?? null;
  return root["value"];
}

/**
 * A value that came from the service is taken by the schema just if it can be sent, and refused in the same places; zod does not look into
 * lists that are too long.
 */
function expectSame(type: GeneratedType, value: unknown): void {
  const { refusedAt } = send(type.codec, value);
  const found = refusals(type, value);
  const { name } = type;
  expect({ name, refusedAt }).toEqual({ name, refusedAt: expect.arrayContaining([...found]) });
  expect({ name, isRefused: found.length > 0 }).toEqual({ name, isRefused: refusedAt.length > 0 });
}

/** What the schema takes can be sent, as it is and as the schema gives it back; what can be sent, the schema takes in the form that comes back. */
function expectImplied({ name, codec, schema }: GeneratedType, value: unknown): void {
  const { json, refusedAt } = send(codec, value);
  const taken = schema.safeParse(value);
  if (taken.success) {
    expect({ name, refusedAt }).toEqual({ name, refusedAt: [] });
    expect({ name, json: send(codec, taken.data).json }).toEqual({ name, json });
  } else if (json !== undefined) {
    expect({ name, issues: schema.safeParse(decodeText(json, codec)).error?.issues }).toEqual({ name, issues: undefined });
  }
}

/** Compares codecs and schemas of all types of a client, value by value. */
export function expectRoundTrips(sources: Readonly<Record<string, string>>, numRuns: number): void {
  const { model, files, diagnostics } = render(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!model || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  for (const type of generatedTypes(files)) {
    const declared = model.types.find(({ name }) => plain(name) === plain(type.name));
    if (!declared) throw new Error(`no type is called ${type.name}`);
    const property = fc.property(wireValues(model, declared.name), fc.array(change, { maxLength: 3 }), (wire, changes) => {
      const value = decoded(JSON.stringify(wire), type.codec);
      if (value === undefined) return;
      expectSame(type, value);
      expectImplied(type, value);
      for (const each of changes) expectImplied(type, changed(value, each));
    });
    fc.assert(property, { numRuns, seed: 1 });
  }
}

function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** Undefined for what the service must not send. */
function decoded(json: string, codec: Codec<unknown>): unknown {
  try {
    return decodeText(json, codec);
  } catch {
    return undefined;
  }
}
