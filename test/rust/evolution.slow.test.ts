import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cargo, hasCargo } from "./support/cargo.js";
import { rustProject } from "./support/project.js";

const folder = path.join(import.meta.dirname, "evolution");

function read(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

/** What the compiler says of a program beside a version of the schema: a line for each finding. */
async function check(version: string, program: string): Promise<{ readonly status: number | null; readonly findings: readonly string[] }> {
  const { app } = await rustProject(`evolution-${version}`, "shelves", read(`${version}.yaml`), read(program));
  const { status, stderr } = await cargo(app, ["check", "--quiet", "--message-format", "short"]);
  return { status, findings: stderr.split("\n").filter((line) => /: (error|warning)/.test(line)) };
}

/** Lines that end with a code, as the compiler gives them: `8: E0004`. */
function marked(program: string): readonly string[] {
  return program.split("\n").flatMap((line, index) => (/\/\/ (E\d{4})$/.test(line) ? [`${index + 1}: ${line.slice(-5)}`] : []));
}

describe.skipIf(!hasCargo)("a schema that grows", { timeout: 600_000 }, () => {
  it.each(["first", "second"])("compiles a program of the first version: %s", async (version) => {
    expect(await check(version, "main.rs")).toEqual({ status: 0, findings: [] });
  });

  it("compiles no program that it would break", async () => {
    const { findings } = await check("first", "refused.rs");
    const found = findings.map((line) => line.replace(/^src\/main\.rs:(\d+):.*error\[(E\d+)\].*$/, "$1: $2"));
    expect(found.toSorted()).toEqual(marked(read("refused.rs")).toSorted());
  });
});
