import { code, lines, printCode, references, text, type Code, type ModuleSymbol } from "../../code/index.js";
import { compareNames, useTree } from "./imports.js";
import { clientModule, errorsModule, modelsModule, runtimeModule } from "./modules.js";

/** What the root of the crate exports again. */
const atRoot = new Set([clientModule, errorsModule, runtimeModule]);

/**
 * A program as a fenced block, with the imports that it needs from the crate. It is compiled by `cargo test` and not run; where nobody
 * knows what the crate is called, it is only shown. Outside of comments, readers want to know its language.
 */
export function exampleFence(example: Code, crate: string | undefined, language?: string): readonly string[] {
  const imports = importsOf(example, crate ?? "crate");
  const layout = { width: 80, tabWidth: 4, local: ({ name }: ModuleSymbol) => name };
  const parts = [...(imports.length === 0 ? [] : [lines(imports)]), example].map((part) => printCode(part, layout).trimEnd().split("\n"));
  const body = parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  const marks = [language, crate === undefined ? "ignore" : "no_run"].filter((mark) => mark !== undefined);
  return [`\`\`\`${marks.join(",")}`, ...body, "```"];
}

function importsOf(example: Code, crate: string): readonly Code[] {
  const names = new Map<string, Set<string>>();
  for (const { module, name } of references(example)) {
    const path = publicPath(module, crate);
    names.set(path, (names.get(path) ?? new Set()).add(name));
  }
  return [...names]
    .sort(([a], [b]) => compareNames(a, b))
    .map(
      ([path, used]) =>
        code`use ${useTree(
          text(path),
          [...used].sort(compareNames).map((name) => text(name)),
        )};`,
    );
}

/** The path by which programs know a module of the crate. */
function publicPath(module: string, crate: string): string {
  if (atRoot.has(module)) return crate;
  const known = module.startsWith(`${modelsModule}::`) ? modelsModule : module;
  return known.replace(/^crate(?=::|$)/, crate);
}
