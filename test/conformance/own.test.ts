import path from "node:path";
import { describe, expect, it } from "vitest";
import { conformance, type ConformanceRequest, type ConformanceResult } from "../../generator/conformance/run.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import type { OutputFile } from "../../generator/target/index.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";

const suite = `suite: 1
schema: api.yaml
defaults:
  client: { base_url: "{server}" }
scenarios:
  things.list:
    call: { list_things: {} }
    exchange: [{ expect: { target: /things }, reply: { json: [] } }]
    outcome: { ok: [] }
`;

const schema = `heddle: 1
api: shop
version: "1"
client: { name: Shop, base_url: https://shop.example }
resources:
  things:
    at: /things
    list_things: { http: GET, returns: "string[]" }
`;

const config = "schema: api.yaml\ntargets: { typescript: { out: sdk, package: { name: shop, version: 1.0.0 } } }\n";

interface Played extends ConformanceResult {
  /** The files of the client. */
  readonly files: readonly string[];
}

/** Plays the scenarios of a project of these files. */
async function played(files: Readonly<Record<string, string>>, request: Partial<ConformanceRequest> = {}): Promise<Played> {
  const root = temporaryFolder();
  writeTree(root, { "shop.yaml": suite, "api.yaml": schema, ...files });
  const project = { fs: disk, root, config: "heddle.config.yaml", heddle: installation(disk) };
  const made: string[] = [];
  const suppressions = request.suppressions === undefined ? {} : { suppressions: path.join(root, request.suppressions) };
  const result = await conformance(project, {
    target: "typescript",
    suites: [path.join(root, "shop.yaml")],
    alter: (file) => (made.push(file.path), file),
    ...request,
    ...suppressions,
  });
  return { ...result, files: made };
}

const statuses = ({ verdicts }: ConformanceResult): readonly string[] => verdicts.map(({ status }) => status);
const messages = ({ report }: ConformanceResult): readonly string[] =>
  report.diagnostics.map(({ code, message, span }) => `${span ? span.file.path.replace(/^.*\//, "") : "nowhere"}: ${code} ${message}`);

const shelf = `types:
  Shelf: { name: string }
`;

/** What a template of one's own might write. */
const misprinted = ({ path: name, content }: OutputFile): OutputFile => ({
  path: name,
  content: name === "api.ts" ? String(content).replace("interface Shelf {", "interface Shelf { name: = ;") : content,
});

describe("scenarios of a user's own", () => {
  it("say which type of the schema does not compile", async () => {
    const api = `${schema.replace("string[]", "Shelf[]")}${shelf}`;
    const result = await played({ "api.yaml": api }, { alter: misprinted });
    expect(result.ok).toBe(false);
    expect(messages(result)).toMatchInlineSnapshot(`
      [
        "api.yaml: HD807 the client of \`api.yaml\` does not compile: Unexpected "=" (\`api.ts:5\`, of the type \`Shelf\`)",
      ]
    `);
  });

  it("are about the schema that they name", async () => {
    const result = await played({});
    expect([messages(result), statuses(result), result.files.includes("package.json")]).toEqual([[], ["passed"], false]);
  });

  it("are about the target that the configuration has for it", async () => {
    const result = await played({ "heddle.config.yaml": config });
    expect([messages(result), statuses(result), result.files.includes("package.json")]).toEqual([[], ["passed"], true]);
  });

  it("say where a schema is named that is not there", async () => {
    const result = await played({ "shop.yaml": suite.replace("api.yaml", "apo.yaml") });
    expect([messages(result), result.ok]).toEqual([["shop.yaml: HD100 there is no file `apo.yaml`"], false]);
  });

  it("say which option a client does not have", async () => {
    const result = await played({ "shop.yaml": suite.replace("base_url", "bace_url") });
    expect(messages(result)).toEqual(["shop.yaml: HD802 the client has no option `bace_url`; did you mean `base_url`?"]);
  });

  it("may fail where a file says why, until they pass", async () => {
    const allowed = "things.list: { reason: not yet, issue: '7' }\n";
    const wrong = { "may-fail.yaml": allowed, "shop.yaml": suite.replace("target: /things", "target: /thongs") };
    const failing = await played(wrong, { suppressions: "may-fail.yaml" });
    expect([statuses(failing), failing.ok]).toEqual([["suppressed"], true]);
    const passing = await played({ "may-fail.yaml": allowed }, { suppressions: "may-fail.yaml" });
    expect([statuses(passing), passing.ok]).toEqual([["revived"], false]);
    const other = await played({ "may-fail.yaml": allowed.replace("list", "lost") }, { suppressions: "may-fail.yaml" });
    expect([messages(other), other.ok]).toEqual([["nowhere: HD803 no scenario is called `things.lost`, which is suppressed"], false]);
    const missing = await played({}, { suppressions: "nix.yaml" });
    expect([messages(missing)[0]?.replace(/`.*`/, "`..`"), missing.ok]).toEqual(["nowhere: HD804 there is no file `..`", false]);
  });
});

it("nothing is played of a suite that nobody asked for", async () => {
  const { verdicts, files } = await played({}, { only: ["other"] });
  expect([verdicts, files]).toEqual([[], []]);
});
