import { describe, expect, test } from "vitest";
import { findings, modelOf, resolveText } from "../../support/schema.js";

const head = "heddle: 1\napi: shop\n";

function codes(text: string | Readonly<Record<string, string>>): readonly string[] {
  return findings(typeof text === "string" ? head + text : text).map((finding) => finding.slice(0, 5));
}

describe("names of objects everybody has", () => {
  const hostile = ["constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

  test.each(hostile)("%s may be the name of anything", (name) => {
    const model = modelOf(
      `${head}types:
  ${name}: {${name}: string}
  Page<${name}_T>: {data: ${name}_T}
  E: {$enum: [${name}]}
  U: {$tag: ${name}, $union: {${name}: {x: ${name}}}}
errors: {status: {${name}: 404}}
resources:
  ${name}:
    ${name}: {http: "GET /{${name}}", path: {${name}: string}, body: ${name}, errors: [${name}], returns: Page<${name}>}
`
        .replace(", body:", ", returns:")
        .replace(`, returns: Page<${name}>}`, "}"),
    );
    expect(model.types[0]).toMatchObject({ name, members: [{ name, wire: name }] });
    expect(model.resources[0]?.operations[0]).toMatchObject({
      id: `${name}.${name}`,
      params: [{ name }],
      errors: { cases: [{ name, match: { status: 404 } }] },
    });
  });

  test("`__proto__` is a field, a value, a variant and a parameter, but no type", () => {
    const model = modelOf(`${head}types:
  A: {__proto__: string}
  E: {$enum: [__proto__]}
  U: {$tag: __proto__, $union: {__proto__x: {y: bool}}}
resources: {x: {get: {http: GET, query: {__proto__?: string}, examples: {one: {query: {__proto__: x}}}}}}
`);
    expect(model.types[0]).toMatchObject({ members: [{ name: "__proto__", wire: "__proto__" }] });
    const query = model.resources[0]?.operations[0]?.examples[0]?.query ?? {};
    expect(Object.getOwnPropertyDescriptor(query, "__proto__")?.value).toBe("x");
    expect(codes("types:\n  __proto__: {}\n")).toEqual(["HD302"]);
    expect(codes("types:\n  A: {b: __proto__}\n")).toEqual(["HD301"]);
    expect(codes("types:\n  A: {b: constructor}\n")).toEqual(["HD301"]);
  });
});

describe("one mistake gives one finding", () => {
  test.each([
    [
      "an unknown type in a field, and everything that would follow",
      "types:\n  A: {b: Nothing, $example: {b: 5}}\n  U: {$placement: untagged, $union: {x: Nothing, y: string}}\n",
      ["HD301", "HD301"],
    ],
    [
      "an unknown include",
      "types:\n  A: {$include: Nothing, $example: {whatever: 5}}\n  B: Pick<A, whatever>\n  C: {$include: A}\n",
      ["HD301"],
    ],
    ["an unknown base", "types:\n  A: Partial<Nothing>\n  B: Omit<A, x>\n", ["HD301"]],
    ["an unknown argument", "types:\n  P<T>: {data: T}\n  A: {p: P<Nothing>, $example: {p: {data: 5}}}\n", ["HD301"]],
    ["an argument of an unknown type", "types:\n  A: {p: Nothing<Neither>}\n", ["HD301", "HD301"]],
    ["an unknown member of a choice", "types:\n  A: {p: 'string | Nothing | null', $example: {p: 5}}\n", ["HD301"]],
    ["an unknown type or null", "types:\n  A: {p: Nothing | null, $example: {p: 5}}\n", ["HD301"]],
    ["an unknown spread", "types:\n  A: {...b: Nothing}\n", ["HD301"]],
    ["an unknown variant", "types:\n  A: {$tag: kind, $union: {b: Nothing}}\n", ["HD301"]],
    ["an unknown form", "resources: {x: {make: {http: POST, body: {form: Nothing}, examples: {one: {body: 5}}}}}\n", ["HD301"]],
    ["an unknown path parameter's type", "resources: {x: {get: {http: 'GET /{id}', path: {id: Nothing}}}}\n", ["HD301"]],
    ["an alias of itself", "types:\n  A: {$alias: A}\n  B: {a: A, $example: {a: 5}}\n  C: {$include: A}\n", ["HD411", "HD418"]],
    ["a null alone", "types:\n  A: {b: 'null', $example: {b: 5}}\n", ["HD407"]],
    ["a derivation without a name", "types:\n  A: {b: Partial<A>, $example: {b: 5}}\n", ["HD410"]],
    ["an include cycle", "types:\n  A: {$include: B, $example: {x: 1}}\n  B: {$include: A}\n", ["HD411"]],
    ["an include cycle seen from outside", "types:\n  C: {$include: A}\n  A: {$include: A}\n", ["HD411"]],
    ["a spread of an include of itself", "types:\n  A: {b?: A, $include: 'Partial<A>'}\n", ["HD411"]],
  ])("%s", (_, text, expected) => {
    expect([...codes(text)].sort()).toEqual(expected);
  });

  test("all mistakes are found at once", () => {
    const text = "types:\n  A: {b: Nothing, c: int32(5..1)}\nresources: {x: {get: {http: FETCH, errors: [Gone]}}}\n";
    expect(codes(text)).toEqual(["HD301", "HD405", "HD310", "HD447"].sort((a, b) => codes(text).indexOf(a) - codes(text).indexOf(b)));
    expect(resolveText(head + text).model).toBeUndefined();
  });

  test("warnings alone leave the model", () => {
    const { model, diagnostics } = resolveText(`${head}types: {A: {}}\nresources: {x: {get: {http: GET, body: A}}}\n`);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(model).toBeDefined();
  });
});

test.each([
  [32, []],
  [33, ["HD425"]],
  [5000, ["HD425"]],
])("a chain of %i includes: %s", (length, expected) => {
  const chain = Array.from({ length }, (_, index) => `  T${index}: {${index + 1 < length ? `$include: T${index + 1}` : "id: string"}}`);
  expect([...new Set(codes(`types:\n${chain.join("\n")}\n`))]).toEqual(expected);
});

test("a chain of 5,000 aliases is followed to its end", () => {
  const chain = Array.from({ length: 5000 }, (_, index) => `  T${index}: {$alias: ${index < 4999 ? `T${index + 1}` : "string | null"}}`);
  const probe = "  Probe: {field: T0 | null, $example: {field: 5}}";
  expect(findings(`${head}types:\n${chain.join("\n")}\n${probe}\n`)).toEqual([expect.stringContaining("at `field`, is not a string")]);
});

describe("recursion", () => {
  test.each([
    ["A: {a?: A}", []],
    ["A: {a: A | null}", []],
    ["A: {a: 'A[]'}", []],
    ["A: {a: map<A>}", []],
    ["A: {a: A}", ["HD419"]],
    ["A: {b: B}\n  B: {a: A}", ["HD419"]],
    ["A: {b: B}\n  B: {b: B}", ["HD419"]],
    ["A: {b: Box<A>}\n  Box<T>: {value: T}", ["HD419"]],
    ["A: {b: Box<A>}\n  Box<T>: {value?: T}", []],
    ["A: {b: Box<A>}\n  Box<T>: {value: Inner<T>}\n  Inner<T>: {x: T}", ["HD419"]],
    ["A: {b: 'Two<string, A>'}\n  Two<S, T>: {s: S, t?: T}", []],
    ["A: {b: 'Two<A, string>'}\n  Two<S, T>: {s: S, t?: T}", ["HD419"]],
    ["A: {b: Alias}\n  Alias: {$alias: A}", ["HD419"]],
    ["A: {b: Same<A>}\n  Same<T>: {$alias: T}", ["HD419"]],
    ["A: {...u: U}\n  U: {$tag: t, $union: {x: {a: A}}}", ["HD419"]],
    ["A: {...u: U}\n  U: {$tag: t, $union: {x: {a: A}, y: }}", []],
    ["U: {$tag: t, $base: {u: U}, $union: {x: }}", ["HD419"]],
    ["U: {$placement: external, $union: {x: U}}", ["HD419"]],
    ["U: {$placement: external, $union: {x: U, y: string}}", []],
    ["A: {u: Either<A>}\n  Either<T>: {$placement: external, $union: {x: T, y: T}}", ["HD419"]],
    ["A: {u: Either<A>}\n  Either<T>: {$placement: external, $union: {x: T, y: string}}", []],
    ["A: {u: Either<A>}\n  Either<T>: {$placement: external, $base: {b: T}, $union: {x: string}}", ["HD419"]],
    ["T<P>: {next?: T<P>}", []],
    ["T<P>: {next?: T<map<P>>}", ["HD426"]],
    ["T<P, Q>: {next?: 'T<Q, P>'}", []],
    ["T<P, Q>: {next?: 'T<Q, P[]>'}", ["HD426"]],
    ["T<P, Q>: {next?: 'T<P, P[]>'}", []],
    ["T<P>: {next?: 'T<string[]>'}", []],
    ["T<P>: {next?: 'S<P[]>'}\n  S<P>: {value: P}", []],
    ["A: {$alias: 'B[]'}\n  B: {$alias: A | null}", ["HD418"]],
    ["A: {$alias: Box<A>}\n  Box<T>: {value?: T}", ["HD418"]],
    ["A: {$alias: B}\n  B: {$alias: C}\n  C: {a?: A}", []],
    ["A: {$alias: B}\n  B: {$alias: B}", ["HD418"]],
  ])("%s: %s", (types, expected) => {
    expect(codes(`types:\n  ${types}\n`)).toEqual(expected);
  });

  test("names the whole round, from its first type, and points at each step", () => {
    const { diagnostics } = resolveText(`${head}types:\n  Start: {a: A}\n  A: {b: B}\n  B: {c: C}\n  C: {a: A}\n`);
    expect(diagnostics.map(({ message }) => message)).toEqual(["values never end: A requires B requires C requires A"]);
    expect(diagnostics[0]?.related.map(({ message, span }) => `${message} ${span.file.position(span.start).line}`)).toEqual([
      "`B` requires it here 6",
      "`C` requires it here 7",
    ]);
  });
});

describe("the same name in another case", () => {
  const resource = (body: string) =>
    `resources:\n  x:\n${body
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n")}\n`;
  test.each([
    ["types: {A_b: {}, a_B: {}}\n", ["HD319"]],
    ["types: {Ab: {}, AB: {}}\n", ["HD319"]],
    ["types: {A_b: {}, AB: {}}\n", []],
    ["types: {A: {userId: string, user-id: string}}\n", ["HD319"]],
    ["types: {A: {userId: string}, B: {user_id: string}}\n", []],
    ["types: {E: {$enum: [a-b, a_b, aB]}}\n", ["HD319", "HD319"]],
    ["types: {U: {$tag: t, $union: {a-b: , a_b: }}}\n", ["HD319"]],
    ["types: {U: {$tag: t, $base: {a_b: string}, $union: {x: {aB: string}, y: {aB: string}}}}\n", ["HD319", "HD319"]],
    ["types: {U: {$tag: t, $union: {x: {aB: string}, y: {a_b: string}}}}\n", []],
    ["errors: {status: {NotFound: 404, notFound: 405}}\n", ["HD319"]],
    ["rate_limits: {a_b: {allow: 1/1s}, aB: {allow: 1/1s}}\n", ["HD319"]],
    ["client: {schemes: {a_b: bearer, aB: basic}, auth: none}\n", ["HD319"]],
    ["resources: {a_b: {}, aB: {}}\n", ["HD319"]],
    ["resources: {x: {a_b: {}, aB: {}}}\n", ["HD319"]],
    ["resources: {x: {y: {a_b: {}, aB: {}}}}\n", ["HD319"]],
    [resource("get: {http: GET}\nput: {http: PUT, call: get(request)}"), ["HD319"]],
    [resource("get: {http: GET, call: fetch(request)}\nput: {http: PUT, call: store(request)}"), []],
    [resource("get: {http: GET}\nput: {http: PUT, call: [request, get(direct)]}"), ["HD319"]],
    [resource("a: {http: GET, call: b(request)}\nc: {http: GET /c, call: b(request)}"), ["HD319"]],
    [resource("get: {http: GET, query: {id: string}, headers: {id: string}}"), ["HD319"]],
    [resource("get: {http: GET, query: {id: string}, headers: {id2: {$type: string, $wire: id}}}"), []],
    [resource("get: {http: GET, errors: [{A_b: {status: 400}}, {aB: {status: 401}}]}"), ["HD319"]],
    [resource("get: {http: GET, returns: {type: string, headers: {X-A: string, x_a: string}}}"), ["HD319"]],
  ])("%s: %s", (text, expected) => {
    expect(codes(text).filter((code) => code === "HD319")).toEqual(expected);
  });

  test("of an included field is reported once", () => {
    const text = "types:\n  A: {user_id: string, userId: string}\n  B: {$include: A}\n  C: {$include: B}\n";
    expect(codes(text)).toEqual(["HD319"]);
  });
});

describe("deprecated.use", () => {
  const schema = (use: string) => `types:
  A: {old: {$type: string, $deprecated: {use: ${use}}}, new: string}
  E: {$enum: [red]}
  U: {$tag: t, $base: {common: bool}, $union: {left: }}
  L: {$alias: string}
errors: {status: {Gone: 410}}
resources: {x: {get: {http: GET, query: {limit?: int32}, call: [builder, fetch(options)]}}}
`;
  test.each(["A", "new", "A.new", "E.red", "U.left", "U.common", "L", "Gone", "x.get", "get", "limit", "fetch"])("%s exists", (use) => {
    expect(codes(schema(use))).toEqual([]);
  });

  test.each(["A.red", "Gne", "x", "get.limit"])("%s does not", (use) => {
    expect(codes(schema(use))).toEqual(["HD318"]);
  });
});

describe("hidden characters", () => {
  test.each(["\\u202E", "\\u200B", "\\uFEFF", "\\u0007", "\\u2028", "\\u061C", "\\u2066", "\\u200F", "\\u2060"])(
    "%s is refused and shown",
    (char) => {
      const found = findings(`${head}types: {E: {$enum: ["a${char}b"]}}\n`);
      expect(found).toEqual([expect.stringContaining(`\`a\\u{${char.slice(2).toLowerCase().replace(/^0+/, "")}}b\``)]);
    },
  );

  test.each(["é", "名", "👍a", "a b"])("%s is not hidden", (name) => {
    expect(codes(`types: {E: {$enum: ["${name}"]}}\n`)).toEqual([]);
  });
});

test.each([
  ["types: {Kept: {id: string}, Old: {$removed: '2'}}\n", 0],
  ["types: {Kept: {old?: Old}, Old: {$removed: '2'}}\n", 1],
  ["types: {Kept: {old: {$type: Old, $removed: '3'}}, Old: {$removed: '2'}}\n", 0],
  ["types: {Kept: {$extra: Old}, Old: {$removed: '2'}}\n", 1],
  ["types: {Gone: {$removed: '1', old: Old}, Old: {$removed: '2'}}\n", 0],
  ["types: {U: {$tag: t, $base: {old: Old}, $union: {a: {$removed: '2', old: Old}}}, Old: {$removed: '2'}}\n", 1],
  ["types: {Old: {$removed: '2'}}\nerrors: {body: Old}\n", 1],
  ["types: {Old: {$removed: '2'}}\nerrors: {status: {A: {status: 400, body: Old}, B: {status: 401, body: Old, removed: '2'}}}\n", 1],
  ["types: {Old: {$removed: '2', $enum: [a]}}\nresources: {x: {get: {http: GET, query: {a?: Old, b?: {$type: Old, $removed: '2'}}}}}\n", 1],
  ["types: {Old: {$removed: '2'}}\nresources: {x: {get: {http: GET, removed: '2', returns: Old}}}\n", 0],
  ["types: {Old: {$removed: '2'}}\nresources: {x: {put: {http: PUT, body: Old}}}\n", 1],
])("%s needs %i removed types", (text, count) => {
  expect(codes(text)).toEqual(Array(count).fill("HD498"));
});
