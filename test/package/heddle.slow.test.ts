import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/heddle.js";
import { node, run, tarball } from "./workshop.js";

/** What only some runs need is not bundled, and has to be in the package. */
it("an installed heddle plays scenarios: its own, and what a user has", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "heddle-installed-"));
  const installed = path.join(folder, "node_modules/heddle");
  try {
    run(repository, "npm", "pack", "--ignore-scripts", "--pack-destination", folder);
    mkdirSync(installed, { recursive: true });
    run(folder, "tar", "-xzf", tarball(folder), "-C", installed, "--strip-components=1");
    for (const name of ["esbuild", "prettier", "ts-morph"])
      symlinkSync(path.join(repository, "node_modules", name), path.join(folder, "node_modules", name), "junction");
    const heddle = path.join(installed, "dist/heddle.js");
    expect(node(folder, heddle, "conformance", "--only", "union.is_flattened", "--only", "auth.scheme")).toMatch(/^12 passed/);
    writeFileSync(
      path.join(folder, "heddle.config.yaml"),
      "schema: node_modules/heddle/schema/wacht/api.yaml\ntargets: { typescript: sdk }\n",
    );
    expect(node(folder, heddle, "conformance", "--examples")).toMatch(/^[1-9]\d* passed/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
