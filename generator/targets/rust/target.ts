import { transformTexts, type Target } from "../../target/index.js";
import { check } from "./check.js";
import { context } from "./context.js";
import { options, type Options } from "./options.js";
import { plan } from "./plan.js";
import { print } from "./print.js";
import { runtimeFile } from "./runtime-file.js";
import { scopes } from "./scopes.js";
import type { RustContext } from "./template-context.js";

/** Rust over reqwest and tokio. */
export const rust: Target<Options, RustContext> = {
  id: "rust",
  options,
  scopes,
  check,
  context,
  plan,
  print,
  runtime: runtimeFile,
  finish: transformTexts,
};
