import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cargo, hasCargo } from "./support/cargo.js";
import { rustProject } from "./support/project.js";

const [folder, repository] = [path.join(import.meta.dirname, "values"), path.join(import.meta.dirname, "../..")];

function read(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

describe.skipIf(!hasCargo)("values of Rust clients", { timeout: 900_000 }, () => {
  it("keep the rules of their schema, and do what Rust's types do", async () => {
    const needs = { features: ["chrono", "serde", "uuid"], dependencies: ['serde_json = "1"'] };
    const { app, sdk } = await rustProject("values", "depot", read("api.yaml"), read("main.rs"), needs);
    const { status, stdout, stderr } = await cargo(app, ["run", "--quiet"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
    const { stderr: words } = await cargo(sdk, ["clippy", "--quiet", "--all-features"]);
    expect(words).toBe("");
  });

  it.each(["wacht", "wacht-v0"])("compile with every feature: %s", async (name) => {
    const { stderr } = await cargo(path.join(repository, "generated/rust", name), ["check", "--quiet", "--all-features"]);
    expect(stderr).toBe("");
  });
});
