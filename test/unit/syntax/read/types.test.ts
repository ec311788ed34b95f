import { describe, expect, it } from "vitest";
import type { TypeBody } from "../../../../generator/syntax/document.js";
import { codesOf, documentOf, plain } from "../reading.js";

/** The only type of a schema, without places. */
function typeOf(yaml: string) {
  const [type] = documentOf(`types:\n${yaml.replace(/^/gm, "  ")}`).types;
  return plain(type) as { name: string; description: object; examples: unknown[]; body: TypeBody & Record<string, unknown> };
}

const named = (name: string, args: readonly unknown[] = []) => ({ kind: "name", name, args });
const field = (name: string, more: object = {}) => ({
  kind: "field",
  name,
  optional: false,
  type: named("string"),
  sendDefault: false,
  access: "both",
  secret: false,
  examples: [],
  description: {},
  ...more,
});

describe("an object", () => {
  it("has fields in the short form", () => {
    const { body } = typeOf(`
User:
  id: int64 as string readonly -- The key
  nick?: string = anon secret deprecated
  __proto__: User[] | null
  $exhaustive: true`);
    expect(body).toEqual({
      kind: "record",
      exhaustive: true,
      members: [
        field("id", { type: { ...named("int64"), encoding: "string" }, access: "readonly", description: { doc: "The key" } }),
        field("nick", { optional: true, default: "anon", secret: true, description: { deprecated: {} } }),
        field("__proto__", { type: { kind: "union", of: [{ kind: "list", of: named("User") }, { kind: "null" }] } }),
      ],
    });
  });

  it("has fields in the long form, for everything the short one cannot say", () => {
    const { body } = typeOf(`
User:
  "ref?":
    $type: string
    $wire: $ref
    $doc: |
      First.

      Second.
    $default: {a: [1, null]}
    $send_default: true
    $access: writeonly
    $secret: true
    $example: x
    $examples: [y, 9007199254740993]
    $deprecated: {since: v2, use: key, doc: Shorter.}
    $since: 1.10
    $removed: v3`);
    expect(body.members).toEqual([
      field("ref", {
        wire: "$ref",
        optional: true,
        default: { a: [1, null] },
        sendDefault: true,
        access: "writeonly",
        secret: true,
        examples: ["x", "y", "9007199254740993"],
        description: { doc: "First.\n\nSecond.", deprecated: { since: "v2", use: "key", doc: "Shorter." }, since: "1.10", removed: "v3" },
      }),
    ]);
  });

  it("keeps spreads and includes at their place, and says what else it is", () => {
    const { body } = typeOf(`
Page<T>:
  a: string
  $include: [Base, Partial<Other>]
  ...kind: Kind -- Which one
  b: string
  $extra: json
  $page: {items: data, more: has_more}`);
    expect(body).toMatchObject({
      members: [
        { name: "a" },
        { kind: "include", type: named("Base") },
        { kind: "include", type: named("Partial", [named("Other")]) },
        { kind: "spread", name: "kind", description: { doc: "Which one" } },
        { name: "b" },
      ],
      extra: named("json"),
      page: {
        entries: [
          { key: "items", value: "data" },
          { key: "more", value: "has_more" },
        ],
      },
    });
  });

  it("may have a field that is always null, in braces, too", () => {
    expect(typeOf("T: {a: string, b: null}").body).toMatchObject({ members: [{ name: "a" }, { name: "b", type: { kind: "null" } }] });
  });

  it("may be called by names that are keys elsewhere", () => {
    const { body } = typeOf("T: {doc: string, type: string, enum: string, alias: string, at: string, http: string}");
    expect(body).toMatchObject({ members: ["doc", "type", "enum", "alias", "at", "http"].map((name) => ({ name })) });
  });

  it("points at the name of a field without its marks and quotes", () => {
    const { types } = documentOf('types:\n  T:\n    "a?": string\n    ...u: U');
    const [type] = types;
    const members = type?.body.kind === "record" ? type.body.members : [];
    const names = members.map((member) => (member.kind === "include" ? "" : member.name));
    expect(names.map((name) => name && [name.value, name.span.file.text.slice(name.span.start, name.span.end)])).toEqual([
      ["a", "a"],
      ["u", "u"],
    ]);
  });
});

describe("a type that is not an object", () => {
  it("is derived where only a type is written", () => {
    expect(typeOf("Update: Partial<Create> -- What changes")).toMatchObject({
      description: { doc: "What changes" },
      body: { kind: "derived", type: named("Partial", [named("Create")]) },
    });
  });

  it("is an alias, transparent or distinct", () => {
    expect(typeOf("Id: {$alias: string, $example: ctx_1, $doc: A key}")).toMatchObject({
      description: { doc: "A key" },
      examples: ["ctx_1"],
      body: { kind: "alias", type: named("string"), distinct: false },
    });
    expect(typeOf("Id: {$alias: 'string(1..)', $distinct: true}").body).toMatchObject({ distinct: true });
  });

  it("has its parameters in its name", () => {
    expect(typeOf("Pair< A,B >: {a: A}")).toMatchObject({ name: "Pair", parameters: ["A", "B"] });
  });
});

describe("an enum", () => {
  it.each([
    ["", "open"],
    ["$open: true\n  ", "open"],
    ["$open: false\n  ", "closed"],
    ["$open: string\n  ", "string"],
  ])("with %j is %s", (open, openness) => {
    expect(typeOf(`Status:\n  ${open}$enum: [a]`).body).toMatchObject({ openness });
  });

  it("has values with docs, other names on the wire, and ends", () => {
    const { body } = typeOf(`
Status:
  $enum:
    active: It runs
    off:
    no: {value: "n o", doc: Refused, deprecated: true}
    404: -- Not a number
    kept: {deprecated: false}`);
    expect(body.values).toEqual([
      { name: "active", description: { doc: "It runs" } },
      { name: "off", description: {} },
      { name: "no", value: "n o", description: { doc: "Refused", deprecated: {} } },
      { name: "404", description: { doc: "Not a number" } },
      { name: "kept", description: {} },
    ]);
  });

  it("of integers has them behind the names", () => {
    const { body } = typeOf("Level:\n  $base: int32\n  $enum:\n    low: 1\n    high: 10 -- Loud\n    top: {value: -1}\n");
    expect(body).toMatchObject({
      base: "int32",
      values: [
        { name: "low", value: 1 },
        { name: "high", value: 10, description: { doc: "Loud" } },
        { name: "top", value: -1 },
      ],
    });
    expect(typeOf("Level: {$base: int64, $enum: [1, 2]}").body.values).toMatchObject([
      { name: "1", value: 1 },
      { name: "2", value: 2 },
    ]);
  });
});

describe("a union", () => {
  it("has variants with fields, types, docs or nothing", () => {
    const { body } = typeOf(`
Event:
  $tag: type
  $open: false
  $base: {id: string, $include: Base}
  $union:
    created:
      $doc: It is there
      $tag: event.created
      at: datetime
    renamed: Renamed -- Under a type
    gone: -- It is not
    paused:
    listed: {$type: "User[]", $since: v2}
    empty: {}`);
    expect(body).toMatchObject({
      kind: "union",
      tag: "type",
      openness: "closed",
      base: [{ name: "id" }, { kind: "include" }],
      variants: [
        {
          name: "created",
          tag: "event.created",
          description: { doc: "It is there" },
          payload: { kind: "fields", members: [{ name: "at" }] },
        },
        { name: "renamed", description: { doc: "Under a type" }, payload: { kind: "type", type: named("Renamed") } },
        { name: "gone", description: { doc: "It is not" }, payload: { kind: "empty" } },
        { name: "paused", payload: { kind: "empty" } },
        { name: "listed", description: { since: "v2" }, payload: { kind: "type", type: { kind: "list" } } },
        { name: "empty", payload: { kind: "empty" } },
      ],
    });
  });

  it.each(["internal", "adjacent", "external", "untagged"])("may be %s", (placement) => {
    expect(typeOf(`U: {$placement: ${placement}, $content: data, $union: {a: A}}`).body).toMatchObject({
      placement,
      content: "data",
      openness: "open",
    });
  });

  it("may be a list of types, which gives the variants their names", () => {
    expect(typeOf("Pet: {$placement: untagged, $union: [Cat, string]}").body.variants).toMatchObject([{ name: "Cat" }, { name: "string" }]);
  });
});

it("a broken field does not take its neighbours with it", () => {
  expect(codesOf("types: {T: {a: '[x]', b: 'y z', c: string}}")).toEqual(["HD212", "HD216"]);
});
