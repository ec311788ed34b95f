import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { code, empty, isEmpty, lines, reference, text, type CodeLike } from "../../../generator/code/index.js";
import { print, templateOf } from "./print.js";

describe("the layout of a template", () => {
  it("loses its common indentation and keeps what is deeper", () => {
    const members = [code`a();`, code`b();`];
    const printed = print(code`
      /**
       * Says what.
       */
      export class ${text("User")} {
        ${members}

        c() {
          return 1;
        }
      }
    `);
    expect(printed).toBe(
      ["/**", " * Says what.", " */", "export class User {", "  a();", "  b();", "", "  c() {", "    return 1;", "  }", "}", ""].join("\n"),
    );
  });

  it("may begin behind the backtick", () => {
    expect(
      print(code`f(() => {
        g();
          h();
      })`),
    ).toBe("f(() => {\n  g();\n    h();\n})\n");
  });

  it("keeps every space of a template of one line", () => {
    expect(print([code`a `, code` b`])).toBe("a  b\n");
  });

  it("counts a level for each deeper line, however deep it is", () => {
    expect(
      print(code`
        a
            b
              c
            d
        e
      `),
    ).toBe("a\n  b\n    c\n  d\ne\n");
  });

  it("refuses a first line that is deeper than a later one, which no place can be indented for", () => {
    expect(
      () => code`
          .a()
        .b()
      `,
    ).toThrow("the first line of a template is indented more than a later one");
  });

  it("gives back the lines of any block", () => {
    const tree = fc.letrec<{ block: readonly string[] }>((tie) => ({
      block: fc
        .array(
          fc.oneof(
            { maxDepth: 4 },
            fc.stringMatching(/^[a-z(){};.]{1,12}$/).map((word) => [word]),
            indented(tie("block")),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((parts) => ["first", ...parts.flat()]),
    })).block;
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 9 }), (block, margin) => {
        const source = ["", ...block.map((each) => (each === "" ? "" : " ".repeat(margin) + each)), " "].join("\n");
        expect(print(code(templateOf(source)))).toBe(`${block.join("\n")}\n`);
      }),
    );
  });

  it("indents what is put into it by where it stands", () => {
    const inner = code`
      if (a) {
        b();
      }
    `;
    expect(
      print(code`
      {
        x = ${inner};
        ${inner}
      }
    `),
    ).toBe("{\n  x = if (a) {\n    b();\n  };\n  if (a) {\n    b();\n  }\n}\n");
  });
});

function indented(block: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> {
  return block.map((inner) => ["{", ...inner.map((each) => `  ${each}`), "}"]);
}

describe("an empty value", () => {
  const nothing: readonly (readonly [string, CodeLike])[] = [
    ["undefined", undefined],
    ["null", null],
    ["false", false],
    ["an empty list", []],
    ["a list of nothing", [undefined, [false]]],
    ["empty code", empty],
    ["an empty template", code``],
  ];

  it.each(nothing)("takes its line away: %s", (_, value) => {
    expect(isEmpty(value)).toBe(true);
    expect(
      print(code`
      a
      ${value}
      b
    `),
    ).toBe("a\nb\n");
  });

  it.each<[string, CodeLike, string]>([
    [
      "between others, one empty line stays",
      code`
      a

      ${empty}

      b
    `,
      "a\n\nb\n",
    ],
    [
      "before the end of a block, none stays",
      code`
      {
        a

        ${empty}
      }
    `,
      "{\n  a\n}\n",
    ],
    [
      "after the start of a block, none stays",
      code`
      {
        ${empty}

        a
      }
    `,
      "{\n  a\n}\n",
    ],
    [
      "the line after a block keeps its distance",
      code`
      a:
        b

        ${empty}

      c
    `,
      "a:\n  b\n\nc\n",
    ],
    [
      "a block of nothing else is empty",
      code`
      {
        ${empty}
      }
    `,
      "{\n}\n",
    ],
    [
      "a line that has something else stays",
      code`
      a${empty}
      (${[]})
    `,
      "a\n()\n",
    ],
  ])("%s", (_, value, printed) => {
    expect(print(value)).toBe(printed);
  });
});

describe("a plain string", () => {
  const put = (value: unknown): unknown => code`x = ${value as CodeLike};`;

  it("does not compile", () => {
    expectTypeOf<string>().not.toExtend<CodeLike>();
    expectTypeOf<{ readonly kind: "text" }>().not.toExtend<CodeLike>();
    expectTypeOf<readonly string[]>().not.toExtend<CodeLike>();
  });

  it("throws, whatever it says and wherever it hides", () => {
    const hide = (value: string): fc.Arbitrary<unknown> => fc.constantFrom<unknown>(value, [value], [[undefined, value]], [code`a`, value]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }).chain(hide), (value) => {
        expect(() => put(value)).toThrow("is not code");
      }),
    );
  });

  it("is named in the error", () => {
    expect(() => put("*/ evil")).toThrow('the text "*/ evil" is not code');
  });

  it.each([
    1,
    true,
    10n,
    Symbol("x"),
    () => code`a`,
    { kind: "text", text: "evil" },
    Object.create(Object.getPrototypeOf(code`a`) as object),
    new Map(),
  ])("is refused in every disguise: %s", (value) => {
    expect(() => put(value)).toThrow("is not code");
    expect(() => lines([value as CodeLike])).toThrow("is not code");
  });

  it("cannot come in as the template itself", () => {
    const call = code as unknown as (strings: unknown) => unknown;
    expect(() => call(["evil"])).toThrow("is a tag");
    expect(() => call(Object.assign(["evil"], { raw: ["evil"] }))).toThrow("is a tag");
    expect(() => call("evil")).toThrow("is a tag");
  });
});

it("takes names, texts and code in one line", () => {
  expect(print(code`${reference({ name: "User", module: "user", space: "type" })}<${text('"a"')}>`)).toBe('User<"a">\n');
});
