import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importOpenApi, notesText } from "../../generator/openapi/index.js";
import { canonical } from "../../generator/model/canonical.js";
import { resolve } from "../../generator/resolve/resolve.js";
import { renderText } from "../../generator/source/render/text.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";
import { load } from "../../generator/syntax/load.js";
import { writeProgram, type WrittenFile } from "../../generator/syntax/write/document.js";

const folder = path.join(import.meta.dirname, "documents");
const documents = fs.readdirSync(folder).filter((name) => name.endsWith(".yaml"));

describe.each(documents)("%s", (name) => {
  const report = new Report();
  const file = new SourceFile(name, fs.readFileSync(path.join(folder, name), "utf8"));
  const { program, notes } = importOpenApi(file, report);
  const files = program ? writeProgram(program) : [];

  it("becomes this schema", async () => {
    const written = files.map(({ path: written, text }) => `# ${written}\n${text}`).join("\n");
    await expect(`${written}\n${notesText(notes)}`).toMatchFileSnapshot(path.join(folder, `${path.basename(name, ".yaml")}.txt`));
  });

  it("is a schema without findings, which means the same as the document itself", () => {
    const { model, findings } = modelOf(files);
    expect(findings).toBe("");
    const direct = program && resolve(program, report);
    expect(renderText(report.diagnostics, { color: false })).toBe("");
    expect(direct && canonical(direct)).toBe(model);
  });
});

function modelOf(files: readonly WrittenFile[]): { readonly model: string | undefined; readonly findings: string } {
  const read = (wanted: string) => {
    const found = files.find((each) => each.path === wanted);
    return found && new TextEncoder().encode(found.text);
  };
  const { program, report } = load("api.yaml", { read });
  const model = report.failed ? undefined : resolve(program, report);
  return { model: model && canonical(model), findings: renderText(report.diagnostics, { color: false }) };
}
