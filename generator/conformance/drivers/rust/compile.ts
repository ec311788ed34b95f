import path from "node:path";
import { disk } from "../../../output/file-system.js";
import { BuildError, ToolError } from "../build-error.js";
import { cargoEnvironment, runCargo } from "./cargo.js";

/** A line of `cargo --message-format=json`, as far as it is looked at. */
interface CargoMessage {
  readonly reason: string;
  readonly target?: { readonly name: string };
  readonly fresh?: boolean;
  readonly message?: {
    readonly level: string;
    readonly message: string;
    readonly code?: { readonly code: string } | null;
    readonly spans: readonly { readonly file_name: string; readonly line_start: number; readonly is_primary: boolean }[];
  };
}

/** One after the other: all have one target folder, and there the same name. */
let before: Promise<unknown> = Promise.resolve();

/** Compiles the crate in a folder; gives the path of its program there. */
export function compiled(folder: string, progress: (step: string) => void): Promise<string> {
  const built = before.then(() => build(folder, progress));
  before = built.catch(() => undefined);
  return built;
}

async function build(folder: string, progress: (step: string) => void): Promise<string> {
  progress("compiling the Rust client");
  const heard = (text: string): void => {
    const names = messages(text).flatMap(({ reason, fresh, target }) =>
      reason === "compiler-artifact" && !fresh && target ? [target.name] : [],
    );
    const last = names.at(-1);
    if (last !== undefined) progress(`compiling the Rust client: ${last} is done`);
  };
  const { status, stdout, stderr } = await runCargo(folder, ["build", "--quiet", "--message-format", "json"], {}, heard).catch(
    (error: unknown) => {
      throw new ToolError("cargo", "Rust 1.85 or newer has it: https://rustup.rs", error);
    },
  );
  if (status !== 0) throw failure(stdout, stderr);
  const own = path.join(folder, "driver");
  disk.copy(path.join(cargoEnvironment()["CARGO_TARGET_DIR"] ?? "", "debug/driver"), own);
  return own;
}

/** The first error of the compiler; where cargo itself has failed, its words. */
function failure(stdout: string, stderr: string): BuildError {
  const errors = messages(stdout).flatMap(({ message }) => (message?.level === "error" ? [message] : []));
  const [first] = errors;
  if (!first) return new BuildError(stderr.trim().slice(-2000));
  const span = first.spans.find((each) => each.is_primary);
  const code = first.code ? ` (${first.code.code})` : "";
  return new BuildError(`${first.message}${code}`, span && { path: span.file_name.replaceAll("\\", "/"), line: span.line_start });
}

function messages(text: string): readonly CargoMessage[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line.startsWith('{"reason"') ? [JSON.parse(line) as CargoMessage] : [];
    } catch {
      // A piece of output may end within a line.
      return [];
    }
  });
}
