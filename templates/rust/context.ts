export type { RustContext as Context } from "heddle/rust";
