import path from "node:path";
import type { Plugin } from "esbuild";
import { disk } from "../../../output/file-system.js";
import type { OutputFile } from "../../../target/index.js";
import type { Driver } from "../driver.js";

const major = Number.parseInt(process.versions.node, 10);

/** The first Node whose fetch speaks HTTP/2. */
const withHttp2 = 26;

/** Runs in the Node that runs Heddle. */
export const driver: Driver = {
  target: "typescript",
  withoutHttp2: withHttp2 > major ? `the fetch of Node ${major} speaks HTTP/1.1 only; from Node ${withHttp2} on it speaks both` : undefined,
  async build(files, folder, home) {
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
      entryPoints: [path.join(home, "typescript/program/main.ts")],
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node20",
      tsconfigRaw: {},
      logLevel: "silent",
      plugins: [generated(files)],
    });
    const file = path.join(folder, "driver.mjs");
    disk.write(file, outputFiles[0]?.contents ?? "");
    return { command: process.execPath, args: [file] };
  },
};

/** What was generated, from memory. */
function generated(files: readonly OutputFile[]): Plugin {
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
