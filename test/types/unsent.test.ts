import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const folder = import.meta.dirname;
const file = path.join(folder, "unsent.ts");

/** What an editor marks in the file, beside errors. */
function suggestions(): readonly string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(folder, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const { fileExists, readFile, directoryExists, getDirectories } = ts.sys;
  const service = ts.createLanguageService({
    fileExists,
    readFile,
    directoryExists,
    getDirectories,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(name) {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return service.getSuggestionDiagnostics(file).map(({ code, start, length }) => {
    const text = service.getProgram()?.getSourceFile(file)?.text ?? "";
    return `TS${code} ${text.slice(start, start + length)}`;
  });
}

it("an editor marks a call that is awaited and not sent, and nothing else", { timeout: 180_000 }, () => {
  expect(suggestions()).toEqual(['TS80007 await client.ai.updateExecutionContext("ctx_123", { title: "Support" })']);
});
