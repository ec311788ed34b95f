import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { heddle } from "../../support/heddle.js";
import { cache, sharedDependencies } from "./cargo.js";

/** A folder with a schema, the crate that is generated from it, and a program of a test's own that depends on it. */
export interface RustProject {
  /** The generated crate. */
  readonly sdk: string;
  /** The program. */
  readonly app: string;
}

/** What a program needs beside the crate itself. */
export interface Needs {
  /** Of the generated crate. */
  readonly features?: readonly string[];
  /** Lines of `[dependencies]`. */
  readonly dependencies?: readonly string[];
}

/** Generates the crate `name` from one schema file; throws with what heddle said if it finds anything. */
export async function rustProject(
  folder: string,
  name: string,
  schema: string,
  program = "fn main() {}\n",
  needs: Needs = {},
): Promise<RustProject> {
  const root = path.join(cache, folder);
  const [sdk, app] = [path.join(root, "sdk"), path.join(root, "app")];
  rmSync(sdk, { recursive: true, force: true });
  mkdirSync(path.join(app, "src"), { recursive: true });
  writeFileSync(path.join(root, "api.yaml"), schema);
  writeFileSync(path.join(root, "heddle.config.yaml"), config(name));
  writeFileSync(path.join(app, "Cargo.toml"), manifest(name, needs));
  writeFileSync(path.join(app, "src/main.rs"), program);
  const { code, stderr } = await heddle(root, ["generate"]);
  if (code !== 0) throw new Error(stderr);
  return { sdk, app };
}

function config(name: string): string {
  return `schema: api.yaml\ntargets: { rust: { out: sdk, package: { name: ${name}, version: 0.1.0 } } }\n`;
}

function manifest(name: string, { features = [], dependencies = [] }: Needs): string {
  return `[package]
name = "${name}-app"
version = "0.0.0"
edition = "2024"

[dependencies]
futures = "0.3"
${sharedDependencies}
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
${[`${name} = { path = "../sdk", features = ${JSON.stringify(features)} }`, ...dependencies].join("\n")}

[workspace]
`;
}
