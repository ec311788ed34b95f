import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const folder = import.meta.dirname;

/** Parses each file once for all programs. */
const host = ts.createCompilerHost({});
const parsed = new Map<string, ts.SourceFile | undefined>();
const { getSourceFile } = host;
host.getSourceFile = (name, language) => {
  if (!parsed.has(name)) parsed.set(name, getSourceFile(name, language));
  return parsed.get(name);
};

/** What the compiler says about the files of this folder's settings, some of them changed. */
function problems(changes: ts.CompilerOptions = {}, ignored: RegExp = /^$/): readonly string[] {
  const { config } = ts.readConfigFile(path.join(folder, "tsconfig.json"), (name) => ts.sys.readFile(name)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const files = fileNames.filter((name) => !ignored.test(path.basename(name)));
  expect(files.map((name) => path.basename(name))).toContain("index.ts");
  return ts
    .getPreEmitDiagnostics(ts.createProgram(files, { ...options, ...changes }, host))
    .map(({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

it("the runtime and the types it promises compile under every strict flag, without Node's types", () => {
  expect(problems()).toEqual([]);
});

/** Flags that are themselves only allowed, or of use, among strict ones. */
const loose = { exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false, isolatedDeclarations: false, declaration: false };

it.each([
  ["without any strict flag", { ...loose, strict: false }],
  ["without strict null checks", { ...loose, strictNullChecks: false }],
])("the runtime compiles %s, as some programs have it", (_, changes) => {
  expect(problems(changes, /^narrowing\.ts$/)).toEqual([]);
});
