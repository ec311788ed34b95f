import { expect, test } from "vitest";
import { canonical } from "../../../generator/model/canonical.js";
import type { Json } from "../../../generator/model/described.js";
import type { Model } from "../../../generator/model/model.js";
import type { TypeRef } from "../../../generator/model/type-ref.js";
import { modelOf } from "../../support/schema.js";

const smallest = modelOf("heddle: 1\napi: shop\n");

/** The smallest model with one alias in it. */
function withAlias(type: TypeRef, examples: readonly Json[] = []): Model {
  const travels = { request: false, response: false };
  const { origin } = smallest;
  return {
    ...smallest,
    types: [{ kind: "alias", name: "A", module: "api", parameters: [], type, examples, travels, distinct: false, origin }],
  };
}

test("writes what fits on one line, and breaks the rest", () => {
  expect(canonical(smallest)).toBe(`{
  "name": "shop",
  "client": {
    "name": "ShopClient",
    "surface": "client",
    "servers": [],
    "auth": {"anyOf": []},
    "schemes": [],
    "timeout": {},
    "retry": {},
    "limits": {},
    "requestId": [],
    "headers": []
  },
  "errors": {"module": "api", "message": [], "code": [], "errors": []},
  "rateLimits": [],
  "types": [],
  "resources": []
}
`);
});

test("orders keys as the interfaces do, whatever order an object has", () => {
  const [first] = withAlias({ kind: "scalar", scalar: "bool" }).types;
  const turned = Object.fromEntries(Object.entries(first ?? {}).toReversed());
  const text = canonical({ ...smallest, types: [turned as unknown as Model["types"][number]] });
  expect(text).toBe(canonical(withAlias({ kind: "scalar", scalar: "bool" })));
  expect(text.indexOf('"kind": "alias"')).toBeLessThan(text.indexOf('"name": "A"'));
});

test("keeps the author's own keys in examples, also those that look like the model's", () => {
  const example = JSON.parse('{"origin": 1, "kind": "x", "b": [null, true], "__proto__": {}}') as Json;
  expect(canonical(withAlias({ kind: "scalar", scalar: "json" }, [example]))).toContain(
    '"examples": [{"origin": 1, "kind": "x", "b": [null, true], "__proto__": {}}]',
  );
});

test("is JSON without places", () => {
  const text = canonical(withAlias({ kind: "list", of: { kind: "literal", value: 'a"b\u2028' }, minItems: 1 }));
  expect(JSON.parse(text)).toMatchObject({ types: [{ type: { kind: "list", of: { kind: "literal", value: 'a"b\u2028' }, minItems: 1 } }] });
  expect(text).not.toContain("origin");
});

test("breaks a value whose line has more than 100 characters", () => {
  const line = (length: number) =>
    canonical(withAlias({ kind: "literal", value: "x".repeat(length) }))
      .split("\n")
      .find((text) => text.includes('"type"'));
  const frame = '      "type": {"kind": "literal", "value": ""}'.length;
  expect(line(100 - frame)).toHaveLength(101);
  expect(line(101 - frame)).toBe('      "type": {');
});

test("survives nesting of 5,000 levels", () => {
  let type: TypeRef = { kind: "scalar", scalar: "bool" };
  for (let level = 0; level < 5000; level++) type = { kind: "list", of: type };
  const text = canonical(withAlias(type));
  expect(text.split('"kind": "list"')).toHaveLength(5001);
});
