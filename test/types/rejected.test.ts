import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const file = path.join(import.meta.dirname, "rejected.ts");
const expectation = /\/\/ @ts-expect-error (\d+)/;

/** The error codes by line that the comments of `source` promise. */
function promised(source: string): string[] {
  return source.split("\n").flatMap((line, index) => {
    const code = expectation.exec(line)?.[1];
    return code === undefined ? [] : [`${index + 2}: TS${code}`];
  });
}

/** The errors by line that the compiler finds in `source` once nothing is expected. */
function found(source: string): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(import.meta.dirname, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    import.meta.dirname,
  );
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (path.resolve(name) === file ? source : read(name));
  host.getSourceFile = (name, language) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, language);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map((diagnostic) => {
    const at =
      diagnostic.file && diagnostic.start !== undefined ? ts.getLineAndCharacterOfPosition(diagnostic.file, diagnostic.start).line + 1 : 0;
    return `${at}: TS${diagnostic.code}`;
  });
}

it("refuses every wrong call with the error that the comment above it names", { timeout: 120_000 }, () => {
  const source = readFileSync(file, "utf8");
  expect(found(source.replaceAll("@ts-expect-error", "expected:"))).toEqual(promised(source));
});
