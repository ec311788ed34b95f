import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { repository } from "../support/heddle.js";
import { readTree } from "../support/temporary-folder.js";
import { cargo, hasCargo } from "./support/cargo.js";
import { allowed, isAllowed } from "./support/licence.js";

const crate = path.join(repository, "generated/rust/wacht");

const metadata = z.object({
  packages: z.array(
    z.object({ name: z.string(), version: z.string(), license: z.string().nullable(), rust_version: z.string().nullable() }),
  ),
});

type Dependency = z.output<typeof metadata>["packages"][number];

/** The oldest compiler that the manifest names. */
const oldest = /^rust-version = "(.*)"$/m.exec(readFileSync(path.join(crate, "Cargo.toml"), "utf8"))?.[1] ?? "none";

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0 && !version.startsWith(`${than}.0`);
}

describe.skipIf(!hasCargo)("what a Rust client depends on, its features included", { timeout: 600_000 }, () => {
  let dependencies: readonly Dependency[] = [];
  beforeAll(async () => {
    const { stdout, stderr } = await cargo(crate, ["metadata", "--format-version", "1", "--all-features"]);
    if (stdout === "") throw new Error(stderr);
    dependencies = metadata.parse(JSON.parse(stdout)).packages.filter(({ name }) => name !== "wacht");
  });

  it("has a licence that anybody can keep to", () => {
    expect(dependencies.length).toBeGreaterThan(20);
    const others = dependencies.filter(({ license }) => license === null || !isAllowed(license));
    expect(others.map(({ name, version, license }) => `${name} ${version}: ${license}`)).toEqual([]);
  });

  it("has no licence on its list that nobody needs", () => {
    const needed = [...allowed].filter((licence) => dependencies.some(({ license }) => license?.includes(licence)));
    expect(needed).toEqual([...allowed]);
  });

  it("compiles with the oldest compiler that the manifest names", () => {
    expect(oldest).toBe("1.85");
    const newer = dependencies.filter(({ rust_version }) => rust_version !== null && isNewer(rust_version, oldest));
    expect(newer.map(({ name, version, rust_version }) => `${name} ${version}: ${rust_version}`)).toEqual([]);
  });
});

describe.skipIf(!hasCargo)("a Rust client itself, with the oldest compiler", { timeout: 600_000 }, () => {
  it("uses nothing of the standard library that came later", async () => {
    const { status, stderr } = await cargo(crate, ["clippy", "--quiet", "--", "-D", "clippy::incompatible_msrv"]);
    expect({ status, text: status === 0 ? "" : stderr }).toEqual({ status: 0, text: "" });
  });

  // Chains of `let` are the one thing in the language that came later, compiles without a word, and is soon written.
  it("has no chain of `let`", () => {
    const sources = Object.entries(readTree(path.join(crate, "src")));
    const found = sources.filter(([, text]) => /&&\s*let\s|\blet\s[^;{]*=[^;{]*&&\s*$/m.test(text));
    expect(found.map(([file]) => file)).toEqual([]);
  });
});
