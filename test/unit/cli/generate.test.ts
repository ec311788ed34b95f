import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { heddle } from "../../support/heddle.js";
import { smallProject } from "../../support/small-project.js";
import { readTree, temporaryFolder, writeTree } from "../../support/temporary-folder.js";

async function generated(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = smallProject(files);
  expect(await heddle(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
  return folder;
}

function edit(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

describe("generate", () => {
  it("writes the files and says how many; a second time there is nothing to do", async () => {
    const folder = smallProject();
    const first = await heddle(folder, ["generate"]);
    expect(first).toEqual({ code: 0, stdout: expect.stringMatching(/^out: \d+ written, 0 unchanged\n$/), stderr: "" });
    const tree = readTree(folder);
    expect(Object.keys(tree)).toEqual(expect.arrayContaining(["out/.heddle.json", "out/index.ts", "out/pet.ts", "out/pets.ts"]));
    const count = Object.keys(tree).filter((name) => name.startsWith("out/")).length - 1;
    for (const flags of [[], ["--full"]])
      expect(await heddle(folder, ["generate", ...flags])).toEqual({ code: 0, stdout: `out: ${count} unchanged\n`, stderr: "" });
    expect(readTree(folder)).toEqual(tree);
    expect(await heddle(folder, ["check"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("gives the same bytes in another folder, locale and time zone", async () => {
    const [here, there] = [smallProject(), smallProject()];
    await heddle(here, ["generate"]);
    await heddle(temporaryFolder(), ["generate", "--config", there], { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Kathmandu" });
    expect(readTree(there)).toEqual(readTree(here));
  });

  it("touches only what a change in the schema reaches, and deletes what is no longer generated", async () => {
    const folder = await generated();
    const before = readTree(path.join(folder, "out"));
    const untouched = statSync(path.join(folder, "out/index.ts")).mtimeMs;
    edit(path.join(folder, "schema/pet.yaml"), "age?", "weight?");
    const { stdout } = await heddle(folder, ["generate", "--format", "json"]);
    const { outputs } = JSON.parse(stdout) as { outputs: { written: string[]; deleted: string[] }[] };
    expect(outputs[0]).toMatchObject({ written: [".heddle.json", "pet.ts"], deleted: [] });
    expect(statSync(path.join(folder, "out/index.ts")).mtimeMs).toBe(untouched);
    edit(path.join(folder, "schema/api.yaml"), "  pets:\n", "  animals:\n");
    await heddle(folder, ["generate"]);
    const names = Object.keys(readTree(path.join(folder, "out")));
    expect(names).not.toContain("pets.ts");
    expect(names).toContain("animals.ts");
    expect(names.length).toBe(Object.keys(before).length);
  });

  it("lists with --dry-run, and changes nothing", async () => {
    const folder = smallProject();
    const before = readTree(folder);
    const { code, stdout } = await heddle(folder, ["generate", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("would write out/pets.ts\n");
    expect(readTree(folder)).toEqual(before);
  });

  it("says of a schema all that is wrong with it, and writes nothing", async () => {
    const folder = smallProject();
    edit(path.join(folder, "schema/pet.yaml"), "int32", "int33");
    edit(path.join(folder, "schema/api.yaml"), "returns: Pet", "returns: Pat");
    const before = readTree(folder);
    const { code, stdout, stderr } = await heddle(folder, ["generate"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/schema\/api\.yaml:11:16: error HD\d+: .*`Pat`/);
    expect(stderr).toMatch(/schema\/pet\.yaml:4:11: error HD\d+: .*`int33`/);
    expect(stderr).toMatch(/\n2 errors\. Cause and fix: heddle explain HD\d+/);
    expect(readTree(folder)).toEqual(before);
  });

  it("refuses by name to lose an edit, until it is forced", async () => {
    const folder = await generated();
    const original = readTree(folder);
    writeTree(folder, { "out/pets.ts": "// mine\n", "out/mine.ts": "// mine too\n" });
    edit(path.join(folder, "schema/pet.yaml"), "age?", "weight?");
    const edited = readTree(folder);
    const { code, stdout, stderr } = await heddle(folder, ["generate"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("heddle.config.yaml:3:15: error HD702: `out/pets.ts` was edited by hand since Heddle wrote it\n");
    expect(stderr).toContain("= move the change to the schema or a template; `heddle generate --force` overwrites it\n");
    expect(readTree(folder)).toEqual(edited);
    expect(await heddle(folder, ["generate", "--force"])).toMatchObject({ code: 0, stderr: "" });
    const forced = readTree(folder);
    expect(forced["out/pets.ts"]).toBe(original["out/pets.ts"]);
    expect(forced["out/mine.ts"]).toBe("// mine too\n");
  });

  it("keeps a user's file that has a name of ours", async () => {
    const folder = smallProject({ "out/index.ts": "// mine\n" });
    const before = readTree(folder);
    const { code, stderr } = await heddle(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error HD703: `out/index.ts` exists, and Heddle did not write it\n");
    expect(readTree(folder)).toEqual(before);
  });

  it("changes no folder if one of them is refused", async () => {
    const clients = ["a", "b"].map((name) => `  ${name}: { schema: schema/api.yaml, targets: { typescript: out/${name} } }\n`).join("");
    const folder = smallProject({ "heddle.config.yaml": `clients:\n${clients}`, "out/b/index.ts": "// mine\n" });
    const before = readTree(folder);
    expect(await heddle(folder, ["generate"])).toMatchObject({ code: 1, stdout: "" });
    expect(readTree(folder)).toEqual(before);
    expect(await heddle(folder, ["generate", "--only", "a"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^out\/a: /) });
  });

  it("says that a folder cannot be written", async () => {
    const folder = smallProject({ out: "a file\n" });
    const { code, stderr } = await heddle(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error HD70[14]: /);
    expect(readTree(folder)["out"]).toBe("a file\n");
  });

  it.each([
    ["a path", "../out", undefined],
    ["a link", "link/out", ".."],
  ])("does not write outside of the project through %s", async (_, out, link) => {
    const folder = smallProject({ "heddle.config.yaml": `schema: schema/api.yaml\ntargets:\n  typescript: ${out}\n` });
    if (link !== undefined) symlinkSync(link, path.join(folder, "link"));
    const { code, stderr } = await heddle(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`error HD002: \`${out}\` lies outside of the project`);
  });

  it("reads and writes outside of the project where the configuration allows it", async () => {
    const folder = smallProject();
    const inner = "schema: ../schema/api.yaml\nallow_outside: [../schema, ../out]\ntargets:\n  typescript: ../out\n";
    writeTree(folder, { "inner/heddle.config.yaml": inner });
    expect(await heddle(path.join(folder, "inner"), ["generate"])).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(readTree(folder))).toContain("out/index.ts");
  });

  it("deletes and writes nothing outside for a manifest that says so", async () => {
    const folder = await generated();
    const file = path.join(folder, "out/.heddle.json");
    writeTree(folder, { victim: "safe" });
    edit(file, '"files": {', `"files": {\n    "../victim": "${"0".repeat(64)}",`);
    const before = readTree(folder);
    for (const flags of [[], ["--force"]]) {
      const { code, stderr } = await heddle(folder, ["generate", ...flags]);
      expect(code).toBe(1);
      expect(stderr).toContain(
        "error HD705: `out/.heddle.json` is not a record that Heddle wrote: it lists `../victim`, and it leaves the output folder\n",
      );
    }
    expect(readTree(folder)).toEqual(before);
  });

  it("refuses settings that the language does not have, at their place", async () => {
    const settings = "schema: schema/api.yaml\ntargets:\n  typescript:\n    out: out\n    extention: .ts\n    int64: text\n";
    const { code, stderr } = await heddle(smallProject({ "heddle.config.yaml": settings }), ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("heddle.config.yaml:5:5: error HD202: `typescript` has no key `extention`\n");
    expect(stderr).toContain("did you mean `extension`?");
    expect(stderr).toContain("heddle.config.yaml:6:12: error HD204: `int64` cannot be `text`");
  });

  it("knows which languages there are", async () => {
    const { code, stderr } = await heddle(
      smallProject({ "heddle.config.yaml": "schema: schema/api.yaml\ntargets: { typscript: out }\n" }),
      ["generate"],
    );
    expect(code).toBe(1);
    expect(stderr).toContain("heddle.config.yaml:2:12: error HD011: the language `typscript` is not known\n");
    expect(stderr).toContain("did you mean `typescript`?");
  });

  it("notices a template that was added, changed or removed", async () => {
    const config = "schema: schema/api.yaml\ntargets:\n  typescript: { out: out, templates: mine }\n";
    const own = (text: string) =>
      `import { code, type Template } from "heddle/template";\nconst files: Template<"files"> = (_, __, inherited) => [...inherited(), { path: "NOTE.md", content: { text: "${text}\\n" } }];\nexport default files;\n`;
    const folder = await generated({ "heddle.config.yaml": config, "mine/files.ts": own("one") });
    expect(readTree(folder)["out/NOTE.md"]).toBe("one\n");
    writeTree(folder, { "mine/files.ts": own("two") });
    expect(await heddle(folder, ["check"])).toMatchObject({ code: 1, stdout: "stale: out/.heddle.json\nstale: out/NOTE.md\n" });
    await heddle(folder, ["generate"]);
    expect(readTree(folder)["out/NOTE.md"]).toBe("two\n");
  });
});

describe("check", () => {
  it("fails with the list when the schema has moved on", async () => {
    const folder = await generated();
    edit(path.join(folder, "schema/pet.yaml"), "age?", "weight?");
    const before = readTree(folder);
    const text = await heddle(folder, ["check"]);
    expect(text).toEqual({
      code: 1,
      stdout: "stale: out/.heddle.json\nstale: out/pet.ts\n",
      stderr: "Run `heddle generate`, and commit what it writes.\n",
    });
    const json = await heddle(folder, ["check", "--format", "json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      stale: true,
      diagnostics: [],
      outputs: [{ target: "typescript", folder: "out", written: [".heddle.json", "pet.ts"] }],
    });
    expect(await heddle(folder, ["check", "--format", "github"])).toMatchObject({
      code: 1,
      stdout: "::error title=stale::out is stale; run heddle generate\n",
    });
    expect(readTree(folder)).toEqual(before);
  });

  it.each([
    ["a file is missing", (folder: string) => edit(path.join(folder, "out/.heddle.json"), '"index.ts"', '"indexx.ts"')],
    ["the record is of another version", (folder: string) => edit(path.join(folder, "out/.heddle.json"), '"heddle": "', '"heddle": "0.0.')],
  ])("is not fooled when %s", async (_, damage) => {
    const folder = await generated();
    damage(folder);
    expect(await heddle(folder, ["check"])).toMatchObject({ code: 1 });
  });
});

describe("formats and colours", () => {
  const broken = { "schema/pet.yaml": "types:\n  Pet: { name: strng }\n" };

  it("prints one JSON document for machines", async () => {
    const { code, stdout, stderr } = await heddle(smallProject(broken), ["generate", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      outputs: [],
      diagnostics: [{ severity: "error", place: { file: "schema/pet.yaml", line: 2, column: 16, endColumn: 21 } }],
    });
  });

  it("prints workflow commands for GitHub", async () => {
    const { stdout } = await heddle(smallProject(broken), ["generate", "--format", "github"]);
    expect(stdout).toMatch(/^::error file=schema\/pet\.yaml,line=2,col=16,endColumn=21,title=HD\d+::/);
  });

  it.each([
    [{ FORCE_COLOR: "1" }, true],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    [{ FORCE_COLOR: "0" }, false],
    [{}, false],
  ])("with %j has colours: %s", async (env, colours) => {
    const { stderr } = await heddle(smallProject(broken), ["generate"], env);
    expect(stderr.includes("\u001b[")).toBe(colours);
  });
});
