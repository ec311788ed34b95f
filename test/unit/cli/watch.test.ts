import { spawn } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { build, heddlePath } from "../../support/heddle.js";
import { smallProject } from "../../support/small-project.js";
import { writeTree } from "../../support/temporary-folder.js";

interface Run {
  readonly ok: boolean;
  readonly changed: readonly string[];
  readonly diagnostics: readonly { readonly code: string }[];
  readonly outputs: readonly { readonly folder: string; readonly written: readonly string[] }[];
}

/** `heddle generate --watch` in a project; `next` waits for its next run, however long that takes. */
function watching(folder: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [heddlePath, "generate", "--watch", "--format", "json", ...args], { cwd: folder });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<Run> => JSON.parse((await lines.next()).value ?? "null");
  const end = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((resolve) => child.on("close", resolve) && child.kill(signal));
  return { next, end };
}

/** In one step: a file that is half written would be a run more on a busy machine. */
function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const whole = path.join(folder, file);
  writeFileSync(`${whole}~`, readFileSync(whole, "utf8").replace(from, to));
  renameSync(`${whole}~`, whole);
}

beforeAll(build);

describe("generate --watch", () => {
  it("generates again what a saved schema changes, and does not mind its own writing", async () => {
    const folder = smallProject();
    const { next, end } = watching(folder);
    expect(await next()).toMatchObject({ ok: true, changed: [] });
    for (const [from, to] of [
      ["What it is called", "Its name"],
      ["Its name", "The name"],
    ] as const) {
      edit(folder, "schema/pet.yaml", from, to);
      const { changed, outputs } = await next();
      expect(changed).toEqual(["schema/pet.yaml"]);
      expect(outputs[0]?.written).toEqual([".heddle.json", "pet.ts"]);
      expect(readFileSync(path.join(folder, "out/pet.ts"), "utf8")).toContain(to);
    }
    expect(await end("SIGINT")).toBe(0);
  });

  it("says what is wrong and goes on; nothing is written until it is mended", async () => {
    const folder = smallProject();
    const { next, end } = watching(folder);
    await next();
    edit(folder, "schema/pet.yaml", "string", "strin");
    expect(await next()).toMatchObject({ ok: false, outputs: [], diagnostics: [{ code: "HD301" }] });
    edit(folder, "schema/pet.yaml", "strin", "string");
    expect(await next()).toMatchObject({ ok: true, diagnostics: [] });
    expect(await end("SIGTERM")).toBe(0);
  });

  it("sees files that come, go, and are replaced by a rename, as editors do it", async () => {
    const folder = smallProject();
    const { next } = watching(folder);
    await next();
    rmSync(path.join(folder, "schema/pet.yaml"));
    expect(await next()).toMatchObject({ ok: false, diagnostics: expect.arrayContaining([expect.objectContaining({ code: "HD100" })]) });
    writeTree(folder, { "schema/.pet.swp": "types:\n  Pet:\n    name: string -- Renamed\n" });
    renameSync(path.join(folder, "schema/.pet.swp"), path.join(folder, "schema/pet.yaml"));
    expect(await next()).toMatchObject({ ok: true, changed: ["schema/pet.yaml"] });
    expect(readFileSync(path.join(folder, "out/pet.ts"), "utf8")).toContain("Renamed");
  });

  it("follows the configuration to other files, and a template that is added", async () => {
    const folder = smallProject({ "own/typescript/readme.md": "" });
    const { next } = watching(folder);
    await next();
    edit(folder, "heddle.config.yaml", "typescript: out", "typescript: { out: out, templates: [own] }");
    expect(await next()).toMatchObject({ ok: true });
    writeTree(folder, { "own/typescript/wrong-name.ts": "" });
    expect((await next()).changed).toEqual(["own/typescript/wrong-name.ts"]);
  });

  it("starts without a configuration, and waits for one", async () => {
    const folder = smallProject();
    const config = path.join(folder, "heddle.config.yaml");
    renameSync(config, path.join(folder, "later.yaml"));
    const { next } = watching(folder);
    expect(await next()).toMatchObject({ ok: false, diagnostics: [{ code: "HD001" }] });
    renameSync(path.join(folder, "later.yaml"), config);
    expect(await next()).toMatchObject({ ok: true, changed: expect.arrayContaining(["heddle.config.yaml"]) });
  });

  it("sees what was saved while the first run read", async () => {
    const folder = smallProject();
    const { next } = watching(folder);
    const first = next();
    // Whenever the run reads: the last of these is written behind it, or in it.
    for (let save = 0, over = false; !over; save++) {
      edit(folder, "schema/pet.yaml", / -- .*/, ` -- Saved ${save}`);
      over = await Promise.race([first.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 20, false))]);
    }
    const last = readFileSync(path.join(folder, "schema/pet.yaml"), "utf8").match(/Saved \d+/)?.[0] ?? "";
    const written = (): string => readFileSync(path.join(folder, "out/pet.ts"), "utf8");
    while (!written().includes(last)) await next();
    expect(written()).toContain(last);
  });
});
