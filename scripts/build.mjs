import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");
const dist = path.join(root, "dist");

/**
 * Bundles the generator to `dist/`. What every run needs (commander, yaml, zod) is bundled, because one file loads faster than two
 * hundred, and so is what serves the mock (hono), so that nobody installs it; what only some runs need (ts-morph, esbuild, prettier) stays a package behind a dynamic import, in a chunk of its own.
 *
 * Only files that differ are written, so that a build does not pull the floor from under a `heddle` that is running.
 */
export async function build() {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: {
      heddle: "generator/cli/main.ts",
      index: "generator/index.ts",
      mock: "generator/mock.ts",
      template: "generator/template.ts",
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["ts-morph", "esbuild", "prettier", "prettier/*"],
    // The build of `yaml` for Node is CommonJS, which is not tree-shaken; the one for browsers is the same code as modules.
    alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") },
    plugins: [withoutLocales],
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);' },
    legalComments: "none",
    logLevel: "error",
  });
  const wanted = new Set(outputFiles.map((file) => path.basename(file.path)));
  await mkdir(dist, { recursive: true });
  await Promise.all(outputFiles.map((file) => writeIfChanged(file.path, file.text)));
  await writeIfChanged(path.join(dist, "third-party.txt"), await licences());
  const stale = (await readdir(dist)).filter((name) => name.endsWith(".js") && !wanted.has(name));
  await Promise.all(stale.map((name) => rm(path.join(dist, name), { force: true })));
}

/** The licences of what is bundled have to come along. */
async function licences() {
  const texts = ["@hono/node-server", "commander", "hono", "yaml", "zod"].map(async (name) => {
    const text = await readFile(path.join(root, "node_modules", name, "LICENSE"), "utf8");
    return `This bundle contains ${name}:\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

/** zod exports its messages in fifty languages, a third of the bundle; Heddle words its own. */
const withoutLocales = {
  name: "without-locales",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export { default as en } from "./en.js";' }));
  },
};

async function writeIfChanged(file, text) {
  if ((await readFile(file, "utf8").catch(() => undefined)) === text) return;
  const mode = path.basename(file) === "heddle.js" ? 0o755 : 0o644;
  const next = `${file}.${process.pid}`;
  await writeFile(next, text, { mode });
  await rename(next, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
