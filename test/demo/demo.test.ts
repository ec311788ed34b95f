import { spawn } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { build, repository } from "../support/heddle.js";

/** Runs the demo as `npm start` does, once everything is built. */
async function run(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; stdout: string; stderr: string; seconds: number }> {
  await build();
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(repository, "scripts/demo.mjs")], { cwd: repository, env: { ...inherited, ...env } });
  const [stdout, stderr] = [child.stdout, child.stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString());
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout: (await stdout) ?? "", stderr: (await stderr) ?? "", seconds: (performance.now() - start) / 1000 };
}

it("tells the story of the example API, and stops by itself", { timeout: 60_000 }, async () => {
  const { code, stdout, stderr, seconds } = await run({ NO_COLOR: "1" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toContain("\u001b");
  expect(seconds).toBeLessThan(20);
  const chapters = ["Serve", "Create", "List", "Page", "Update", "Execute", "Stream", "Hit the limit", "The older API", "Errors"];
  const titles = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(titles.map((title, index) => title.slice(0, chapters[index]?.length))).toEqual(chapters);
  for (const kind of [
    "InvalidArgument",
    "InvalidRequest",
    "Unauthorized",
    "AccessDenied",
    "NotFound",
    "RateLimited",
    "ServerError",
    "Transport",
  ])
    expect(stdout).toMatch(new RegExp(`^    ${kind} `, "m"));
  expect(stdout).toMatch(/12 created +in 1\.\d s/);
  expect(stdout).toMatch(/\d refused +RateLimited +429 +retry after 1 s/);
});

it("has colours for people", { timeout: 60_000 }, async () => {
  const { code, stdout } = await run({ FORCE_COLOR: "1" });
  expect(code).toBe(0);
  expect(stdout).toContain("\u001b[1mCreate\u001b[0m");
});
