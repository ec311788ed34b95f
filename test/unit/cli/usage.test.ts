import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { build, heddle, heddlePath, repository } from "../../support/heddle.js";
import { smallProject } from "../../support/small-project.js";
import { readTree, temporaryFolder, writeTree } from "../../support/temporary-folder.js";

describe("usage", () => {
  it.each([
    [[], "Usage: heddle [options] [command]"],
    [["generat"], "error: unknown command 'generat'\n(Did you mean generate?)"],
    [["generate", "--forse"], "error: unknown option '--forse'\n(Did you mean --force?)"],
    [["generate", "--format", "xml"], "Allowed choices are text, json, github."],
    [["explain"], "error: missing required argument 'codes'"],
    [["init", "a", "b"], "error: too many arguments"],
  ])("exits with 2 for %j", async (args, message) => {
    const { code, stdout, stderr } = await heddle(temporaryFolder(), args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it.each(["generate", "check", "model", "mock", "explain", "init"])("has help for %s, with examples and exit codes", async (command) => {
    const { code, stdout } = await heddle(temporaryFolder(), [command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: heddle ${command}`);
    expect(stdout).toContain(`$ heddle ${command}`);
    expect(stdout).toContain("2    Wrong usage.");
  });

  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")) as { version: string };
    expect(await heddle(temporaryFolder(), ["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("says where a configuration is expected", async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "heddle.conf.yaml": "" });
    const { code, stderr } = await heddle(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error HD001: there is no `heddle.config.yaml`\n  = did you mean `heddle.conf.yaml`?\n");
  });

  it("tells a folder without any configuration how to get one", async () => {
    const { stderr } = await heddle(temporaryFolder(), ["generate"]);
    expect(stderr).toContain("error HD001: there is no `heddle.config.yaml`\n  = `heddle init` writes one to start from\n");
  });
});

describe("a schema that is not there", () => {
  it("is reported where the configuration names it", async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "heddle.config.yaml": "schema: nope.yaml\ntargets:\n  typescript: out\n" });
    const { code, stderr } = await heddle(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("heddle.config.yaml:1:9: error HD100: there is no file `nope.yaml`\n");
  });
});

describe("explain", () => {
  it("prints cause and fix of each code, however it is written", async () => {
    const { code, stdout } = await heddle(temporaryFolder(), ["explain", "hd702", "001"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^HD702 \(error\)\n\nCause: [^]+\nFix: [^]+\n\nHD001 \(error\)\n\nCause: /);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("exits with 2 for a code that does not exist", async () => {
    expect(await heddle(temporaryFolder(), ["explain", "HD798"])).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("There is no code HD798. There are HD701 to HD7"),
    });
  });
});

describe("model", () => {
  it("prints the same for a schema file and for the configuration that names it", async () => {
    const folder = smallProject();
    const ofFile = await heddle(folder, ["model", "schema/api.yaml"]);
    expect(ofFile).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ofFile.stdout)).toMatchObject({ name: "pets" });
    expect(await heddle(folder, ["model"])).toEqual(ofFile);
    expect(await heddle(path.join(folder, "schema"), ["model", "../schema/api.yaml"])).toEqual(ofFile);
    expect(await heddle(temporaryFolder(), ["model", path.join(folder, "schema/api.yaml")])).toEqual(ofFile);
  });

  it("asks which, if there are several", async () => {
    const clients =
      "clients:\n  a: { schema: schema/api.yaml, targets: { typescript: a } }\n  b: { schema: schema/pet.yaml, targets: { typescript: b } }\n";
    const folder = smallProject({ "heddle.config.yaml": clients });
    const { code, stderr } = await heddle(folder, ["model"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "The configuration has several schemas; name one of them with --only: a, b.\n" });
    expect(await heddle(folder, ["model", "--only", "a"])).toMatchObject({ code: 0 });
  });

  it("exits with 1 for a schema that is not there", async () => {
    const { code, stderr } = await heddle(temporaryFolder(), ["model", "nope.yaml"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error HD100: there is no file `nope.yaml`");
  });

  it("does not mind a reader that stops early", async () => {
    await build();
    const child = spawn(process.execPath, [heddlePath, "model", "schema/wacht/api.yaml"], { cwd: repository });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(stderr).toBe("");
  });
});

it("points to the help of the command that was called wrongly", async () => {
  const { code, stderr } = await heddle(temporaryFolder(), ["generate", "--format", "yaml"]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/Run `heddle generate --help` for usage\.\n$/)]);
});

describe("init", () => {
  it("writes a project that generates without a word, and does not overwrite it", async () => {
    const folder = temporaryFolder();
    expect(await heddle(folder, ["init", "shop"])).toMatchObject({ code: 0, stderr: "" });
    const before = readTree(folder);
    expect(Object.keys(before)).toEqual(["shop/heddle.config.yaml", "shop/schema/api.yaml"]);
    expect(await heddle(folder, ["init", "shop"])).toEqual({
      code: 1,
      stdout: "",
      stderr: "heddle.config.yaml and schema/api.yaml exist already; nothing was written.\n",
    });
    expect(readTree(folder)).toEqual(before);
    expect(await heddle(folder, ["generate", "--config", "shop"])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^generated\/typescript: \d+ written, 0 unchanged\n$/),
      stderr: "",
    });
  });
});
