import path from "node:path";
import type { BuildFailure } from "esbuild";
import { disk } from "../../../output/file-system.js";
import type { Driver } from "../driver.js";
import { BuildError } from "../build-error.js";
import { generated } from "../generated.js";

const major = Number.parseInt(process.versions.node, 10);

/** The first Node whose fetch speaks HTTP/2. */
const withHttp2 = 26;

/** Runs in the Node that runs Heddle. */
export const driver: Driver = {
  target: "typescript",
  without: {
    http2: withHttp2 > major ? `the fetch of Node ${major} speaks HTTP/1.1 only; from Node ${withHttp2} on it speaks both` : undefined,
  },
  setting: (name) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  async build(files, { folder, home }) {
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
    }).catch((error: unknown) => {
      throw buildError(error);
    });
    const file = path.join(folder, "driver.mjs");
    disk.write(file, outputFiles[0]?.contents ?? "");
    return { command: process.execPath, args: [file] };
  },
};

/** What esbuild says first. */
function buildError(error: unknown): unknown {
  const [first] = isFailure(error) ? error.errors : [];
  if (!first) return error;
  const { text, location } = first;
  return new BuildError(text, location ? { path: location.file.replace(/^generated:/, ""), line: location.line } : undefined);
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
