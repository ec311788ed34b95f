import { describe, expect, test } from "vitest";
import type { Model, TypeDef } from "../../../generator/model/index.js";
import { findings, modelOf } from "../../support/schema.js";

const both = "resources: {users: {make: {http: POST, body: Probe, returns: Probe}}}\n";
const sent = "resources: {users: {make: {http: POST, body: Probe}}}\n";
const received = "resources: {users: {make: {http: POST, returns: Probe}}}\n";
const user = "  User: {id: string readonly, name: string, password: string writeonly}\n";

function split(types: string, use: string): Model {
  return modelOf(`heddle: 1\napi: shop\ntypes:\n${types}${use}`);
}

/** `User(id name) -> , UserInput(name) <-`: every type with what it holds and where it goes. */
function outline(model: Model): readonly string[] {
  return model.types.map((type) => {
    const arrows = `${type.travels.request ? ">" : ""}${type.travels.response ? "<" : ""}`;
    return `${arrows} ${type.name}(${contents(type)})${type.splitFrom === undefined ? "" : ` of ${type.splitFrom}`}`;
  });
}

function contents(type: TypeDef): string {
  if (type.kind === "alias")
    return (
      JSON.stringify(type.type)
        .match(/"name":"\w+"/g)
        ?.join() ?? ""
    );
  if (type.kind === "enum") return "";
  const members =
    type.kind === "record"
      ? type.members
      : [...type.base, ...type.variants.flatMap(({ payload }) => (payload.kind === "fields" ? payload.members : []))];
  const named = members.map(({ name, type: of }) => `${name}${of.kind === "named" ? `:${of.name}` : ""}`);
  const payloads =
    type.kind === "union"
      ? type.variants.flatMap(({ payload }) => (payload.kind === "type" && payload.type.kind === "named" ? [payload.type.name] : []))
      : [];
  return [...named, ...payloads].join(" ");
}

describe("a type with fields of one direction", () => {
  test("is two if it travels both ways", () => {
    const model = split(user.replace("User", "Probe"), both);
    expect(outline(model)).toEqual(["< Probe(id name)", "> ProbeInput(name password) of Probe"]);
    const [operation] = model.resources[0]?.operations ?? [];
    expect(operation?.body?.contents[0]?.type).toMatchObject({ name: "ProbeInput" });
    expect(operation?.success[0]?.content?.type).toMatchObject({ name: "Probe" });
  });

  test("is one without the other direction's fields if it travels one way", () => {
    expect(outline(split(user.replace("User", "Probe"), sent))).toEqual(["> Probe(name password)"]);
    expect(outline(split(user.replace("User", "Probe"), received))).toEqual(["< Probe(id name)"]);
  });

  test("keeps all of them if it goes nowhere", () => {
    expect(outline(split(user, ""))).toEqual([" User(id name password)"]);
  });

  test("gives a variant without fields to each of the two", () => {
    const model = split("  Probe: {$tag: kind, $union: {a: {key: string writeonly}, b: }}\n", both);
    const variants = model.types.map((type) => (type.kind === "union" ? type.variants[1] : undefined));
    expect(variants[1]).toEqual(variants[0]);
    // Targets name nodes by identity, so a shared one would have the name of the second type in the first as well.
    expect(variants[1]).not.toBe(variants[0]);
  });

  test("makes what holds it two as well, through anything", () => {
    const holders = `  Probe: {users: 'Page<User>[]', shape: Shape, ...kind: Kind, extra: Plain}
  Page<T>: {data: T}
  Shape: {$alias: map<User>}
  Kind: {$tag: kind, $base: {owner: User}, $union: {a: {user: User}, b: Held}}
  Held: {$extra: User}
  Plain: {name: string}
`;
    const model = split(user + holders, both);
    expect(outline(model)).toEqual([
      "< User(id name)",
      "> UserInput(name password) of User",
      "< Probe(users shape:Shape kind:Kind extra:Plain)",
      "> ProbeInput(users shape:ShapeInput kind:KindInput extra:Plain) of Probe",
      ">< Page(data)",
      '< Shape("name":"User")',
      '> ShapeInput("name":"UserInput") of Shape',
      "< Kind(owner:User user:User Held)",
      "> KindInput(owner:UserInput user:UserInput HeldInput) of Kind",
      "< Held()",
      "> HeldInput() of Held",
      ">< Plain(name)",
    ]);
    const [, , , input] = model.types;
    expect(input?.kind === "record" && input.members[0]?.type).toEqual({
      kind: "list",
      of: { kind: "named", name: "Page", args: [{ kind: "named", name: "UserInput", args: [] }] },
    });
    expect(model.types.at(-2)).toMatchObject({ extra: { name: "UserInput" } });
  });

  test("is not split by what it only holds in one direction", () => {
    const types = "  Probe: {log: Log readonly, name: string}\n  Log: {at: string readonly}\n";
    expect(outline(split(types, both))).toEqual(["< Probe(log:Log name)", "> ProbeInput(name) of Probe", "< Log(at)"]);
  });

  test("sends the request form to a type that only travels out", () => {
    const use = "resources: {users: {get: {http: GET, returns: User}, make: {http: POST, body: Probe}}}\n";
    expect(outline(split(`${user}  Probe: {user: User | null}\n`, use))).toEqual([
      "< User(id name)",
      "> UserInput(name password) of User",
      "> Probe(user)",
    ]);
  });

  test("may be a union whose variant has them", () => {
    const types = "  Probe: {$tag: kind, $union: {a: {id: string readonly, x: bool}}}\n";
    expect(outline(split(types, both))).toEqual(["< Probe(id x)", "> ProbeInput(x) of Probe"]);
    const base = "  Probe: {$tag: kind, $base: {id: string readonly}, $union: {a: {x: bool}}}\n";
    expect(outline(split(base, both))).toEqual(["< Probe(id x)", "> ProbeInput(x) of Probe"]);
  });

  test("takes its fields along into types that include it", () => {
    expect(outline(split(`${user}  Probe: {$include: Partial<User>, more: bool}\n`, both))).toEqual([
      " User(id name password)",
      "< Probe(id name more)",
      "> ProbeInput(name password more) of Probe",
    ]);
  });

  test("says its examples once, and checks those of a field in the direction it travels", () => {
    const types =
      "  Probe: {$example: {id: a}, id: string readonly, key?: {$type: Key, $access: writeonly, $example: {secret: x}}}\n  Key: {secret: string writeonly}\n";
    const model = split(types, both);
    expect(model.types.map(({ examples }) => examples)).toEqual([[{ id: "a" }], [], []]);
  });
});

describe("types travel", () => {
  test.each([
    ["query: {q?: Probe}", ">"],
    ["headers: {q?: Probe}", ">"],
    ["body: {form: Holder}", ">"],
    ["returns: {200: Probe}", "<"],
    ["returns: {type: string, headers: {x: Probe}}", "<"],
    ["stream: {jsonl: Holder}", "<"],
    ["errors: [{Own: {status: 422, body: Holder}}]", "<"],
    ["body: 'Page<Holder>[]'", ">"],
    ["returns: map<Holder>", "<"],
  ])("%s", (part, direction) => {
    const types = "  Probe: {$enum: [a]}\n  Holder: {probe: Probe}\n  Page<T>: {data: T}\n";
    const model = modelOf(`heddle: 1\napi: shop\ntypes:\n${types}resources:\n  users:\n    make:\n      http: POST\n      ${part}\n`);
    expect(outline(model)[0]).toBe(`${direction} Probe()`);
  });

  test("in error bodies of the service", () => {
    const model = modelOf("heddle: 1\napi: shop\ntypes:\n  A: {}\n  B: {}\nerrors: {body: A, status: {Gone: {status: 410, body: B}}}\n");
    expect(outline(model)).toEqual(["< A()", "< B()"]);
  });
});

test("a name that the request form needs is refused, also when the form is needed by a holder", () => {
  const types = `${user}  Probe: {user: User}\n  ProbeInput: {}\n`;
  expect(findings(`heddle: 1\napi: shop\ntypes:\n${types}${both}`)).toEqual([
    "HD316 6:3 [ProbeInput] the name `ProbeInput` is needed for the request form of `Probe`",
  ]);
});
