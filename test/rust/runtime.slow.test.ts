import path from "node:path";
import { describe, expect, it } from "vitest";
import { cargo, hasCargo } from "./support/cargo.js";

const folder = path.join(import.meta.dirname, "runtime");

describe.skipIf(!hasCargo)("the Rust runtime alone", () => {
  it("encodes and sends what its rules say", { timeout: 900_000 }, async () => {
    const { status, stdout, stderr } = await cargo(folder, ["test", "--quiet"]);
    expect({ status, text: status === 0 ? "" : `${stdout}\n${stderr}` }).toEqual({ status: 0, text: "" });
  });
});
