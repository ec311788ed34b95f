import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

it("the runtime and the types it promises compile under every strict flag, without Node's types", () => {
  const folder = import.meta.dirname;
  const { config } = ts.readConfigFile(path.join(folder, "tsconfig.json"), (name) => ts.sys.readFile(name)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  expect(fileNames.map((name) => path.basename(name))).toEqual(expect.arrayContaining(["index.ts", "narrowing.ts"]));
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  expect(
    diagnostics.map(({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
  ).toEqual([]);
});
