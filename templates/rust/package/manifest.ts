import type { Model } from "heddle/template";
import type { Context } from "../context.js";
import { hasPatterns } from "./patterns.js";

/** The option `package`. */
export interface PackageOptions {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly repository?: string;
}

/** `Cargo.toml`. */
export function manifest(model: Model, options: PackageOptions, cx: Context): string {
  const { name, version, description = model.doc ?? model.client.doc, license, repository } = options;
  const entries = {
    name,
    version,
    edition: "2024",
    "rust-version": "1.85",
    ...(description && { description: description.split("\n", 1)[0] ?? "" }),
    ...(license && { license }),
    ...(repository && { repository }),
  };
  const head = Object.entries(entries).map(([key, value]) => `${key} = ${tomlString(cx.plain(value))}`);
  return `${["[package]", ...head, "", "[features]", ...features, "", "[dependencies]", ...needed(model), "", ...devDependencies, "", ...published, "", ...lints].join("\n")}\n`;
}

/** What programs ask for by name; none of it is compiled without. */
const features = [
  "# `From` and `TryFrom` between dates and UUIDs of the schema and those of these crates.",
  'chrono = ["dep:chrono"]',
  'jiff = ["dep:jiff"]',
  'time = ["dep:time"]',
  'uuid = ["dep:uuid"]',
  "# `Serialize` and `Deserialize` of every model, by the rules of this crate.",
  'serde = ["dep:serde"]',
  "# What stands for network, time and chance in tests: the module `testing`.",
  "testing = []",
  "# A span of each call, and the log.",
  'tracing = ["dep:tracing"]',
];

/** Patterns are the one rule that needs a crate of its own. */
function needed(model: Model): readonly string[] {
  return hasPatterns(model) ? [...dependencies, regex].toSorted() : dependencies;
}

const regex = 'regex = { version = "1", default-features = false, features = ["std", "unicode"] }';

const dependencies = [
  'bytes = "1"',
  'chrono = { version = "0.4", default-features = false, optional = true }',
  'futures-core = "0.3"',
  'http = "1"',
  'hyper = { version = "1", default-features = false, features = ["http1"] }',
  'jiff = { version = "0.2", default-features = false, optional = true }',
  'reqwest = { version = "0.12.23", default-features = false, features = ["gzip", "http2", "rustls-tls", "stream"] }',
  'serde = { version = "1", default-features = false, features = ["std"], optional = true }',
  'serde_json = "1"',
  'time = { version = "0.3", default-features = false, optional = true }',
  'tokio = { version = "1", features = ["rt", "sync", "time"] }',
  'tracing = { version = "0.1", default-features = false, features = ["std"], optional = true }',
  'uuid = { version = "1", default-features = false, optional = true }',
];

/** The documentation of a published crate shows what is behind features, too. */
const published = ["[package.metadata.docs.rs]", "all-features = true"];

/** What the examples in the documentation run on. */
const devDependencies = ["[dev-dependencies]", 'tokio = { version = "1", features = ["macros", "rt-multi-thread"] }'];

/** What of clippy's pedantic lints does not fit generated code. */
const lints = [
  "[lints.rust]",
  'missing_docs = "warn"',
  "",
  "[lints.clippy]",
  'pedantic = { level = "warn", priority = -1 }',
  "# The schema's words: `WachtClient` is no Rust item in its documentation.",
  'doc_markdown = "allow"',
  "# Calls own what they send.",
  'needless_pass_by_value = "allow"',
  "# A box around what is large would be in the way of every match.",
  'large_enum_variant = "allow"',
  "# Names are the schema's.",
  'module_inception = "allow"',
  'module_name_repetitions = "allow"',
  'struct_field_names = "allow"',
  "# An operation without arguments, an object with one flag more: the schema decides.",
  'struct_excessive_bools = "allow"',
  'wildcard_imports = "allow"',
];

/** A basic string of TOML; JSON's escapes are a part of its own. */
function tomlString(text: string): string {
  return JSON.stringify(text);
}
