import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

const client = path.join(import.meta.dirname, "../../generated/typescript/wacht");

/** A program for browsers as one module: minified, as an application would ship it; `left` modules are imported, not contained. */
export async function bundle(program: string, left?: (module: string) => boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: client, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    plugins: left ? [leavingOut(left)] : [],
  });
  return outputFiles[0]?.text ?? "";
}

function leavingOut(left: (module: string) => boolean): Plugin {
  return {
    name: "leave out",
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, (args) => {
        const file = path.resolve(args.resolveDir, args.path).replace(/\.js$/, ".ts");
        return left(path.relative(client, file))
          ? { path: path.basename(file), external: true, sideEffects: false }
          : { path: file, sideEffects: false };
      });
    },
  };
}

/** Bytes of a program, minified and gzipped, and what runtime and codecs add to what else it holds. */
export async function sizes(program: string): Promise<{ total: number; runtime: number; codecs: number }> {
  const isCodec = (module: string): boolean => module.startsWith("runtime/codecs/");
  const isRuntime = (module: string): boolean => /^runtime\/(?!index\.ts$)/.test(module) && !isCodec(module);
  const total = zipped(await bundle(program));
  const without = async (left: (module: string) => boolean): Promise<number> =>
    zipped((await bundle(program, left)).replace(/import(\{[^}]*\}from)?"[^"]*";/g, ""));
  return { total, runtime: total - (await without(isRuntime)), codecs: total - (await without(isCodec)) };
}

function zipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
