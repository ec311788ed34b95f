import fc from "fast-check";
import { randomSchema, type Schema } from "../random-schema.js";

/** Long enough for every layout. Where one name alone fills half a line, rustfmt itself is at a loss: it prints lines of 103 columns. */
const words = fc
  .array(fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((list) => list.join("_"));

const names = fc.uniqueArray(words, { minLength: 12, maxLength: 12, selector: (word) => word.replaceAll("_", "") });

const typeName = (word: string): string => `R${word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** A random schema with the constructs that have code of their own in Rust: updates, streams, pages, unions without a tag, secrets. */
export const richSchema: fc.Arbitrary<Schema> = fc.tuple(randomSchema, names).map(([schema, all]) => {
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = "", i = "", j = "", k = "", l = ""] = all;
  const types = all.map(typeName);
  const type = (index: number): string => types[index] ?? "";
  return {
    ...schema,
    rate_limits: { [a]: { key: [`body.${b}`, "credential"], allow: ["10/1s", "100/1m"] } },
    resources: {
      ...(schema["resources"] as Schema),
      [`more_${l}`]: {
        doc: `${a} ${b} ${c}.`,
        [`update_${a}`]: {
          http: `PATCH /{${b}}/{${c}}`,
          path: { [b]: "string", [c]: `${type(0)}` },
          body: type(1),
          returns: { 200: type(2), 202: null },
          errors: [{ [type(11)]: { status: 422, doc: `${a} ${b}` } }],
          call: "builder(with_)",
          rate_limit: a,
        },
        [`watch_${d}`]: {
          http: `POST /watch/${d}`,
          body: type(2),
          returns: type(2),
          stream: { sse: type(3), end: "[DONE]", error: e },
          timeout: { attempt: "5m", total: "10m" },
        },
        [`list_${e}`]: {
          http: `GET /list/${e}`,
          query: {
            "limit?": "int32(1..100) = 50",
            "offset?": "int32(0..) = 0",
            [`${f}_tags?`]: { $type: "string[]", $list: "comma" },
            [`${g}?`]: type(5),
          },
          headers: { [`x-${h.replaceAll("_", "-")}?`]: "string(1..20)" },
          cookies: { [`${i}?`]: { $type: "string", $secret: true } },
          returns: `${type(4)}<${type(2)}>`,
          call: ["builder", `fetch_${e}(options)`],
        },
        inner: { [`remove_${f}`]: { http: `DELETE /inner/${f}`, call: "direct" } },
      },
    },
    types: {
      ...(schema["types"] as Schema),
      [type(0)]: { $alias: "string(1..40)", $distinct: true },
      [type(1)]: { [`${a}?`]: "string(1..)", [`${b}?`]: "string | null", [`${c}?`]: type(5), [`${d}?`]: `${type(2)}[]` },
      [type(2)]: {
        [a]: "string",
        [`${b}?`]: { $type: "string", $secret: true },
        [`${c}?`]: type(2),
        [`${d}?`]: `map<${type(6)}>`,
        [e]: "int64(1..12345678)",
        [`${f}?`]: "int32 = 12",
        [`...${g}`]: type(3),
      },
      [type(3)]: {
        $tag: "kind",
        $union: { [h]: { [i]: "string", [`${j}?`]: { $type: "decimal", $secret: true } }, [k]: { [`${i}_${j}`]: type(5) }, [l]: null },
      },
      [`${type(4)}<T>`]: { $page: { items: b, more: c, limit: "limit", offset: "offset" }, [b]: "T[]", [c]: "bool" },
      [type(5)]: { $open: "string", $enum: [a, b] },
      [type(6)]: { $placement: "untagged", $union: { [a]: "string", [b]: "int32", [c]: { [d]: "string", [`${e}?`]: "bool" } } },
      [type(7)]: { $open: false, $enum: { [a]: 1, [b]: 20000 } },
      [type(8)]: { $exhaustive: true, [a]: "string", [`${b}?`]: `${type(7)}[]` },
      [type(9)]: { $placement: "external", $union: { [c]: type(8), [d]: { [e]: "float64(0..)" } } },
    },
  };
});
