import { spawnSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hasCargo } from "../rust/support/cargo.js";
import { build, repository } from "../support/heddle.js";

/** Runs the demo as `npm start -- --lang ..` does, once everything is built. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ReturnType<typeof spawnSync> & { stdout: string } {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const script = path.join(repository, "scripts/demo.mjs");
  return spawnSync(process.execPath, [script, ...args], {
    cwd: repository,
    encoding: "utf8",
    env: { ...inherited, NO_COLOR: "1", ...env },
  });
}

const chapters = ["Serve", "Create", "List", "Page", "Update", "Execute", "Stream", "Hit the limit", "The older API", "Errors"];
const kinds = ["InvalidArgument", "InvalidRequest", "Unauthorized", "AccessDenied", "NotFound", "RateLimited", "ServerError", "Transport"];

describe("the demo in another language", { timeout: 600_000 }, () => {
  beforeAll(() => build());

  it.skipIf(!hasCargo)("tells the story in Rust, and stops by itself", () => {
    const { status, stdout } = run(["--lang", "rust"]);
    expect(status).toBe(0);
    const titles = stdout.split("\n").filter((line) => /^\S/.test(line));
    expect(titles.map((title, index) => title.slice(0, chapters[index]?.length))).toEqual(chapters);
    for (const kind of kinds) expect(stdout).toMatch(new RegExp(`^    ${kind} `, "m"));
    expect(stdout).toMatch(/12 created +in \d\.\d s/);
    expect(stdout).toMatch(/\d refused +RateLimited +429 +retry after 1 s/);
    expect(stdout).toContain("    I have sent [calls send_reset_link] you a link. [completed]");
  });

  it("says what is missing where there is no cargo", () => {
    const { status, stderr } = run(["--lang=rust"], { PATH: import.meta.dirname, Path: import.meta.dirname });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "There is no cargo, which compiles the demo in Rust. Rust 1.85 or newer has it: https://rustup.rs\nWithout it: npm start\n",
    });
  });

  it("says which languages there are", () => {
    const { status, stderr } = run(["--lang", "cobol"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "--lang takes typescript or rust, not cobol: npm start -- --lang rust\n" });
  });
});
