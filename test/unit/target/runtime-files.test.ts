import path from "node:path";
import { expect, it } from "vitest";
import { disk } from "../../../generator/output/file-system.js";
import { readRuntime } from "../../../generator/target/index.js";
import { temporaryFolder, writeTree } from "../../support/temporary-folder.js";

it("reads the runtime of a language, folders and all, with LF, and reports the bytes as they are", () => {
  const folder = temporaryFolder();
  writeTree(folder, { "runtime/a.ts": "a;\r\nb;\r\n", "runtime/errors/b.ts": "é\n", "client.ts": "" });
  const { files, inputs } = readRuntime({ path: folder, shown: "own" }, disk);
  expect(files).toEqual([
    { path: "a.ts", text: "a;\nb;\n" },
    { path: "errors/b.ts", text: "é\n" },
  ]);
  expect(inputs.map(({ path: file, shown, bytes }) => [path.relative(folder, file), shown, bytes.length])).toEqual([
    [path.join("runtime", "a.ts"), "own/runtime/a.ts", 8],
    [path.join("runtime", "errors", "b.ts"), "own/runtime/errors/b.ts", 3],
  ]);
});
