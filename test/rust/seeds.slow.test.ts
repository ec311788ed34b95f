import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cache, cargo, hasCargo } from "./support/cargo.js";
import { cutRust, moduleOf } from "./seeds/cut.js";

const repository = path.join(import.meta.dirname, "../..");
const folder = process.env["HEDDLE_SEEDS"] ?? path.join(repository, "../shared/seeds");

/** Which document is about which crate: the older one has functions instead of a client. */
function crateOf(document: string): string {
  return document.includes("WachtClient") ? "wacht" : "wacht-v0";
}

function manifest(crate: string): string {
  return `[package]
name = "seeds-${crate}"
version = "0.0.0"
edition = "2024"

[dependencies]
wacht = { path = ${JSON.stringify(path.join(repository, "generated/rust", crate))} }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
serde_json = "1"
uuid = { version = "1", features = ["v4"] }
chrono = "0.4"

[workspace]
`;
}

async function check(crate: string, blocks: readonly string[]): Promise<{ readonly status: number | null; readonly text: string }> {
  const project = path.join(cache, `seeds-${crate}`);
  mkdirSync(path.join(project, "src"), { recursive: true });
  writeFileSync(path.join(project, "Cargo.toml"), manifest(crate));
  const modules = blocks.map((block, index) => moduleOf(block, `block_${index + 1}`));
  writeFileSync(path.join(project, "src/lib.rs"), `#![allow(unused, unreachable_pub)]\n\n${modules.join("\n")}`);
  const { status, stderr } = await cargo(project, ["check", "--quiet"]);
  return { status, text: stderr };
}

describe.skipIf(!existsSync(folder) || !hasCargo)("the seed documents", () => {
  const documents = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8")) : [];

  it("are both there, with all their blocks", () => {
    expect(documents.map((document) => [crateOf(document), cutRust(document).length]).sort()).toEqual([
      ["wacht", 9],
      ["wacht-v0", 4],
    ]);
  });

  it.each(documents.map((document) => [crateOf(document), document] as const))(
    "of %s compile verbatim",
    async (crate, document) => {
      expect(await check(crate, cutRust(document))).toEqual({ status: 0, text: "" });
    },
    600_000,
  );
});
