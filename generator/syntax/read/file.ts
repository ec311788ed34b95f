import type { Report } from "../../source/report.js";
import type { Span } from "../../source/span.js";
import type { SourceFile } from "../../source/source-file.js";
import { check } from "../check.js";
import type { Document } from "../document.js";
import { child, textOf, type Node } from "../node.js";
import { rootOnly, schemaFile } from "../shapes/root.js";
import { readClient } from "./client.js";
import { readDescription } from "./description.js";
import { readErrors } from "./error.js";
import { readRateLimits } from "./policy.js";
import { readResources } from "./resource.js";
import { readTypes } from "./type.js";

/** Turns the tree of one file into its document. Reports everything that does not belong; what is left is still read. */
export function readFile(file: SourceFile, module: string, node: Node, root: boolean, report: Report): Document {
  const top = { file, start: 0, end: 0 };
  const foreign = foreignDocument(node);
  if (foreign) {
    const isOpenApi = foreign.what === "an OpenAPI document";
    const hint = isOpenApi
      ? "`heddle import` turns an OpenAPI document into a schema"
      : "`heddle init` writes a schema to start from; what the file says is to be written down there";
    report.add("HD208", foreign.span, { what: foreign.what }, { hint });
    return { file, module, description: {}, rateLimits: [], types: [], resources: [] };
  }
  check(node, schemaFile, { what: "a schema file", key: top }, report);
  checkRoot(node, root, report);
  const api = textOf(child(node, "api"));
  const version = textOf(child(node, "version"));
  const entry = (key: string) => (node.kind === "mapping" ? node.index.get(key) : undefined);
  const client = readClient(entry("client"), report);
  const errors = readErrors(entry("errors"), report);
  return {
    file,
    module,
    ...(api && { api }),
    ...(version && { version }),
    description: readDescription(node, ""),
    ...(client && { client }),
    rateLimits: readRateLimits(child(node, "rate_limits"), report),
    types: readTypes(child(node, "types"), report),
    ...(errors && { errors }),
    resources: readResources(child(node, "resources"), report),
  };
}

const languages: ReadonlyMap<string, string> = new Map([
  ["openapi", "an OpenAPI document"],
  ["swagger", "an OpenAPI document"],
  ["asyncapi", "an AsyncAPI document"],
]);

/** The key that says that a file is written in another language; its other keys need not be looked at. */
function foreignDocument(node: Node): { readonly what: string; readonly span: Span } | undefined {
  const [found] = node.kind === "mapping" ? node.entries.filter(({ key }) => languages.has(key.value)) : [];
  return found && { what: languages.get(found.key.value) ?? "", span: found.key.span };
}

/** The root names the API and the version of the language; no other file does. */
function checkRoot(node: Node, root: boolean, report: Report): void {
  if (node.kind !== "mapping") return;
  const first = node.entries[0]?.key.span ?? node.span;
  for (const key of rootOnly) {
    const entry = node.index.get(key);
    if (root && !entry && key !== "version")
      report.add(
        "HD203",
        first,
        { keys: [key], where: "the root document" },
        { hint: key === "heddle" ? "write `heddle: 1` on the first line" : "name the API: `api: wacht`" },
      );
    if (!root && entry && key !== "heddle") report.add("HD207", entry.key.span, { key });
  }
  const language = child(node, "heddle");
  const version = textOf(language);
  if (version && version.value !== "1") report.add("HD200", version.span, { version: version.value });
}
