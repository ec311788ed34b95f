import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { format } from "prettier";
import { disk } from "../../../generator/output/file-system.js";
import { Report } from "../../../generator/source/report.js";
import { loadTemplates, readRuntime, renderTarget, slotNames } from "../../../generator/target/index.js";
import { options } from "../../../generator/targets/typescript/options.js";
import { typescript } from "../../../generator/targets/typescript/target.js";
import { blocksOf, root } from "../../docs/blocks.js";
import { modelOf, summary } from "../../support/schema.js";
import { temporaryFolder, writeTree } from "../../support/temporary-folder.js";
import { provided } from "./loading.js";

const examples = new Map(
  blocksOf("templates/README.md")
    .filter(({ info }) => info !== "")
    .map(({ info, text }) => [info, text]),
);
const builtIn = { path: path.join(root, "templates/typescript"), shown: "templates/typescript" };

/** The guide's schema; one of its operations asks for the variant. */
function schema(): Record<string, string> {
  const folder = path.join(root, "schema/wacht");
  const all = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const);
  return Object.fromEntries(all.map(([name, text]) => [name, text.replace(/^( +)http: POST$/m, "$1http: POST\n$1template: experimental")]));
}

/** The guide's client with all examples over the built-in templates. */
async function render(): Promise<ReadonlyMap<string, string>> {
  const mine = temporaryFolder();
  writeTree(mine, Object.fromEntries(examples));
  const report = new Report();
  const { templates } = await loadTemplates({ builtIn, overlays: [{ path: mine, shown: "mine" }] }, disk, provided, report);
  const rendering = { model: modelOf(schema()), options: options.parse({}), templates, runtime: readRuntime(builtIn, disk).files, report };
  const files = new Map(renderTarget(typescript, rendering).map(({ path: file, content }) => [file, content]));
  expect(report.diagnostics.map(summary)).toEqual([]);
  return files;
}

it("has an example for every slot", () => {
  expect(slotNames.filter((slot) => !examples.has(`${slot}.ts`))).toEqual([]);
});

const added: readonly (readonly [string, string])[] = [
  ["client.ts", "export function connect(): WachtClient {\n  return new WachtClient();\n}\n"],
  ["ai.ts", '/** The operations of `ai`. */\nexport const AiOperations: readonly string[] = [\n  "ai.list_execution_contexts",\n'],
  ["ai.ts", 'export const listExecutionContextsKey = "ai.list_execution_contexts";\n'],
  ["ai.ts", "\n// Experimental: not covered by the promises of the version.\n"],
  ["context.ts", 'export const defaultContextStatus: ContextStatus = "active";\n'],
  ["errors.ts", "export type AnyError =\n  | InvalidRequestError\n"],
  ["OPERATIONS.md", "# wacht\n\n- `ai.list_execution_contexts` (GET): Lists the execution contexts of the deployment.\n"],
];

it("adds what the examples say, laid out as Prettier would", async () => {
  const files = await render();
  for (const [file, text] of added) expect(files.get(file)).toContain(text);
  for (const file of ["client.ts", "ai.ts", "context.ts", "errors.ts"]) {
    const text = files.get(file) ?? "";
    expect(await format(text, { parser: "typescript" })).toBe(text);
  }
});
