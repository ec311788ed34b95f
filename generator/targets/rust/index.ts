// What templates and transforms for Rust may name: `import type { RustContext, TextFile } from "heddle/rust"`.
export type { RustContext } from "./template-context.js";
export type { TextFile } from "../../target/index.js";
