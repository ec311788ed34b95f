import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Model, ScalarRef } from "../../../generator/model/index.js";
import { scalarMisfit } from "../../../generator/resolve/values/scalar-values.js";
import { misfits } from "../../../generator/resolve/values/wire-values.js";
import { TypeTable } from "../../../generator/resolve/types/type-table.js";
import { exampleValue, matchingText, scalarValue, seeded, variantValues } from "../../../generator/values/index.js";
import { modelOf } from "../../support/schema.js";

function schemaAt(folder: string): Model {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return modelOf(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")])));
}

describe.each(["schema/wacht", "test/golden/everything/schema"])("every type of %s", (folder) => {
  const { types } = schemaAt(path.join(import.meta.dirname, "../../..", folder));
  const table = new TypeTable(types);
  const whole = types.filter(({ parameters }) => parameters.length === 0);

  test.each(whole.map(({ name }) => name))("%s has values that fit it", (name) => {
    const ref = { kind: "named", name, args: [] } as const;
    const forms = [true, false].flatMap((optional) => [true, false].map((examples) => ({ optional, examples })));
    for (const form of forms) {
      for (const seed of ["1", "2", "3"]) {
        const value = exampleValue(table, ref, { ...form, random: seeded(seed) });
        expect({ value, misfits: misfits(table, ref, value) }).toEqual({ value, misfits: [] });
      }
    }
  });

  test("a union has a value for each variant", () => {
    for (const type of whole) {
      if (type.kind !== "union" || type.tagging.kind === "untagged") continue;
      const values = variantValues(table, { type, bindings: new Map() }, { optional: true, examples: false, random: seeded("1") });
      expect(values).toHaveLength(type.variants.length);
      for (const value of values) expect(misfits(table, { kind: "named", name: type.name, args: [] }, value)).toEqual([]);
    }
  });
});

it("gives the same value for the same seed, and another one for another", () => {
  const table = new TypeTable([]);
  const of = (seed: string) =>
    exampleValue(table, { kind: "scalar", scalar: "uuid" }, { random: seeded(seed), optional: true, examples: true });
  expect(of("a")).toBe(of("a"));
  expect(of("a")).not.toBe(of("b"));
});

it("has members of any name as its own", () => {
  const { types } = modelOf(`
heddle: 1
api: things
client: { base_url: "https://x.example" }
resources: { things: { make: { http: POST /things, body: Thing } } }
types: { Thing: { __proto__: bytes, constructor: string } }
`);
  const ref = { kind: "named", name: "Thing", args: [] } as const;
  const made = exampleValue(new TypeTable(types), ref, { random: seeded("1"), optional: true, examples: true });
  expect(Object.keys(Object(made))).toEqual(["__proto__", "constructor"]);
});

it("ends for types that contain themselves", () => {
  const { types } = modelOf(`
heddle: 1
api: trees
client: { base_url: "https://x.example" }
resources: { trees: { plant: { http: POST /trees, body: Tree, returns: Expression } } }
types:
  Tree: { children: "Tree[]", parent?: Tree, by_name: map<Tree> }
  Expression:
    $tag: op
    $union:
      add: { left: Expression, right: Expression }
      value: { of: float64 }
`);
  const table = new TypeTable(types);
  for (const name of ["Tree", "Expression"]) {
    const ref = { kind: "named", name, args: [] } as const;
    expect(misfits(table, ref, exampleValue(table, ref, { random: seeded("1"), optional: true, examples: true }))).toEqual([]);
  }
});

describe("scalars", () => {
  const of = (scalar: ScalarRef["scalar"], more: Omit<ScalarRef, "kind" | "scalar"> = {}): ScalarRef => ({
    kind: "scalar",
    scalar,
    ...more,
  });

  test.each<ScalarRef>([
    of("int32", { constraints: { min: 1000 } }),
    of("int32", { constraints: { max: -7 } }),
    of("uint64", { constraints: { min: "18446744073709551614" } }),
    of("int64", { encoding: "string", constraints: { min: "9007199254740993" } }),
    of("float64", { constraints: { min: 0.1, max: 0.2 } }),
    of("decimal", { constraints: { min: "100.5", max: "100.6" } }),
    of("decimal", { encoding: "number", constraints: { max: -2 } }),
    of("string", { constraints: { min: 40, max: 41 } }),
    of("string", { constraints: { max: 1 } }),
    of("bytes", { encoding: "hex", constraints: { min: 2, max: 2 } }),
    of("bytes", { constraints: { min: 20 } }),
    of("datetime", { encoding: "unix_ms" }),
    of("time"),
    of("date"),
    of("url"),
  ])("%j keeps its constraints", (ref) => {
    for (let seed = 0; seed < 20; seed++) expect(scalarMisfit(ref, scalarValue(ref, "some name", seeded(String(seed))))).toBeUndefined();
  });

  test.each([
    ["^prc_", 4, 40],
    ["^[A-Z]{3}$", 0, Infinity],
    ["^[0-9A-Z -]{3,10}$", 0, Infinity],
    ["^(?:a|b+c?|\\d{2,})-[^a-z]\\w\\S$", 0, Infinity],
    ["^\\p{Lu}\\p{L}+$", 5, 5],
    ["x\\.y|\\[z\\]", 12, 20],
    ["^[\\]\\-a]+$", 3, 3],
    ["^.{5}$", 0, Infinity],
    ["^[а-я]{2}$", 0, Infinity],
    ["\\bword\\b", 0, Infinity],
    ["^(a(b(c)?)*){2,3}$", 0, Infinity],
  ])("texts match /%s/", (pattern, min, max) => {
    for (let seed = 0; seed < 20; seed++) {
      const text = matchingText(pattern, { min, max }, seeded(String(seed)));
      expect(text).toMatch(new RegExp(pattern, "u"));
      expect(Array.from(text).length).toBeGreaterThanOrEqual(min);
      expect(Array.from(text).length).toBeLessThanOrEqual(max);
    }
  });

  it("ends for every pattern that compiles", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1(|)[]^$.*+?{}\\d-,") }), fc.nat(), (pattern, seed) => {
        fc.pre(compiles(pattern));
        expect(typeof matchingText(pattern, { min: 0, max: 20 }, seeded(String(seed)))).toBe("string");
      }),
    );
  });
});

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}
