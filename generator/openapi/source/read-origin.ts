import type { Json } from "../../model/described.js";
import type { Report } from "../../source/report.js";
import type { SourceFile } from "../../source/source-file.js";
import { child, type Node } from "../../syntax/node.js";
import { readValue } from "../../syntax/read/value.js";
import { parseYaml } from "../../syntax/yaml.js";
import { JsonPlaces, type Range } from "./json-places.js";
import { scanJson } from "./json-scan.js";
import type { Origin } from "./origin.js";

/** Levels of nesting, as in YAML: what lies deeper was not written by people, and recursion has an end. */
const depthLimit = 200;

/** Reads a document in JSON or YAML; undefined if it is neither, which has been reported. */
export function readOrigin(file: SourceFile, report: Report): Origin | undefined {
  return /^\s*[{[]/.test(file.text) ? fromJson(file, report) : fromYaml(file, report);
}

/** JSON is parsed without positions, which are as good as never needed; what is wrong with it, the reader of YAML says. */
function fromJson(file: SourceFile, report: Report): Origin | undefined {
  const { tooDeep, keys } = scanJson(file.text, depthLimit);
  if (tooDeep !== undefined) {
    report.add("HD103", { file, start: tooDeep, end: tooDeep + 1 }, { limit: depthLimit });
    return undefined;
  }
  const root = parseJson(file.text);
  if (root === undefined || countKeys(root) !== keys) return fromYaml(file, report);
  let places: JsonPlaces | undefined;
  return { file, root, place: (path) => (places ??= new JsonPlaces(file.text)).find(path) };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function countKeys(root: Json): number {
  let count = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const below = Object.values(value);
    if (!Array.isArray(value)) count += below.length;
    for (const inner of below) if (typeof inner === "object" && inner !== null) open.push(inner);
  }
  return count;
}

function fromYaml(file: SourceFile, report: Report): Origin | undefined {
  const node = parseYaml(file, report);
  return node && !report.failed ? { file, root: readValue(node).value, place: (path) => placeIn(node, path) } : undefined;
}

function placeIn(root: Node, path: readonly string[]): Range {
  let node = root;
  let found: Range = { start: 0, end: 1 };
  for (const step of path) {
    const next = node.kind === "list" ? node.items[Number(step)] : child(node, step);
    if (!next) break;
    const key = node.kind === "mapping" && next.kind !== "scalar" ? node.index.get(step)?.key.span : undefined;
    found = key ?? next.span;
    node = next;
  }
  return found;
}
