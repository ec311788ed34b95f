import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { readTree } from "../../../support/temporary-folder.js";
import { typeErrors } from "../../../support/type-check.js";

const repository = path.join(import.meta.dirname, "../../../..");
const runtime = readTree(path.join(repository, "templates/typescript/runtime"));
const clients = {
  "generated/typescript/wacht": "WachtClient",
  "generated/typescript/wacht-v0": undefined,
  "test/golden/everything/typescript": "FernpostClient",
};

/** The code of every `@example` of a module, as the module of a reader who has the documented function at hand. */
function examplesOf(file: string, text: string, client: string | undefined): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const folder = file.startsWith("functions/") ? "../" : "./";
  const programs: string[] = [];
  const visit = (node: ts.Node): void => {
    const imports = ts.isFunctionDeclaration(node)
      ? [
          `import { ${node.name?.text} } from "./${path.posix.basename(file, ".ts")}.js";`,
          `import type { Client } from "${folder}index.js";`,
        ]
      : [`import type { ${client} as Client } from "${folder}index.js";`];
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node))
      for (const tag of ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === "example")) {
        const code = ts.getTextOfJSDocComment(tag.comment)?.replace(/^```ts\n|\n```$/g, "") ?? "";
        programs.push([...imports, "export declare const client: Client;", code].join("\n"));
      }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return programs;
}

it("every example of a doc comment compiles where it stands", () => {
  const files = new Map<string, string>();
  let count = 0;
  for (const [folder, client] of Object.entries(clients)) {
    const modules = Object.entries(readTree(path.join(repository, folder))).filter(([file]) => /^(?!runtime\/).*\.ts$/.test(file));
    for (const [file, text] of modules) {
      files.set(`${folder}/${file}`, text);
      for (const program of examplesOf(file, text, client))
        files.set(`${folder}/${path.posix.dirname(file)}/example-${++count}.ts`, program);
    }
    for (const [file, text] of Object.entries(runtime)) files.set(`${folder}/runtime/${file}`, text);
  }
  expect(count).toBeGreaterThan(15);
  expect(typeErrors(files).filter((error) => !/is declared but its value is never read/.test(error))).toEqual([]);
}, 120_000);
