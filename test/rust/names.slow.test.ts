import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { cache, cargo, hasCargo } from "./support/cargo.js";

const config = "schema: api.yaml\ntargets: {rust: {out: crate, package: {name: clashes, version: 0.0.0}}}\n";

describe.skipIf(!hasCargo)("names that mean something in Rust", () => {
  it("are keywords, types of the prelude and of the runtime, verbs of calls, modules; a crate of them compiles", async () => {
    const project = path.join(cache, "names");
    mkdirSync(project, { recursive: true });
    cpSync(path.join(import.meta.dirname, "names/api.yaml"), path.join(project, "api.yaml"));
    writeFileSync(path.join(project, "heddle.config.yaml"), config);
    const { ok, diagnostics } = await generate({ config: path.join(project, "heddle.config.yaml") });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(ok).toBe(true);
    const { status, stderr } = await cargo(path.join(project, "crate"), ["check", "--quiet"], { RUSTFLAGS: "-D warnings" });
    expect({ status, text: stderr }).toEqual({ status: 0, text: "" });
  });
});
