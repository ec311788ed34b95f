import path from "node:path";
import { describe, expect, it } from "vitest";
import { heddle } from "../support/heddle.js";
import { smallProject, smallSchema } from "../support/small-project.js";
import { readTree } from "../support/temporary-folder.js";
import { writeFileSync } from "node:fs";

interface Refusal {
  readonly stderr: string;
  readonly seconds: number;
}

/** Runs `generate` where it has to fail: with exit code 1, nothing on standard output, and nothing written. */
async function refusal(folder: string): Promise<Refusal> {
  const before = Object.keys(readTree(folder));
  const start = performance.now();
  const { code, stdout, stderr } = await heddle(folder, ["generate"]);
  const seconds = (performance.now() - start) / 1000;
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(Object.keys(readTree(folder))).toEqual(before);
  return { stderr, seconds };
}

const config = (more: string): string => `schema: schema/api.yaml\n${more}`;

describe("a file that is too much", () => {
  it("of 50 MB is refused by its size, with the setting", async () => {
    const folder = smallProject();
    writeFileSync(path.join(folder, "schema/pet.yaml"), Buffer.alloc(50e6, "# large\n"));
    const { stderr, seconds } = await refusal(folder);
    expect(stderr).toContain("schema/api.yaml:3:11: error HD101: `schema/pet.yaml` has 50000000 bytes, the limit is 32000000\n");
    expect(seconds).toBeLessThan(5);
    expect((await heddle(folder, ["explain", "HD101"])).stdout).toContain("limits.schema");
  });

  it("is read where the setting allows it", async () => {
    const folder = smallProject({ "heddle.config.yaml": config("targets: { typescript: out }\nlimits: { schema: 1kB }\n") });
    writeFileSync(path.join(folder, "schema/pet.yaml"), "types: {Pet: {name: string}}\n".padEnd(1500, "#"));
    expect((await refusal(folder)).stderr).toContain("has 1500 bytes, the limit is 1000\n");
    writeFileSync(path.join(folder, "heddle.config.yaml"), config("targets: { typescript: out }\nlimits: { schema: 2kB }\n"));
    expect(await heddle(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("has 10 MB in one map: all is read in seconds", { timeout: 120_000 }, async () => {
    const names = Array.from({ length: 270_000 }, (_, index) => `    field_${index}?: string -- Number ${index}\n`);
    const folder = smallProject({ "schema/pet.yaml": `types:\n  Pet:\n${names.join("")}    last: strng\n` });
    const { stderr, seconds } = await refusal(folder);
    expect(stderr).toContain("schema/pet.yaml:270003:11: error HD301: ");
    expect(stderr).toContain("1 error.");
    expect(seconds).toBeLessThan(30);
  });

  it.each([
    ["brackets", "[".repeat(100_000)],
    ["closed brackets", "[".repeat(100_000) + "]".repeat(100_000)],
    ["braces", "{a: ".repeat(100_000)],
    ["dashes", `\n${"- ".repeat(100_000)}`],
    ["keys", Array.from({ length: 3_000 }, (_, depth) => `\n${" ".repeat(depth + 2)}k:`).join("")],
  ])("is nested 100,000 levels deep in %s", async (_, value) => {
    const folder = smallProject({ "schema/pet.yaml": `types: ${value}\n` });
    const { stderr, seconds } = await refusal(folder);
    expect(stderr).toMatch(/schema\/pet\.yaml:\d+:\d+: error HD103: this is nested more than 200 levels deep\n/);
    expect(seconds).toBeLessThan(10);
  });

  it("has a type that is nested 100,000 levels deep", async () => {
    const folder = smallProject({ "schema/pet.yaml": `types:\n  Pet:\n    name: ${"map<".repeat(100_000)}\n` });
    expect((await refusal(folder)).stderr).toMatch(/error HD103: /);
  });

  it("has aliases that explode", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `  a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(", ")}]`,
    );
    const folder = smallProject({ "schema/pet.yaml": `types:\n  a0: &a0 [x]\n${levels.join("\n")}\n` });
    const { stderr, seconds } = await refusal(folder);
    expect(stderr).toMatch(/schema\/pet\.yaml:\d+:\d+: error HD105: the aliases of this file expand to more than 10000 values\n/);
    expect(seconds).toBeLessThan(5);
  });

  it("has more problems than anybody reads, and they are listed all the same", async () => {
    const fields = Array.from({ length: 2_000 }, (_, index) => `    f${index}: strng\n`).join("");
    const { stderr } = await refusal(smallProject({ "schema/pet.yaml": `types:\n  Pet:\n${fields}` }));
    expect(stderr).toContain("2000 errors.");
  });
});

describe("a file that is not what it should be", () => {
  it.each<[string, Uint8Array, RegExp]>([
    [
      "Latin-1",
      Buffer.from("types:\n  Pet: {name: string -- größer}\n", "latin1"),
      /error HD102: `schema\/pet\.yaml` is not UTF-8: the byte at \d+ cannot be read\n/,
    ],
    ["UTF-16", Buffer.from("\ufefftypes: {}\n", "utf16le"), /error HD102: /],
    ["binary", Buffer.from([0, 1, 2, 0xfe, 0xff, 0x80]), /error HD102: /],
    ["half a character", Buffer.from("types:\n  Pet: {name: string -- \u20ac").subarray(0, -1), /error HD102: /],
    ["empty", Buffer.alloc(0), /error HD123: `schema\/pet\.yaml` is empty\n/],
  ])("%s", async (_, bytes, message) => {
    const folder = smallProject();
    writeFileSync(path.join(folder, "schema/pet.yaml"), bytes);
    expect((await refusal(folder)).stderr).toMatch(message);
  });
});

describe("includes", () => {
  const root = (includes: string) => (smallSchema["schema/api.yaml"] ?? "").replace("[pet.yaml]", includes);

  it("of a file that is not there", async () => {
    const { stderr } = await refusal(smallProject({ "schema/api.yaml": root("[pet.yaml, pets.yaml]") }));
    expect(stderr).toContain("schema/api.yaml:3:21: error HD100: there is no file `schema/pets.yaml`\n");
  });

  it("in a circle", async () => {
    const pet = `include: [toy.yaml]\n${smallSchema["schema/pet.yaml"]}`;
    const folder = smallProject({ "schema/pet.yaml": pet, "schema/toy.yaml": "include: [pet.yaml]\ntypes: {Toy: {name: string}}\n" });
    const { stderr } = await refusal(folder);
    expect(stderr).toContain("schema/toy.yaml:1:11: error HD130: `schema/pet.yaml` includes itself\n");
  });

  it("of a folder, of itself, of what lies outside", async () => {
    for (const include of [".", "api.yaml", "../../../../../../../../etc/passwd", "/etc/passwd"]) {
      const { stderr } = await refusal(smallProject({ "schema/api.yaml": root(`[pet.yaml, ${include}]`) }));
      expect(stderr).toMatch(/schema\/api\.yaml:3:21: error HD1(00|30|31|32|34): /);
      expect(stderr).not.toContain("root:x:");
    }
  });
});

describe("templates and transforms that fail", () => {
  const settings = config("targets:\n  typescript: { out: out, templates: mine }\n");

  it.each([
    ["throws", 'export default () => {\n  throw new Error("no idea");\n};\n', /error HD6\d\d: .*`mine\/operation\.ts`.*no idea/s],
    ["throws nothing", "export default () => {\n  throw undefined;\n};\n", /error HD6\d\d: .*`mine\/operation\.ts`/s],
    ["does not compile", "export default (=> 1;\n", /mine\/operation\.ts:1:\d+: error HD6\d\d: /],
    ["exports nothing", "export const template = 1;\n", /error HD6\d\d: .*`mine\/operation\.ts`/s],
    ["gives text instead of code", 'export default () => "delete everything";\n', /error HD6\d\d: .*`mine\/operation\.ts`/s],
    [
      "puts text into code",
      'import { code } from "heddle/template";\nexport default (node) => code`const x = ${node.doc ?? node.id};`;\n',
      /error HD6\d\d: .*`mine\/operation\.ts`/s,
    ],
    ["imports what is not there", 'import x from "./nowhere.js";\nexport default () => x;\n', /mine\/operation\.ts:1:\d+: error HD6\d\d: /],
    ["goes round in circles", 'export default (node, cx) => cx.slot("operation", node);\n', /error HD6\d\d: .*`mine\/operation\.ts`/s],
  ])("a template that %s", async (_, text, message) => {
    const { stderr } = await refusal(smallProject({ "heddle.config.yaml": settings, "mine/operation.ts": text }));
    expect(stderr).toMatch(message);
  });

  it("a transform that throws", async () => {
    const transforms = config("targets:\n  typescript: { out: out, transforms: mine/t.ts }\n");
    const { stderr } = await refusal(
      smallProject({ "heddle.config.yaml": transforms, "mine/t.ts": 'export default () => {\n  throw new Error("no idea");\n};\n' }),
    );
    expect(stderr).toMatch(/error HD\d+: .*`mine\/t\.ts`.*no idea/s);
  });

  it("a variant that nobody wrote, at its line in the schema", async () => {
    const api = (smallSchema["schema/api.yaml"] ?? "").replace("      returns: Pet", "      returns: Pet\n      template: presigned");
    const { stderr } = await refusal(smallProject({ "schema/api.yaml": api }));
    expect(stderr).toMatch(/schema\/api\.yaml:12:17: error HD611: /);
    expect(stderr).toContain("templates/typescript/operation.presigned.ts");
  });
});
