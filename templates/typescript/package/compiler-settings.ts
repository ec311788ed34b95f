import type { Context } from "../context.js";
import { jsonText } from "./json-text.js";

/** `tsconfig.json` for the package's own build. */
export function compilerSettings(cx: Context): string {
  const bundled = cx.options["extension"] === "";
  return jsonText({
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      module: bundled ? "esnext" : "nodenext",
      moduleResolution: bundled ? "bundler" : "nodenext",
      types: [],
      rootDir: ".",
      outDir: "dist",
      declaration: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      isolatedDeclarations: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      ...(cx.options["extension"] === ".ts" && { rewriteRelativeImportExtensions: true }),
    },
    include: ["**/*.ts"],
    exclude: ["dist", "node_modules"],
  });
}
