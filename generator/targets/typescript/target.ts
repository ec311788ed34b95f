import { createRequire } from "node:module";
import type { Target } from "../../target/index.js";
import { check } from "./check.js";
import { context } from "./context.js";
import { finish } from "./finish/finish.js";
import { options, type Options } from "./options.js";
import { plan } from "./plan.js";
import { print } from "./print.js";
import { runtimeFile } from "./runtime-file.js";
import { scopes } from "./scopes.js";
import type { TypeScriptContext } from "./template-context.js";

/** TypeScript for browsers, Node and everything that has `fetch`. */
export const typescript: Target<Options, TypeScriptContext> = {
  id: "typescript",
  options,
  scopes,
  check,
  context,
  plan,
  print: (path, content, { extension }) => print(path, content, extension),
  runtime: runtimeFile,
  prepare: () => import("./finish/ts-morph.js"),
  packages: new Map([["ts-morph", () => createRequire(import.meta.url)("ts-morph") as unknown]]),
  finish,
};
