import fc from "fast-check";
import type { Json, Member, Model, ScalarRef, TypeDef, TypeRef, Union, Variant } from "../../generator/model/index.js";
import { substitute } from "../../generator/resolve/types/substitute.js";

type Values = fc.Arbitrary<Json>;
type Given = ReadonlyMap<string, TypeRef>;

/** Objects deeper than this have required members only. */
const deepest = 3;

const text: TypeRef = { kind: "scalar", scalar: "string" };

/** JSON of a declared type, near enough to what a service may send: mostly sound, sometimes outside of constraints or of another kind. */
export function wireValues(model: Model, typeName: string): Values {
  const types = new Map(model.types.map((type) => [type.name, type]));
  const generic = types.get(typeName)?.parameters ?? [];
  return of({ kind: "named", name: typeName, args: generic.map(() => text) }, new Map(), 0);

  function of(ref: TypeRef, given: Given, depth: number): Values {
    switch (ref.kind) {
      case "scalar":
        return scalar(ref);
      case "parameter":
        return of(given.get(ref.name) ?? text, given, depth);
      case "literal":
        return fc.constant(ref.value);
      case "list":
        return depth > deepest ? fc.constant([]) : fc.array(of(ref.of, given, depth + 1), { maxLength: 4 });
      case "map":
        return depth > deepest ? fc.constant({}) : fc.dictionary(fc.string({ maxLength: 3 }), of(ref.of, given, depth + 1), { maxKeys: 3 });
      case "nullable":
        return depth > deepest ? fc.constant(null) : fc.oneof(fc.constant(null), of(ref.of, given, depth));
      case "choice":
        return fc.oneof(...ref.of.map((each) => of(each, given, depth)));
      case "named": {
        const type = types.get(ref.name);
        if (!type) throw new Error(`there is no type ${ref.name}`);
        const own = new Map(type.parameters.map((name, index) => [name, substitute(ref.args[index] ?? text, given)]));
        return declared(type, own, depth + 1);
      }
    }
  }

  function declared(type: TypeDef, given: Given, depth: number): Values {
    switch (type.kind) {
      case "alias":
        return of(type.type, given, depth);
      case "enum":
        return fc.constantFrom(...type.values.map(({ value }) => value), ...(type.base === "string" ? ["later"] : [77]));
      case "union":
        return union(type, given, depth);
      case "record":
        return merged([object(type.members, given, depth), ...spreads(type.members, given, depth), others(type.extra, given, depth)]);
    }
  }

  function object(members: readonly Member[], given: Given, depth: number): Values {
    const fields = members.flatMap((member) => (member.kind === "field" && member.removed === undefined ? [member] : []));
    const shown = depth > deepest ? fields.filter((field) => field.required) : fields;
    const values = Object.fromEntries(shown.map((field) => [field.wire, of(field.type, given, depth)]));
    return fc.record(values, { requiredKeys: shown.filter((field) => field.required).map((field) => field.wire) });
  }

  function spreads(members: readonly Member[], given: Given, depth: number): readonly Values[] {
    return members.filter((member) => member.kind === "spread").map((member) => of(member.type, given, depth));
  }

  function others(extra: TypeRef | undefined, given: Given, depth: number): Values {
    return extra ? fc.dictionary(fc.constantFrom("x_1", "x_2"), of(extra, given, depth)) : fc.constantFrom({}, {}, { x_unknown: [1] });
  }

  function union(type: Union, given: Given, depth: number): Values {
    const variants = type.variants.filter((each) => each.removed === undefined).map((each) => variant(type, each, given, depth));
    const tag = "tag" in type.tagging ? type.tagging.tag : "later";
    return fc.oneof(...variants, fc.constant<Json>({ [tag]: "later", more: { deep: 1 } }));
  }

  function variant({ tagging, base }: Union, { tag, payload }: Variant, given: Given, depth: number): Values {
    const content =
      payload.kind === "type" ? of(payload.type, given, depth) : object(payload.kind === "fields" ? payload.members : [], given, depth);
    switch (tagging.kind) {
      case "untagged":
        return content;
      case "external":
        return content.map((value) => ({ [tag]: value }));
      case "adjacent":
        return merged([
          object(base, given, depth),
          payload.kind === "empty" ? fc.constant({}) : content.map((value) => ({ [tagging.content]: value })),
          fc.constant({ [tagging.tag]: tag }),
        ]);
      case "internal":
        return merged([object(base, given, depth), content, fc.constant({ [tagging.tag]: tag })]);
    }
  }
}

function merged(parts: readonly Values[]): Values {
  return fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as Json);
}

const digits = fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n);
const odd: Values = fc.constantFrom<Json[]>(null, true, "", "𝒳𝒳𝒳", -1, 1.5, Infinity, [], {}, "12", 3000000000);

function scalar(ref: ScalarRef): Values {
  return fc.oneof({ weight: 30, arbitrary: plain(ref) }, { weight: 1, arbitrary: odd });
}

const texts: { readonly [name: string]: Values } = {
  string: fc.oneof(fc.string({ unit: "grapheme", maxLength: 25 }), fc.constantFrom("a", "bk_1", "ab", "prc_123", "𝒳".repeat(15))),
  decimal: fc.constantFrom("1.50", "-0", "0.1", "1e5", "-7", "99999999999999999999"),
  bytes: fc.constantFrom("", "AQID", "_-8", "AAAAAAAA"),
  uuid: fc.oneof(fc.uuid(), fc.constantFrom("00000000-0000-0000-0000-000000000000", "FFFFFFFF-aaaa-9999-0000-123456789abc")),
  url: fc.constantFrom("https://a.example/b", "mailto:x@y", "urn:z"),
  date: fc.constantFrom("2026-02-31", "2024-02-29", "0000-00-00"),
  time: fc.constantFrom("23:59:59.5", "25:00:00", "01:02:03Z", "01:02:03+02:00"),
  datetime: fc.constantFrom("2026-01-31T23:59:59Z", "2026-02-31T10:00:00.120+02:00", "2026-01-31t23:59:59z"),
  duration: fc.constantFrom("P1DT2H30M", "PT0.5S", "-P2W", "P1Y"),
};

function plain({ scalar: name, encoding }: ScalarRef): Values {
  if (name === "bool") return fc.boolean();
  if (name === "json") return fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  if (name === "int64" || name === "uint64") return digits.map((value) => (encoding ? String(value) : Number(value >> 12n)));
  if (name.startsWith("float"))
    return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 1, 50, 3.4028235e38, 1e39));
  if (/^u?int/.test(name)) return fc.oneof(fc.integer(), fc.integer({ min: -2, max: 120 }));
  if (encoding && ["number", "unix", "unix_ms", "seconds", "milliseconds"].includes(encoding))
    return fc.constantFrom(0, 1.5, -3, 1_800_000_000);
  if (encoding === "hex") return fc.constantFrom("", "00ff");
  return texts[name] ?? fc.string();
}
