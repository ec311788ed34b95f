import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cache, cargo, sharedDependencies, type Run } from "../support/cargo.js";
import { moduleOf } from "./module.js";

const repository = path.join(import.meta.dirname, "../../..");

/** A crate with the blocks of one document; the number of a block is its argument. */
export class SeedProgram {
  readonly #folder: string;

  constructor(crate: string, blocks: readonly string[]) {
    this.#folder = path.join(cache, `seeds-${crate}`);
    mkdirSync(path.join(this.#folder, "src"), { recursive: true });
    writeFileSync(path.join(this.#folder, "Cargo.toml"), manifest(crate));
    writeFileSync(path.join(this.#folder, "src/main.rs"), program(blocks));
  }

  build(): Promise<Run> {
    return cargo(this.#folder, ["build", "--quiet"]);
  }

  /** Runs the block of that number, the first one being 1. */
  run(block: number, env: Readonly<Record<string, string>>): Promise<Run> {
    return cargo(this.#folder, ["run", "--quiet", "--", String(block)], env);
  }
}

function manifest(crate: string): string {
  return `[package]
name = "seeds-${crate}"
version = "0.0.0"
edition = "2024"

[dependencies]
wacht = { path = ${JSON.stringify(path.join(repository, "generated/rust", crate))} }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
serde_json = "1"
uuid = { version = "1", features = ["v4"] }
chrono = "0.4"
${sharedDependencies}

[workspace]
`;
}

function program(blocks: readonly string[]): string {
  const modules = blocks.map((block, index) => moduleOf(block, `block_${index + 1}`));
  const arms = modules.map(({ run }, index) => `        Some("${index + 1}") => ${run ?? "Ok(())"},`);
  return `#![allow(unused, unreachable_pub)]

${modules.map(({ source }) => source).join("\n")}
fn main() -> Result<(), Box<dyn std::error::Error>> {
    match std::env::args().nth(1).as_deref() {
${arms.join("\n")}
        other => Err(format!("no block {other:?}").into()),
    }
}

fn wait<T>(block: impl std::future::Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(block)
}
`;
}
