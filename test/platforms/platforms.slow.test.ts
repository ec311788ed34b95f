import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { summary } from "../support/schema.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";
import { apiServer, nowhere } from "./api-server.js";
import { platforms } from "./platforms.mjs";

const mandatory = process.env["CI"] === "true";
const folder = import.meta.dirname;

/** The program with the client that is generated for it, as one module. */
async function program(project: string, addresses: Readonly<Record<string, string>>): Promise<string> {
  for (const file of ["schema.yaml", "program.mjs"]) cpSync(path.join(folder, file), path.join(project, file));
  writeTree(project, { "heddle.config.yaml": "schema: schema.yaml\ntargets: { typescript: sdk }\n" });
  expect((await generate({ config: path.join(project, "heddle.config.yaml") })).diagnostics.map(summary)).toEqual([]);
  const outfile = path.join(project, "bundle.mjs");
  const define = Object.fromEntries(Object.entries(addresses).map(([name, url]) => [name, JSON.stringify(url)]));
  await build({
    entryPoints: [path.join(project, "program.mjs")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    define,
  });
  return outfile;
}

/** What the program says on a platform, and who the service was told that it is. */
async function said(command: string): Promise<{ readonly text: string; readonly agents: readonly string[] }> {
  const agents = new Set<string>();
  const file = await program(temporaryFolder(), { api: await apiServer(agents), nowhere: await nowhere() });
  const args = path.basename(command) === "deno" ? ["run", "--allow-net", "--no-prompt", file] : [file];
  const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: 60_000, env: { NO_COLOR: "1" } });
  expect(stderr).toBe("");
  return { text: stdout, agents: [...agents] };
}

it("says here what is expected of all", { timeout: 120_000 }, async () => {
  await expect((await said(process.execPath)).text).toMatchFileSnapshot("expected.txt");
});

for (const { name, command, isThere } of platforms) {
  it.skipIf(!isThere && !mandatory)(`says the same in ${name}`, { timeout: 120_000 }, async () => {
    if (!isThere) throw new Error("CI needs the platforms: node test/platforms/install.mjs");
    const { text, agents } = await said(command);
    await expect(text).toMatchFileSnapshot("expected.txt");
    const [engine = "", release = "[0-9]+"] = name.split(" ");
    expect(agents).toEqual([expect.stringMatching(new RegExp(`^bookshop-typescript/unknown \\(.*; ${engine}/${release}\\..*\\) heddle$`))]);
  });
}
