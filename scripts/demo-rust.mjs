import { spawn, spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

/** Runs `demo/rust` against mocks in this process; gives the exit code of cargo, or says what is missing. */
export async function demoRust() {
  if (spawnSync("cargo", ["--version"]).status !== 0) {
    console.error(
      "There is no cargo, which compiles the demo in Rust. Rust 1.85 or newer has it: https://rustup.rs\nWithout it: npm start",
    );
    return 1;
  }
  const target = process.env["CARGO_TARGET_DIR"] ?? path.join(root, "node_modules/.cache/heddle-rust/target");
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  console.error("Compiling the demo (cargo build); the first time takes a minute or two.");
  const built = await cargo(["build", "--quiet"], env);
  if (built !== 0) return built;
  const { mock } = await import("heddle/mock");
  const schema = (name) => path.join(root, "schema", name, "api.yaml");
  const [current, older] = await Promise.all([mock({ schema: schema("wacht") }), mock({ schema: schema("wacht-v0") })]);
  try {
    return await cargo(["run", "--quiet"], { ...env, DEMO_CURRENT: current.url, DEMO_OLDER: older.url });
  } finally {
    await Promise.all([current.close(), older.close()]);
  }
}

function cargo(args, env) {
  const child = spawn("cargo", args, { cwd: path.join(root, "demo/rust"), env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => child.on("close", (status) => resolve(status ?? 1)));
}
