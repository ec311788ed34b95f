import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { renderSound } from "../support/project.js";
import { readTree } from "../support/temporary-folder.js";
import { blocksOf, root } from "./blocks.js";

const pages = ["README.md", "docs/mock.md", "docs/runtime.md", "docs/templates.md", "templates/README.md"];

/** Where the packages that the pages speak of are in this repository. */
const packages = {
  "@wacht/sdk": ["generated/typescript/wacht/index.ts"],
  "@wacht/sdk/opentelemetry": ["generated/typescript/wacht/runtime/telemetry/open-telemetry.ts"],
  "@opentelemetry/api": ["test/docs/opentelemetry-api.ts"],
  "@wacht/sdk/validators": ["generated/typescript/wacht/validators/index.ts"],
  "@wacht/sdk/*": ["generated/typescript/wacht/*.ts"],
  "@wacht/sdk-v0": ["generated/typescript/wacht-v0/index.ts"],
  "@wacht/sdk-v0/*": ["generated/typescript/wacht-v0/functions/*.ts"],
  heddle: ["generator/index.ts"],
  "heddle/mock": ["generator/mock.ts"],
  "heddle/rust": ["generator/targets/rust/index.ts"],
  "heddle/template": ["generator/template.ts"],
};

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  baseUrl: root,
  paths: packages,
};

/** What the option `validators` adds to the client, by path: the committed one goes without. */
function validators(): ReadonlyMap<string, string> {
  const config = "schema: api.yaml\ntargets: {typescript: {out: out, validators: zod}}\n";
  const files = [...renderSound({ ...readTree(path.join(root, "schema/wacht")), "heddle.config.yaml": config })];
  const added = files.filter(([file]) => /^(validators|runtime\/zod)\//.test(file));
  return new Map(added.map(([file, text]) => [path.join(root, "generated/typescript/wacht", file), text]));
}

/** A block as a module of its own; a `client` that it uses without making one is a given. */
function program(text: string): string {
  const given = /\bclient\b/.test(text) && !/const client\b|client:/.test(text);
  const preface = given ? 'import type { WachtClient as Given } from "@wacht/sdk";\ndeclare const client: Given;\n' : "";
  return `${preface}${text}\nexport {};\n`;
}

it("every TypeScript block of the pages type-checks", { timeout: 120_000 }, () => {
  const blocks = pages.flatMap(blocksOf).filter(({ language }) => language === "ts");
  const sources = new Map(
    blocks.map(({ text, place }) => [path.join(root, `${place.replaceAll(/\W/g, "_")}.block.ts`), { text: program(text), place }]),
  );
  const added = validators();
  const folders = new Set([...added.keys()].map((file) => path.dirname(file)));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => sources.has(path.resolve(name)) || added.has(path.resolve(name)) || fileExists(name);
  host.directoryExists = (name) => folders.has(path.resolve(name)) || ts.sys.directoryExists(name);
  host.readFile = (name) => sources.get(path.resolve(name))?.text ?? added.get(path.resolve(name)) ?? readFile(name);
  host.getSourceFile = (name, language) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, language);
  };
  const problems = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
  // Heddle's own sources stand in for its declarations, which have no bodies; they are checked with options of their own.
  const found = problems.filter(({ file }) => !file?.fileName.startsWith(path.join(root, "generator/")));
  expect(
    found.map(({ file, start = 0, messageText }) => {
      const block = file && sources.get(path.resolve(file.fileName));
      const line = file?.text.slice(start).split("\n")[0];
      return `${block?.place ?? file?.fileName}: ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    }),
  ).toEqual([]);
});
