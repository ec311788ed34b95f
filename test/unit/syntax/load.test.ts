import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadFiles } from "./reading.js";

const head = "heddle: 1\napi: shop\n";
const type = (name: string) => `types: {${name}: {}}\n`;

/** Modules in order, each with the types it declares. */
function modules(files: Parameters<typeof loadFiles>[0], ...rest: [settings?: Parameters<typeof loadFiles>[1], root?: string]) {
  const { program, report } = loadFiles(files, ...rest);
  return {
    modules: program.files.map(({ module, types }) => `${module}: ${types.map(({ name }) => name.value).join()}`),
    codes: report.diagnostics.map(({ code }) => code),
  };
}

describe("includes", () => {
  it("are read once, in the order they are met, each behind the file that named it", () => {
    const files = {
      "api.yaml": `${head}include: [a.yaml, sub/b.yaml]\n${type("Root")}`,
      "a.yaml": `include: sub/b.yaml\n${type("A")}`,
      "sub/b.yaml": `include: [../c.yaml]\n${type("B")}`,
      "c.yaml": type("C"),
    };
    expect(modules(files)).toEqual({ modules: ["api: Root", "a: A", "sub/b: B", "c: C"], codes: [] });
  });

  it("from another folder are called by as little as makes them unique", () => {
    const files = {
      "schema/v0/api.yaml": `${head}include: [errors.yaml, ../v1/users.yaml, ../v1/errors.yaml, errors.yml]\n`,
      "schema/v0/errors.yaml": type("E0"),
      "schema/v0/errors.yml": type("E2"),
      "schema/v1/errors.yaml": type("E1"),
      "schema/v1/users.yaml": type("U"),
    };
    expect(modules(files, {}, "./schema/v0/api.yaml")).toEqual({
      modules: ["api: ", "errors: E0", "users: U", "v1/errors: E1", "errors_2: E2"],
      codes: [],
    });
  });

  it("leave the project only where that is allowed", () => {
    const files = { "api.yaml": `${head}include: ../shared/errors.yaml\n`, "../shared/errors.yaml": type("E") };
    expect(modules(files)).toEqual({ modules: ["api: "], codes: ["HD131"] });
    expect(modules(files, { allows: () => true })).toEqual({ modules: ["api: ", "errors: E"], codes: [] });
  });

  it("may climb more than one folder where that is allowed", () => {
    const files = { "api.yaml": `${head}include: ../a/b.yaml\n`, "../a/b.yaml": "include: ../../c.yaml\n", "../../c.yaml": type("C") };
    expect(modules(files, { allows: () => true })).toEqual({ modules: ["api: ", "b: ", "c: C"], codes: [] });
  });

  it("are followed from a file that has other mistakes", () => {
    const files = { "api.yaml": `${head}include: a.yaml\nclinet: {}\n`, "a.yaml": `${type("A")}typs: {}\n` };
    expect(modules(files)).toEqual({ modules: ["api: ", "a: A"], codes: ["HD202", "HD202"] });
  });

  it("may follow each other 100 files deep", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => [`f${index}.yaml`, `include: f${index + 1}.yaml\n`] as const);
    const files = { "api.yaml": `${head}include: f0.yaml\n`, ...Object.fromEntries(chain) };
    expect(modules(files).codes).toEqual(["HD103"]);
    expect(modules({ ...files, "f98.yaml": "types: {}" }).codes).toEqual([]);
  });
});

describe("a file", () => {
  it("that is the root and missing has no place to point at", () => {
    const { report, program } = loadFiles({});
    expect(report.diagnostics).toMatchObject([{ code: "HD100", message: "there is no file `api.yaml`" }]);
    expect(report.diagnostics[0]).not.toHaveProperty("span");
    expect(program.files).toEqual([]);
  });

  it("is refused unread if it is larger than the limit, where it was included", () => {
    const { report } = loadFiles({ "api.yaml": `${head}include: big.yaml\n`, "big.yaml": "x".repeat(101) }, { maxBytes: 100 });
    expect(report.diagnostics).toMatchObject([
      { code: "HD101", message: "`big.yaml` has 101 bytes, the limit is 100", span: { start: 29, end: 37 } },
    ]);
  });

  it.each([
    ["Latin 1", [0x61, 0x3a, 0x20, 0xe9, 0x0a], 3],
    ["Latin 1 at the end of something else", [...new TextEncoder().encode("é€😀".repeat(37)), 0xe9, 0x61], 333],
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00], 0],
    ["cut in a character", [0x61, 0x3a, 0xe2, 0x82], 2],
    ["a lone surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
  ])("in %s is not UTF-8, and the byte is named", (_, bytes, offset) => {
    const { report } = loadFiles({ "api.yaml": Uint8Array.from(bytes) });
    expect(report.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["HD102", `\`api.yaml\` is not UTF-8: the byte at ${offset} cannot be read`],
    ]);
  });

  it("may have a byte order mark", () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(head)]);
    expect(modules({ "api.yaml": bytes })).toEqual({ modules: ["api: "], codes: [] });
  });

  it("of any bytes is read or reported", () => {
    const keys = [
      "types",
      "client",
      "errors",
      "resources",
      "include",
      "rate_limits",
      "$union",
      "$enum",
      "returns",
      "http",
      "body",
      "query",
      "User",
      "api",
      "heddle",
      "call",
      "stream",
      "auth",
    ];
    const leaf = fc.oneof(
      fc.constantFrom("string", "T[]", "GET /{id}", "1", "true", "null", "''", "404 -- x", "..", "x = y", "builder(with_)"),
      fc.string().map((text) => JSON.stringify(text)),
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        leaf,
        fc.array(tie("node"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
        fc
          .array(fc.tuple(fc.constantFrom(...keys), tie("node")), { maxLength: 4 })
          .map((entries) => `{${entries.map(([key, value]) => `${key}: ${value}`).join(", ")}}`),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), node), (content) => {
        const { program, report } = loadFiles({ "api.yaml": content });
        expect(program.files.length > 0 || report.failed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
