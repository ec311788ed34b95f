import { describe, expect, it } from "vitest";
import { Report } from "../../../../generator/source/report.js";
import type { SourceFile } from "ts-morph";
import type { OutputFile, Transform } from "../../../../generator/target/index.js";
import { options } from "../../../../generator/targets/typescript/options.js";
import { typescript } from "../../../../generator/targets/typescript/target.js";

/** What becomes of one module, and what is reported. */
async function finished(
  content: string,
  transforms: readonly Transform[] = [],
  path = "ai.ts",
): Promise<{ content: string | undefined; codes: readonly string[] }> {
  const report = new Report();
  const files: readonly OutputFile[] = [{ path, content }];
  const [file] = await typescript.finish(files, { options: options.parse({}), transforms, report });
  return { content: file?.content, codes: report.diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

function transform(run: (module: SourceFile) => void): Transform {
  return { file: "transforms/x.ts", run: (module) => run(module as SourceFile), trace: () => undefined } as Transform;
}

describe("a generated module", () => {
  it("may hold imports, exports and declarations, a type and a constant under one name included", async () => {
    const text = 'import { a } from "./a.js";\n\nexport type A = string;\nexport const A: A = a;\n\nexport function f(): void {}\n';
    expect(await finished(text)).toEqual({ content: text, codes: [] });
  });

  it.each([
    ["export const = 1;\n", "HD510 line 1 of the generated `ai.ts` is not valid: Variable declaration expected."],
    [
      "export const a = 1;\n\nconsole.log(a);\n",
      "HD511 line 3 of the generated `ai.ts` is a statement (ExpressionStatement), where only declarations may stand",
    ],
    ["export const a = 1;\nconst a = 2;\n", "HD512 line 2 of the generated `ai.ts` declares `a` a second time"],
    ["export type A = 1;\nexport interface A {}\n", "HD512 line 2 of the generated `ai.ts` declares `type A` a second time"],
  ])("is refused otherwise: %j", async (text, problem) => {
    expect((await finished(text)).codes).toEqual([problem]);
  });

  it("is formatted once a transform has changed it, and only then", async () => {
    const change = transform((module) => module.addStatements("export const   b = {a:1}"));
    expect((await finished("export const a = 1;\n", [change])).content).toBe("export const a = 1;\nexport const b = { a: 1 };\n");
    expect((await finished("export const  a = 1\n", [transform(() => undefined)])).content).toBe("export const  a = 1\n");
  });

  it("is checked again behind a transform", async () => {
    const breaking = transform((module) => module.addStatements("alert(1);"));
    expect((await finished("export const a = 1;\n", [breaking])).codes).toEqual([
      "HD511 line 2 of the generated `ai.ts` is a statement (ExpressionStatement), where only declarations may stand",
    ]);
  });

  it("of the runtime is taken as it is", async () => {
    expect(await finished("not code", [], "runtime/call.ts")).toEqual({ content: "not code", codes: [] });
  });
});

describe("options", () => {
  it.each([
    [{ extension: ".mjs" }, "extension"],
    [{ int64: "float" }, "int64"],
    [{ package: { name: "Not A Name", version: "1.0.0" } }, "name"],
    [{ package: { name: "x", version: "1" } }, "version"],
    [{ pakage: {} }, undefined],
  ])("refuses %j", (given, at) => {
    const result = options.safeParse(given);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.path.at(-1)).toBe(at);
  });
});
