import { describe, expect, test } from "vitest";
import type { Field, TypeDef, TypeRef } from "../../../generator/model/index.js";
import { findings, modelOf } from "../../support/schema.js";

const head = "heddle: 1\napi: shop\n";

function typesOf(text: string): ReadonlyMap<string, TypeDef> {
  return new Map(modelOf(`${head}types:\n${text}`).types.map((type) => [type.name, type]));
}

function record(text: string, name: string): Extract<TypeDef, { kind: "record" }> {
  const type = typesOf(text).get(name);
  if (type?.kind !== "record") throw new Error(`${name} is no record`);
  return type;
}

/** What a type expression means, as the type of a field of a generic object. */
function refOf(expression: string): TypeRef | undefined {
  const others = `  Team: {}\n  Page<T>: {data: T}\n  Maybe: string | null\n  Sure: {$alias: Maybe}\n`;
  return record(`${others}  Probe<T>:\n    field: ${JSON.stringify(expression)}\n`, "Probe").members[0]?.type;
}

/** `a`, `b?`, `...c`: members in order, optional ones and spreads marked. */
function outline({ members }: Extract<TypeDef, { kind: "record" }>): string {
  return members
    .map((member) => (member.kind === "spread" ? `...${member.name}` : `${member.name}${member.required ? "" : "?"}`))
    .join(" ");
}

const scalar = (of: string, more: object = {}) => ({ kind: "scalar", scalar: of, ...more });

describe("a type expression", () => {
  test.each<[string, unknown]>([
    ["string", scalar("string")],
    ["int64 as string", scalar("int64", { encoding: "string" })],
    ["uint64 as string", scalar("uint64", { encoding: "string" })],
    ["decimal as number", scalar("decimal", { encoding: "number" })],
    ["bytes as hex", scalar("bytes", { encoding: "hex" })],
    ["datetime as unix_ms", scalar("datetime", { encoding: "unix_ms" })],
    ["duration as seconds", scalar("duration", { encoding: "seconds" })],
    ["int32(-2147483648..2147483647)", scalar("int32", { constraints: { min: -2147483648, max: 2147483647 } })],
    ["uint32(0..4294967295)", scalar("uint32", { constraints: { min: 0, max: 4294967295 } })],
    [
      "int64(-9223372036854775808..9223372036854775807)",
      scalar("int64", { constraints: { min: "-9223372036854775808", max: "9223372036854775807" } }),
    ],
    ["uint64(0..18446744073709551615)", scalar("uint64", { constraints: { min: "0", max: "18446744073709551615" } })],
    ["float32(..1.5)", scalar("float32", { constraints: { max: 1.5 } })],
    ["float64(-5..)", scalar("float64", { constraints: { min: -5 } })],
    ["decimal(5..5.00)", scalar("decimal", { constraints: { min: "5", max: "5.00" } })],
    ["string(0..4294967295)", scalar("string", { constraints: { min: 0, max: 4294967295 } })],
    ["bytes(1..4294967295)", scalar("bytes", { constraints: { min: 1, max: 4294967295 } })],
    ["string(1..200, /^a/)", scalar("string", { constraints: { min: 1, max: 200, pattern: "^a" } })],
    ["string(/^a/)", scalar("string", { constraints: { pattern: "^a" } })],
    ["string[](1..5)", { kind: "list", of: scalar("string"), minItems: 1, maxItems: 5 }],
    ["string[](..5)", { kind: "list", of: scalar("string"), maxItems: 5 }],
    ["string[]", { kind: "list", of: scalar("string") }],
    ["map<Team>", { kind: "map", of: { kind: "named", name: "Team", args: [] } }],
    ["Page<T[]>", { kind: "named", name: "Page", args: [{ kind: "list", of: { kind: "parameter", name: "T" } }] }],
    ["T | null", { kind: "nullable", of: { kind: "parameter", name: "T" } }],
    ["null | string", { kind: "nullable", of: scalar("string") }],
    ["string | int32", { kind: "choice", of: [scalar("string"), scalar("int32")] }],
    ["int64 as string | int32", { kind: "choice", of: [scalar("int64", { encoding: "string" }), scalar("int32")] }],
    [
      "bool | string | float64 | null",
      { kind: "nullable", of: { kind: "choice", of: [scalar("bool"), scalar("string"), scalar("float64")] } },
    ],
    ['"a" | "b" | 5 | true', { kind: "choice", of: ["a", "b", 5, true].map((value) => ({ kind: "literal", value })) }],
    ["datetime as unix | uuid", { kind: "choice", of: [scalar("datetime", { encoding: "unix" }), scalar("uuid")] }],
    ["duration | decimal as number", { kind: "choice", of: [scalar("duration"), scalar("decimal", { encoding: "number" })] }],
    ["Maybe", { kind: "named", name: "Maybe", args: [] }],
    ["Maybe | null", { kind: "named", name: "Maybe", args: [] }],
    ["Sure | null", { kind: "named", name: "Sure", args: [] }],
    ["Team | null", { kind: "nullable", of: { kind: "named", name: "Team", args: [] } }],
  ])("%s", (expression, ref) => {
    expect(refOf(expression)).toEqual(ref);
  });

  test.each([
    ["decimal | duration", "duration"],
    ["int64 | float32", "float32"],
    ["bool | true", "true"],
    ["decimal as number | uint32", "uint32"],
  ])("%s: the second is written like the first", (expression, part) => {
    const found = findings(`${head}types:\n  A: {b: ${JSON.stringify(expression)}}\n`);
    expect(found).toEqual([expect.stringContaining(`HD409`)]);
    expect(found[0]).toContain(`[${part}]`);
  });
});

const members = `  Base: {id: string, name?: string, $extra: int32}
  Named<T>: {value: T, list?: T[] | null}
  Kind: {$tag: kind, $union: {a: }}
  Ask: {text: string, ...kind: Kind}
`.replace("{value: T, list?: T[] | null}", '{value: T, list?: "T[] | null"}');

describe("members", () => {
  test.each([
    ["{first: bool, $include: Base, last: bool}", "first id name? last"],
    ["{$include: [Base, Ask]}", "id name? text ...kind"],
    ["Partial<Base>", "id? name?"],
    ["Pick<Base, name>", "name?"],
    ["Omit<Base, name>", "id"],
    ["Omit<Ask, kind>", "text"],
    ["Pick<Ask, kind>", "...kind"],
    ['Omit<Ask, "kind">', "text"],
    ["Partial<Omit<Ask, kind>>", "text?"],
    ["Omit<Partial<Base>, id>", "name?"],
    ["{$include: 'Partial<Pick<Base, id>>', more: bool}", "id? more"],
    ["{$include: Named<bool>}", "value list?"],
    ["{$include: Copy}", "id name?"],
  ])("%s", (body, expected) => {
    expect(outline(record(`${members}  Copy: {$alias: Base}\n  Probe: ${body}\n`, "Probe"))).toBe(expected);
  });

  test("take the arguments of what they come from", () => {
    const probe = record(`${members}  Probe<U>: {$include: "Partial<Named<map<U>>>"}\n`, "Probe");
    const map = { kind: "map", of: { kind: "parameter", name: "U" } };
    expect(probe.members.map(({ type }) => type)).toEqual([map, { kind: "nullable", of: { kind: "list", of: map } }]);
  });

  test("that a parameter makes nullable twice are nullable once", () => {
    const probe = record(`  Box<T>: {value: T | null}\n  Probe: {$include: Box<string | null>}\n`, "Probe");
    expect(probe.members[0]?.type).toEqual({ kind: "nullable", of: scalar("string") });
  });

  test("bring the type of further fields along, unless there is one", () => {
    expect(record(`${members}  Probe: {$include: Base}\n`, "Probe").extra).toEqual(scalar("int32"));
    expect(record(`${members}  Probe: Partial<Base>\n`, "Probe").extra).toEqual(scalar("int32"));
    expect(record(`${members}  Probe: {$include: Base, $extra: bool}\n`, "Probe").extra).toEqual(scalar("bool"));
    expect(record(`${members}  Probe: {$include: Ask}\n`, "Probe").extra).toBeUndefined();
    expect(record(`  Box<T>: {$extra: T}\n  Probe: {$include: Box<bool>}\n`, "Probe").extra).toEqual(scalar("bool"));
  });

  test("do not bring $exhaustive or $page along", () => {
    const page = "  Page: {$exhaustive: true, $page: {items: data, limit: l, offset: o}, data: 'string[]'}\n";
    const types = typesOf(`${page}  Copy: {$include: Page}\n  Part: Partial<Page>\n`);
    expect(types.get("Page")).toMatchObject({ exhaustive: true, page: { style: "offset" } });
    for (const name of ["Copy", "Part"]) expect(types.get(name)).toMatchObject({ exhaustive: false });
    for (const name of ["Copy", "Part"]) expect(types.get(name)).not.toHaveProperty("page");
  });

  test("keep what is said about them", () => {
    const long =
      "{$type: int32, $wire: X-Size, $doc: How big, $default: 5, $send_default: true, $secret: true, $examples: [7], $since: '2'}";
    const probe = record(`  Base: {size?: ${long}}\n  Probe: {$include: Base}\n`, "Probe");
    expect(probe.members[0] as Field).toMatchObject({
      name: "size",
      wire: "X-Size",
      doc: "How big",
      since: "2",
      required: false,
      default: 5,
      sendDefault: true,
      secret: true,
      examples: [7],
    });
  });
});

describe("a declaration", () => {
  test("says what was said about it, and where it stands", () => {
    const files = {
      "api.yaml": `${head}include: [people/user.yaml]\n`,
      "people/user.yaml":
        "types:\n  User: {$doc: A person, $deprecated: {since: '2', use: Person, doc: Renamed}, $removed: '3', $example: {id: x}, id: string}\n  Person: {}\n",
    };
    const [user] = modelOf(files).types;
    expect(user).toMatchObject({
      module: "people/user",
      doc: "A person",
      deprecated: { since: "2", use: "Person", doc: "Renamed" },
      removed: "3",
      examples: [{ id: "x" }],
    });
    expect(user?.origin.file.path).toBe("people/user.yaml");
  });

  test("without anything said has nothing in those places", () => {
    expect(Object.keys(record("  User: {id: string}\n", "User")).sort()).toEqual(
      ["examples", "exhaustive", "kind", "members", "module", "name", "origin", "parameters", "travels"].sort(),
    );
  });

  test.each([
    ["{$alias: string}", { type: scalar("string"), distinct: false }],
    ["{$alias: string, $distinct: true}", { type: scalar("string"), distinct: true }],
    ["string(1..5)", { type: scalar("string", { constraints: { min: 1, max: 5 } }), distinct: false }],
    ["Base[]", { type: { kind: "list", of: { kind: "named", name: "Base", args: [] } }, distinct: false }],
  ])("%s is an alias", (body, expected) => {
    expect(typesOf(`  Base: {}\n  Probe: ${body}\n`).get("Probe")).toMatchObject({ kind: "alias", ...expected });
  });

  test.each([
    [
      "{$enum: [a, b]}",
      {
        base: "string",
        openness: "open",
        values: [
          { name: "a", value: "a" },
          { name: "b", value: "b" },
        ],
      },
    ],
    [
      "{$enum: {a: The first, b: {value: B-1, doc: The second}}, $open: false}",
      { openness: "closed", values: [{ doc: "The first" }, { value: "B-1", doc: "The second" }] },
    ],
    ["{$enum: [a], $open: string}", { openness: "string" }],
    ["{$enum: {low: -1, high: 2147483647}, $base: int32}", { base: "int32", values: [{ value: -1 }, { value: 2147483647 }] }],
    ["{$enum: {big: 2147483648}, $base: int64}", { base: "int64", values: [{ value: 2147483648 }] }],
  ])("%s is an enum", (body, expected) => {
    expect(typesOf(`  Probe: ${body}\n`).get("Probe")).toMatchObject({ kind: "enum", ...expected });
  });

  test.each([
    ["-2147483649", "int32", true],
    ["-2147483648", "int32", false],
    ["9007199254740992", "int64", true],
    ["9007199254740991", "int64", false],
  ])("the enum value %s in %s: refused: %s", (value, base, refused) => {
    const found = findings(`${head}types:\n  E: {$enum: {a: ${value}}, $base: ${base}}\n`);
    expect(found.filter((text) => text.startsWith("HD422"))).toHaveLength(refused ? 1 : 0);
  });
});
