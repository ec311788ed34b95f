import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Everything that a project could demand of code that it takes in. */
const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noEmit: true,
};

const root = "/check";

/** The one package that generated code may import: it is read from where the project has it. */
const zod = path.join(import.meta.dirname, "../../node_modules/zod");

/** What a name below `node_modules` means on disk, if it is there. */
function inZod(name: string): string | undefined {
  const [, inside] = /^\/check\/node_modules\/zod(.*)$/.exec(name) ?? [];
  const file = inside === undefined ? undefined : path.join(zod, inside);
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** What the compiler has to say about files in memory, by their paths: `path:line: message`. Empty if all is well. */
export function typeErrors(files: ReadonlyMap<string, string>): readonly string[] {
  const texts = new Map([...files].map(([name, text]) => [path.posix.join(root, name), text]));
  texts.set(`${root}/package.json`, '{ "type": "module" }');
  const host = inMemory(texts);
  const program = ts.createProgram({ rootNames: [...texts.keys()].filter((name) => name.endsWith(".ts")), options: strictest, host });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const name = path.posix.relative(root, diagnostic.file?.fileName ?? root);
    return `${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
  });
}

const libraries = new Map<string, ts.SourceFile | undefined>();

/** A host that knows these files and the compiler's own libraries. */
function inMemory(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  const host = ts.createCompilerHost(strictest);
  const standard = path.dirname(ts.getDefaultLibFilePath(strictest));
  return {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (name) => texts.has(name) || inZod(name) !== undefined,
    directoryExists: (name) => folders.has(name) || name === `${root}/node_modules` || inZod(name) !== undefined,
    getDirectories: () => [],
    realpath: (name) => name,
    readFile(name) {
      const file = inZod(name);
      return texts.get(name) ?? (file && readFileSync(file, "utf8"));
    },
    getSourceFile(name, options) {
      const text = texts.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, options);
      const file = inZod(name) ?? path.resolve(name);
      if (!file.startsWith(standard) && !file.startsWith(zod)) return undefined;
      if (!libraries.has(name)) libraries.set(name, ts.createSourceFile(name, readFileSync(file, "utf8"), options));
      return libraries.get(name);
    },
  };
}

function foldersAbove(name: string): string[] {
  const parent = path.posix.dirname(name);
  return parent === name ? [parent] : [parent, ...foldersAbove(parent)];
}
