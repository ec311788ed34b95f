import path from "node:path";
import type { Plugin } from "esbuild";
import type { OutputFile } from "../../target/index.js";

/** What was generated, from memory. */
export function generated(files: readonly OutputFile[]): Plugin {
  const contents = new Map(files.map((file) => [file.path, file.content]));
  return {
    name: "generated",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^heddle:/ }, ({ path: name }) => ({
        path: name === "heddle:surface" ? "conformance/surface.ts" : "conformance/description.json",
        namespace: "generated",
      }));
      onResolve({ filter: /./, namespace: "generated" }, ({ path: name, importer }) => ({
        path: path.posix.join(path.posix.dirname(importer), name).replace(/\.js$/, ".ts"),
        namespace: "generated",
      }));
      onLoad({ filter: /./, namespace: "generated" }, ({ path: name }) => ({
        contents: contents.get(name) ?? "",
        loader: name.endsWith(".json") ? "json" : "ts",
      }));
    },
  };
}
