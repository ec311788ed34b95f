import path from "node:path";
import { describe, expect, it } from "vitest";
import { isCode } from "../../../generator/code/index.js";
import { loadFolders } from "./loading.js";

const empty = 'import { code } from "heddle/template";\nexport default () => code`a`;\n';

describe("a folder of templates", () => {
  it("gives what its files export, as code of this very process", async () => {
    const { templates, findings } = await loadFolders({ own: { "operation.ts": empty, "model.js": empty } });
    expect(findings).toEqual([]);
    expect(templates.chain("operation").map(({ file }) => file)).toEqual(["own/operation.ts"]);
    expect(templates.chain("model").map(({ file }) => file)).toEqual(["own/model.js"]);
    expect(isCode(templates.chain("operation")[0]?.run())).toBe(true);
  });

  it("may have files that templates share, folders, and what is no TypeScript at all", async () => {
    const { templates, inputs, findings, root } = await loadFolders({
      own: {
        "operation.ts":
          'import { word } from "./lib/words.js";\nimport { shared } from "./shared.js";\nexport default () => shared(word);\n',
        "lib/words.ts": "export const word: string = `a`;\n",
        "shared.ts": "export function shared(word: string): string {\n  return word + word;\n}\n",
        "context.d.ts": "declare const nobody: number;\n",
        "README.md": "# Templates\n",
        "lib/unused.ts": "this is not TypeScript",
      },
    });
    expect(findings).toEqual([]);
    expect(templates.chain("operation")[0]?.run()).toBe("aa");
    expect(
      inputs.map(({ path: file, shown, bytes }) => [path.relative(root, file), shown, new TextDecoder().decode(bytes).split("\n")[0]]),
    ).toEqual([
      [path.join("own", "lib", "words.ts"), "own/lib/words.ts", "export const word: string = `a`;"],
      [path.join("own", "operation.ts"), "own/operation.ts", 'import { word } from "./lib/words.js";'],
      [path.join("own", "shared.ts"), "own/shared.ts", "export function shared(word: string): string {"],
    ]);
  });

  it("is not touched by the settings of the project around it", async () => {
    const { templates, findings } = await loadFolders({
      own: { "operation.ts": empty },
      ".": {
        "tsconfig.json": '{ "compilerOptions": { "paths": { "heddle/template": ["./other.ts"] } } }',
        "other.ts": "export const code = () => 'other';",
      },
    });
    expect(findings).toEqual([]);
    expect(isCode(templates.chain("operation")[0]?.run())).toBe(true);
  });
});

it("knows more than ten files apart", async () => {
  const variants = Array.from({ length: 12 }, (_, index) => [`operation.v${index}.ts`, `export default () => ${index};\n`] as const);
  const { templates } = await loadFolders({ own: Object.fromEntries(variants) });
  expect(variants.map((_, index) => templates.chain("operation", `v${index}`)[0]?.run())).toEqual(variants.map((_, index) => index));
});

describe("overlays and variants", () => {
  it("come in order: the uppermost folder first, those of the variant before the ordinary ones", async () => {
    const { templates } = await loadFolders({
      own: { "operation.ts": empty, "operation.upload.ts": empty, "model.ts": empty },
      first: { "operation.ts": empty, "operation.presigned.ts": empty },
      second: { "operation.presigned.ts": empty },
    });
    const files = (variant?: string) => templates.chain("operation", variant).map(({ file }) => file);
    expect(files()).toEqual(["first/operation.ts", "own/operation.ts"]);
    expect(files("presigned")).toEqual([
      "second/operation.presigned.ts",
      "first/operation.presigned.ts",
      "first/operation.ts",
      "own/operation.ts",
    ]);
    expect(templates.variants("operation")).toEqual(["presigned", "upload"]);
    expect(templates.userFolder).toBe("second");
  });
});

describe("what is wrong with a file", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "its syntax",
      { "model.ts": "export default () => {\n  const é = 1 +;\n};\n" },
      ['own/model.ts HD601 2:16 [;] `own/model.ts` cannot be compiled: Unexpected ";"'],
    ],
    [
      "an import that leads nowhere",
      { "model.ts": 'import { a } from "./missing.js";\nexport default () => a;\n' },
      ['own/model.ts HD601 1:19 ["./missing.js"] `own/model.ts` cannot be compiled: Could not resolve "./missing.js"'],
    ],
    [
      "the syntax of what it imports",
      { "model.ts": 'export { default } from "./lib/a.js";\n', "lib/a.ts": "export default ) => 1;\n" },
      ['own/lib/a.ts HD601 1:16 [)] `own/lib/a.ts` cannot be compiled: Unexpected ")"'],
    ],
    [
      "no default export",
      { "model.ts": "export const model = 1;\n" },
      ["HD604 - [] `own/model.ts` has no default export where its function belongs"],
    ],
    [
      "a default export that is no function",
      { "model.ts": "export default { a: 1 };\n" },
      ["HD604 - [] `own/model.ts` has a default export of type object where its function belongs"],
    ],
    [
      "its name",
      { "operations.ts": empty },
      ["HD602 - [] `own/operations.ts` is no template: there is no slot `operations` (did you mean `operation`?)"],
    ],
    ["a name like nothing", { "readme.ts": empty }, ["HD602 - [] `own/readme.ts` is no template: there is no slot `readme`"]],
    [
      "a variant of what has none",
      { "model.big.ts": empty },
      ["HD603 - [] `own/model.big.ts` names a variant, but the slot `model` has none"],
    ],
    [
      "an error while it is loaded",
      { "model.ts": 'const limit: number = 1;\nif (limit > 0) throw new Error("too many\\nlines");\nexport default () => undefined;\n' },
      ["own/model.ts HD605 2:22 [n] `own/model.ts` fails when it is loaded: too many"],
    ],
    [
      "a package that is not there",
      { "model.ts": 'import a from "no-such-package";\nexport default () => a;\n' },
      ["own/model.ts HD605 1:15 [\"] `own/model.ts` fails when it is loaded: Cannot find module 'no-such-package'"],
    ],
  ])("%s", async (_, files, expected) => {
    const { findings } = await loadFolders({ own: files });
    expect(findings).toEqual(expected);
  });

  it("is said about all files of all folders at once", async () => {
    const { findings } = await loadFolders({
      own: { "model.ts": "export default 1 +;", "client.ts": "const;" },
      mine: { "errors.ts": ")" },
      gone: {},
    });
    expect(findings.map((each) => each.slice(0, 40))).toEqual([
      "own/client.ts HD601 1:6 [;] `own/client.",
      "own/model.ts HD601 1:19 [;] `own/model.t",
      "mine/errors.ts HD601 1:1 [)] `mine/error",
      "HD600 - [] there is no folder `gone`",
    ]);
  });
});
