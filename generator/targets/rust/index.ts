// What templates for Rust may name: `import type { RustContext } from "heddle/rust"`.
export type { RustContext } from "./template-context.js";
