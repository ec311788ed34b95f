import type { Span } from "../../source/span.js";
import type { Value } from "../../syntax/document.js";
import type { Node } from "../../syntax/node.js";
import { keyPath } from "../types/object-claim.js";
import type { Misfit } from "./wire-values.js";

/** Where in the file a misfit of a value stands: at the key that is unknown, else at the part that its path names. */
export function placeOf({ span, node }: Value, { path, key }: Misfit): Span {
  const part = node && partAt(node, path, "");
  const unknown = part?.kind === "mapping" && key !== undefined ? part.index.get(key)?.key.span : undefined;
  return unknown ?? part?.span ?? span;
}

function partAt(node: Node, wanted: string, path: string): Node | undefined {
  if (path === wanted) return node;
  if (!wanted.startsWith(path) || node.kind === "scalar") return undefined;
  const parts: readonly (readonly [string, Node])[] =
    node.kind === "list"
      ? node.items.map((item, index) => [`${path}[${index}]`, item])
      : node.entries.map(({ key, value }) => [keyPath(path, key.value), value]);
  for (const [at, part] of parts) {
    const found = partAt(part, wanted, at);
    if (found) return found;
  }
  return undefined;
}
