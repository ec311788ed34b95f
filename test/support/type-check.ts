import { readFileSync } from "node:fs";
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
    fileExists: (name) => texts.has(name),
    directoryExists: (name) => folders.has(name),
    getDirectories: () => [],
    realpath: (name) => name,
    readFile: (name) => texts.get(name),
    getSourceFile(name, options) {
      const text = texts.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, options);
      if (!path.resolve(name).startsWith(standard)) return undefined;
      if (!libraries.has(name)) libraries.set(name, ts.createSourceFile(name, readFileSync(name, "utf8"), options));
      return libraries.get(name);
    },
  };
}

function foldersAbove(name: string): string[] {
  const parent = path.posix.dirname(name);
  return parent === name ? [parent] : [parent, ...foldersAbove(parent)];
}
