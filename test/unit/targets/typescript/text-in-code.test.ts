import * as prettier from "prettier";
import ts from "typescript";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentPhrase, commentText } from "../../../../generator/targets/typescript/encode/comments.js";
import { typeKey, valueKey } from "../../../../generator/targets/typescript/encode/keys.js";
import { numberLiteral, stringLiteral } from "../../../../generator/targets/typescript/encode/strings.js";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(..."\"'\\`$*/{}@<!-\n\r\u2028\u202e\ud800 script") }),
);

/** The value of an expression, as the compiler reads it. */
function evaluated(expression: string): unknown {
  const { outputText } = ts.transpileModule(`export default ${expression};`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: { default?: unknown } = {};
  new Function("exports", outputText)(exports);
  return exports.default;
}

async function printed(source: string): Promise<string> {
  return (await prettier.format(source, { parser: "typescript" })).trimEnd();
}

describe("string literals", () => {
  it.each([
    ["plain", '"plain"'],
    ['say "hi"', `'say "hi"'`],
    [`it's "both"`, `'it\\'s "both"'`],
    ["it's", `"it's"`],
    ["a\nb\t\\", '"a\\nb\\t\\\\"'],
    ["\u2028\u202e\0", '"\\u2028\\u202e\\u0000"'],
    ["\ud800", '"\\ud800"'],
    ["</script><!--", '"\\x3c/script>\\x3c!--"'],
    ["\u{e0001}", '"\\udb40\\udc01"'],
  ])("writes %j", (value, wanted) => {
    expect(stringLiteral(value)).toBe(wanted);
  });

  it("mean what they were made from, and are as Prettier quotes them", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const literal = stringLiteral(value);
        expect(evaluated(literal)).toBe(value);
        expect(await printed(`x = [${literal}];`)).toContain(literal);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  [1e21, "1e21"],
  [-0, "-0"],
  [1.5e-7, "1.5e-7"],
  [12n, "12n"],
])("writes the number %s as Prettier does", async (value, wanted) => {
  expect(numberLiteral(value)).toBe(wanted);
  expect(await printed(`x = ${wanted};`)).toBe(`x = ${wanted};`);
});

describe("property keys", () => {
  it.each([
    ["plain_1", "plain_1"],
    ["default", "default"],
    ["2fa", '"2fa"'],
    ["first-name", '"first-name"'],
    ["", '""'],
    ["été", '"\\u00e9t\\u00e9"'],
  ])("%j", async (name, wanted) => {
    expect(typeKey(name)).toBe(wanted);
    expect(await printed(`x = { ${valueKey(name)}: 1 };`)).toBe(`x = { ${wanted}: 1 };`);
  });

  it("never set the prototype", () => {
    expect(evaluated(`Object.hasOwn({ ${valueKey("__proto__")}: 1 }, "__proto__")`)).toBe(true);
  });

  it("are left alone by Prettier, whatever the letters", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 6 }), async (name) => {
        expect(await printed(`x = { ${valueKey(name)}: 1 };`)).toContain(`${valueKey(name)}: 1`);
      }),
      { numRuns: 200 },
    );
  });
});

describe("comment text", () => {
  it.each([
    ["ends */ here", ["ends *\\/ here"]],
    ["@internal\n * @deprecated x", ["\\@internal", "* \\@deprecated x"].map((line, index) => (index === 0 ? line : ` ${line}`))],
    ["mail a@b.c", ["mail a@b.c"]],
    ["an {@link x}", ["an {\\@link x}"]],
    ["right\u202eto left", ["right\\u202eto left"]],
    ["</script>", ["<\\/script>"]],
    ["//# sourceMappingURL=x", ["/\\/# sourceMappingURL=x"]],
    ["a  \nb\r\nc", ["a", "b", "c"]],
    ["```\n@x   y\n```", ["```", "\\@x   y", "```"]],
  ])("%j", (markdown, wanted) => {
    expect(commentText(markdown, 76)).toEqual(wanted);
  });

  it("is wrapped where a paragraph is too long, with the indentation of its list", () => {
    expect(commentText("- one two three four five", 14)).toEqual(["- one two", "  three four", "  five"]);
    expect(commentText("a first line that is long\nand goes on", 16)).toEqual(["a first line", "that is long and", "goes on"]);
  });

  it("does not end the comment, whatever it is", () => {
    fc.assert(
      fc.property(text, (value) => {
        const comment = `/**\n${commentText(value, 20)
          .map((line) => ` * ${line}\n`)
          .join("")} * ${commentPhrase(value)}\n */\nexport const x = 1;`;
        const file = ts.createSourceFile("x.ts", comment, ts.ScriptTarget.Latest, true);
        expect(file.statements).toHaveLength(1);
        expect(file.statements.flatMap((statement) => ts.getJSDocTags(statement))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
