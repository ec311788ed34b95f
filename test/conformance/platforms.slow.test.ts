import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { repository } from "../support/heddle.js";
import { platforms } from "../platforms/platforms.mjs";

const mandatory = process.env["CI"] === "true";

/** Heddle itself and the client that it generates, with the `fetch` of each Node; from 26 on that is HTTP/2 as well. */
for (const { name, command, isThere } of platforms.filter((platform) => platform.name.startsWith("node"))) {
  it.skipIf(!isThere && !mandatory)(`every scenario passes in ${name}`, async () => {
    const args = [path.join(repository, "dist/heddle.js"), "conformance"];
    const { stdout } = await promisify(execFile)(command, args, { cwd: repository }).catch((error: { readonly stdout: string }) => error);
    expect(stdout).toMatch(/^\d+ passed/);
    expect(stdout.includes("speaks HTTP/1.1 only")).toBe(Number(name.slice(5)) < 26);
  });
}
