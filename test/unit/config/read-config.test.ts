import { describe, expect, it } from "vitest";
import { readConfig } from "../../../generator/config/read-config.js";
import type { Config } from "../../../generator/config/config.js";
import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";

function read(text: string): { config: Config | undefined; found: string[] } {
  const report = new Report();
  const config = readConfig(new SourceFile("heddle.config.yaml", text), report);
  const found = report.diagnostics.map(({ code, message, span, hint }) => {
    const at = span && span.file.position(span.start);
    return `${at?.line}:${at?.column} ${span?.file.text.slice(span.start, span.end)} | ${code} ${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
  return { config, found };
}

const one = "schema: a.yaml\ntargets:\n  lang: out\n";

describe("configuration", () => {
  it("has a short form for one client", () => {
    const { config, found } = read(one);
    expect(found).toEqual([]);
    expect(config?.targets).toMatchObject([
      { name: "lang", schema: { value: "a.yaml" }, out: { value: "out" }, templates: [], transforms: [] },
    ]);
    expect(config?.largestFile).toBe(32e6);
  });

  it("has a long form for several, each with its own settings", () => {
    const { config, found } = read(`
limits: { schema: 64 MB }
allow_outside: ../shared
clients:
  shop:
    schema: ./shop//api.yaml
    targets:
      lang:
        out: generated/shop/
        templates: [mine, theirs]
        transforms: banner.ts
        whatever: 1
      other: generated/other
  bank:
    schema: bank.yaml
    targets: { lang: generated/bank }
`);
    expect(found).toEqual([]);
    expect(config?.targets.map(({ name, client, schema, out }) => [name, client, schema.value, out.value])).toEqual([
      ["shop/lang", "shop", "shop/api.yaml", "generated/shop"],
      ["shop/other", "shop", "shop/api.yaml", "generated/other"],
      ["bank/lang", "bank", "bank.yaml", "generated/bank"],
    ]);
    expect(config?.targets[0]?.templates.map(({ value }) => value)).toEqual(["mine", "theirs"]);
    expect(config?.targets[0]?.transforms.map(({ value }) => value)).toEqual(["banner.ts"]);
    expect(config?.largestFile).toBe(64e6);
    expect(config?.allowedOutside.map(({ value }) => value)).toEqual(["../shared"]);
  });

  it.each<[string, string, string[]]>([
    ["an unknown key", `${one}scheme: x\n`, ["4:1 scheme | HD202 the configuration has no key `scheme` (did you mean `schema`?)"]],
    ["a list of targets", "schema: a.yaml\ntargets: [lang]\n", ["2:10 [lang] | HD201 `targets` must be a mapping, not a list"]],
    ["no schema", "targets: { lang: out }\n", ["1:1  | HD005 the configuration has no `schema`"]],
    ["no targets", "schema: a.yaml\n", ["1:1  | HD005 the configuration has no `targets`"]],
    ["a client without targets", "clients:\n  a: { schema: a.yaml }\n", ["2:3 a | HD203 this client needs `targets`"]],
    [
      "clients beside one",
      `${one}clients:\n  a: { schema: a.yaml, targets: { lang: b } }\n`,
      ["1:1 schema | HD006 `schema` and `targets` stand beside `clients`"],
    ],
    [
      "an absolute path",
      "schema: /a.yaml\ntargets: { lang: out }\n",
      ["1:9 /a.yaml | HD003 `/a.yaml` is not a path from the folder of the configuration, with `/` between its parts"],
    ],
    [
      "a Windows path",
      "schema: a\\b.yaml\ntargets: { lang: out }\n",
      ["1:9 a\\b.yaml | HD003 `a\\b.yaml` is not a path from the folder of the configuration, with `/` between its parts"],
    ],
    ["no size", `${one}limits: { schema: lots }\n`, ["4:19 lots | HD009 `lots` is not a size"]],
    [
      "the same folder twice",
      "schema: a.yaml\ntargets:\n  lang: out\n  other: ./out/\n",
      ["4:10 ./out/ | HD004 two targets write to `out`"],
    ],
    [
      "a folder in another",
      "schema: a.yaml\ntargets:\n  lang: out/inner\n  other: out\n",
      ["3:9 out/inner | HD004 `out/inner` lies in `out`, which another target writes to"],
    ],
    [
      "a folder beside the targets",
      `${one}out: x\n`,
      ["4:1 out | HD202 the configuration has no key `out` (the folder belongs to its target, below `targets`)"],
    ],
    [
      "a folder called otherwise",
      "schema: a.yaml\ntargets:\n  lang: { output: x }\n",
      ["3:3 lang | HD203 this target needs `out` (`output` is written `out`)"],
    ],
    ["an output without folder", "schema: a.yaml\ntargets:\n  lang: { templates: x }\n", ["3:3 lang | HD203 this target needs `out`"]],
  ])("reports %s", (_, text, expected) => {
    const { config, found } = read(text);
    expect(found).toEqual(expected);
    expect(config).toBeUndefined();
  });

  it("lets folders stand side by side whose names begin alike", () => {
    expect(read("schema: a.yaml\ntargets:\n  lang: out\n  other: out2\n").found).toEqual([]);
  });
});
