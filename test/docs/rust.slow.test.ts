import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { cargoEnvironment } from "../../generator/conformance/drivers/rust/cargo.js";
import { hasCargo } from "../rust/support/cargo.js";
import { build, heddlePath } from "../support/heddle.js";
import { blocksOf } from "./blocks.js";
import { uncounted, walk } from "./walkthrough.js";

/** Serves the schema of a page in another process, as the page asks for; gives its URL. */
function served(page: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-served-"));
  writeFileSync(path.join(folder, "api.yaml"), blocksOf(page).find(({ info }) => info === "schema/api.yaml")?.text ?? "");
  const child = spawn(process.execPath, [heddlePath, "mock", "api.yaml", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.on("close", () => reject(new Error(`the mock ended, and said: ${said}`)));
  });
}

it.skipIf(!hasCargo)("docs/rust.md is what happens if one follows it", { timeout: 600_000 }, async () => {
  await build();
  const url = await served("docs/rust.md");
  const env = { ...cargoEnvironment(), NOTES_BASE_URL: url, NOTES_API_KEY: "key" };
  const steps = walk("docs/rust.md", env);
  expect(steps.length).toBe(2);
  expect(steps.map(({ found }) => uncounted(found))).toEqual(steps.map(({ promised }) => uncounted(promised)));
});
