import { expect, test } from "vitest";
import type { TypeRef } from "../../../generator/model/type-ref.js";
import { allOperations, walkModel, walkTypeRef } from "../../../generator/model/walk.js";
import { modelOf } from "../../support/schema.js";

test("visits a reference and all inside it, outermost and leftmost first", () => {
  const name = (of: string, ...args: TypeRef[]): TypeRef => ({ kind: "named", name: of, args });
  const seen: string[] = [];
  const ref: TypeRef = { kind: "map", of: { kind: "nullable", of: name("Pair", name("A"), { kind: "list", of: name("B") }) } };
  walkTypeRef(ref, (part) => seen.push(part.kind === "named" ? part.name : part.kind));
  expect(seen).toEqual(["map", "nullable", "Pair", "A", "list", "B"]);
});

test("goes through choices", () => {
  const seen: string[] = [];
  walkTypeRef(
    {
      kind: "choice",
      of: [
        { kind: "literal", value: 1 },
        { kind: "parameter", name: "T" },
      ],
    },
    (part) => seen.push(part.kind),
  );
  expect(seen).toEqual(["choice", "literal", "parameter"]);
});

const schema = `heddle: 1
api: shop
types:
  T1: {}
  T2: {}
  T3: {}
  T4: {}
  T5: {}
  T6: {}
  T7: {}
  T8: {}
  T9: {}
  T10: {}
  T11: {}
  Record: {field: T1, $extra: T2}
  Union: {$tag: kind, $base: {base: T3}, $union: {a: {x: T4}, b: T5, c: }}
  Alias: {$alias: T6}
  E: {$enum: [e]}
errors:
  body: T7
  status: {Gone: {status: 410, body: T8}}
resources:
  outer:
    inner:
      get: {http: GET /in}
    make:
      http: POST
      query: {q: E}
      body: T9
      returns: {type: T10, headers: {h: E}}
      errors: [{Own: {status: 422, body: T11}}]
      stream: {jsonl: T1}
`;

test("reaches every place that has a type", () => {
  const seen = new Set<string>();
  walkModel(modelOf(schema), (ref) => ref.kind === "named" && seen.add(ref.name));
  expect([...seen].sort()).toEqual(["E", ...Array.from({ length: 11 }, (_, index) => `T${index + 1}`)].sort());
});

test("lists a resource's operations before those of the resources in it", () => {
  expect(allOperations(modelOf(schema).resources).map(({ id }) => id)).toEqual(["outer.make", "outer.inner.get"]);
});
