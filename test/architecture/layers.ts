/** Which layer may import which. A layer may always import itself; targets never import each other. */
const edges: Readonly<Record<string, readonly string[]>> = {
  source: [],
  model: ["source"],
  syntax: ["source", "model"],
  resolve: ["source", "model", "syntax"],
  openapi: ["source", "model", "syntax"],
  values: ["source", "model", "resolve"],
  code: ["model"],
  target: ["source", "model", "code"],
  template: ["source", "model", "code", "target", "values"],
  output: ["source"],
  config: ["source", "model", "syntax", "target"],
  pipeline: ["source", "model", "syntax", "openapi", "resolve", "code", "target", "targets", "template", "output", "config"],
  mock: ["source", "model", "resolve", "values", "output", "pipeline"],
  index: ["source", "model", "syntax", "resolve", "code", "target", "targets", "output", "config", "pipeline"],
  conformance: ["source", "model", "syntax", "target", "output", "config", "pipeline"],
  cli: [
    "source",
    "model",
    "syntax",
    "openapi",
    "resolve",
    "code",
    "target",
    "targets",
    "output",
    "config",
    "pipeline",
    "index",
    "conformance",
    "mock",
  ],
};

const perLanguage = ["source", "model", "code", "target", "values"];

/** The layer of a path: the folder under `generator/`, a language of its own under `targets/`. */
export function layerOf(path: string): string {
  const [, folder = "", language = ""] = path.split("/");
  if (folder === "targets" && !language.endsWith(".ts")) return `targets/${language}`;
  return folder.replace(/\.ts$/, "");
}

export function allows(from: string, to: string): boolean {
  if (from === to) return true;
  if (from.startsWith("targets/")) return perLanguage.includes(to);
  if (from === "targets") return perLanguage.includes(to) || to.startsWith("targets/");
  return (edges[from] ?? []).some((layer) => to === layer || (layer === "targets" && to.startsWith("targets/")));
}

/** One owner per library: who may load it. Types may be imported anywhere. */
export const libraryOwners: Readonly<Record<string, readonly string[]>> = {
  yaml: ["generator/syntax/yaml"],
  zod: ["generator/syntax/", "generator/config/", "generator/targets/", "generator/conformance/"],
  prettier: ["generator/code/layout.ts", "generator/targets/typescript/"],
  "ts-morph": ["generator/targets/typescript/"],
  commander: ["generator/cli/main.ts"],
  hono: ["generator/mock/"],
  "@hono/node-server": ["generator/mock/"],
  esbuild: ["generator/target/bundle.ts", "generator/conformance/drivers/"],
  "node:fs": ["generator/output/file-system.ts"],
  "node:fs/promises": ["generator/output/file-system.ts"],
};
