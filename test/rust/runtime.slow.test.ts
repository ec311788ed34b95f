import path from "node:path";
import { describe, expect, it } from "vitest";
import { cargo, hasCargo } from "./support/cargo.js";

const folder = path.join(import.meta.dirname, "runtime");

/** What goes wrong in the runtime's tests; nothing if they pass. */
async function failures(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await cargo(folder, ["test", "--quiet", ...args]);
  return status === 0 ? "" : `${status}\n${stdout}\n${stderr}`;
}

describe.skipIf(!hasCargo)("the Rust runtime alone", () => {
  it("encodes and sends what its rules say", { timeout: 900_000 }, async () => {
    expect(await failures([])).toBe("");
  });

  it("has a transport and a clock for tests, and spans, where programs ask for them", { timeout: 900_000 }, async () => {
    expect(await failures(["--features", "testing,tracing", "--test", "testing", "--test", "tracing", "--test", "secrets"])).toBe("");
  });

  it("gives and takes values of serde and of the crates for dates, where programs ask for them", { timeout: 900_000 }, async () => {
    expect(await failures(["--features", "chrono,jiff,serde,time,uuid", "--test", "conversions", "--test", "serde"])).toBe("");
  });
});
