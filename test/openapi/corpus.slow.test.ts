import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { canonical } from "../../generator/model/canonical.js";
import { importOpenApi } from "../../generator/openapi/index.js";
import { resolve } from "../../generator/resolve/resolve.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";
import { load } from "../../generator/syntax/load.js";
import { writeProgram } from "../../generator/syntax/write/document.js";

/** A folder of OpenAPI documents that are not ours to keep; each document there is tried. */
const folder = process.env["HEDDLE_CORPUS"] ?? path.join(import.meta.dirname, "../../../shared/corpus");
const documents = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name)) : [];

describe.skipIf(documents.length === 0)("documents of real services", () => {
  it.each(documents)("%s becomes a schema without findings, which means the same as the document", (name) => {
    const report = new Report();
    const { program } = importOpenApi(new SourceFile(name, fs.readFileSync(path.join(folder, name), "utf8")), report);
    const files = new Map(program ? writeProgram(program).map(({ path: file, text }) => [file, text]) : []);
    const loaded = load("api.yaml", {
      read: (wanted) => {
        const text = files.get(wanted);
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
    });
    const written = resolve(loaded.program, loaded.report);
    expect(loaded.report.diagnostics.map(({ message }) => message)).toEqual([]);
    const direct = program && resolve(program, report);
    expect(written && direct && canonical(direct) === canonical(written)).toBe(true);
  });

  it.runIf(documents.includes("wacht-platform.json"))("a document of 1.35 MB is less than 150 kB of YAML", () => {
    const text = fs.readFileSync(path.join(folder, "wacht-platform.json"), "utf8");
    const { program, notes } = importOpenApi(new SourceFile("wacht-platform.json", text), new Report());
    const size = writeProgram(program ?? { files: [] }).reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
    expect(size).toBeGreaterThan(50_000);
    expect(size).toBeLessThan(150_000);
    expect(notes).toEqual([]);
  });
});
