import { createRequire } from "node:module";
import { buildSync } from "esbuild";
import type * as zod from "zod";
import type { Codec } from "../../templates/typescript/runtime/index.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";

/** What a generated client exports for a type; what is generic is made for texts. */
export interface GeneratedType {
  readonly name: string;
  readonly codec: Codec<unknown>;
  readonly schema: zod.ZodType;
}

type Maker<T> = (...args: readonly T[]) => T;

interface Client {
  readonly codecs: Readonly<Record<string, Codec<unknown> | Maker<Codec<unknown>>>>;
  readonly schemas: Readonly<Record<string, zod.ZodType | Maker<zod.ZodType>>>;
  readonly string: Codec<unknown>;
  readonly z: typeof zod;
}

const entry = `
  export * as codecs from "./index.ts";
  export * as schemas from "./validators/index.ts";
  export { string } from "./runtime/index.ts";
  export * as z from "zod";
`;

/** Runs a generated client that has `validators: zod`, and gives its types. */
export function generatedTypes(files: ReadonlyMap<string, string>): readonly GeneratedType[] {
  const { codecs, schemas, string, z } = run(files);
  return Object.entries(schemas).map(([key, schema]) => {
    const name = key.replace(/Schema$/, "");
    const codec = codecs[name];
    if (codec === undefined) throw new Error(`there is no codec for ${key}`);
    return { name, codec: made(codec, string), schema: made(schema, z.string()) };
  });
}

function made<T extends object>(type: T | Maker<T>, argument: T): T {
  return typeof type === "function" ? type(argument, argument, argument) : type;
}

function run(files: ReadonlyMap<string, string>): Client {
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries([...files].filter(([file]) => file.endsWith(".ts"))));
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    external: ["zod"],
  });
  const module: { exports: unknown } = { exports: undefined };
  new Function("module", "require", outputFiles[0]?.text ?? "")(module, createRequire(import.meta.url));
  return module.exports as Client;
}
