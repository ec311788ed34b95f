import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";

/** A method of a path. */
export interface Endpoint {
  readonly method: string;
  readonly path: Cursor;
  /** The template as written. */
  readonly template: string;
  readonly operation: Cursor;
}

const methods = ["get", "head", "post", "put", "patch", "delete", "options"];

/** All operations in the order of the document, without those that no client can call. */
export function endpointsOf(cx: Cx): readonly Endpoint[] {
  return (cx.root.get("paths")?.entries() ?? []).flatMap((entry) => {
    if (entry.key.startsWith("x-")) return [];
    if (!isWritable(entry.key)) {
      cx.notes.add("path-odd", entry);
      return [];
    }
    const path = cx.refs.follow(entry);
    if (!path) return [];
    if (path.has("trace")) cx.notes.add("method-unknown", path.get("trace") ?? path);
    return path.entries().flatMap((operation) => {
      if (!methods.includes(operation.key) || !operation.isObject) return [];
      noteRest(cx, path, operation);
      return [{ method: operation.key.toUpperCase(), path, template: entry.key, operation }];
    });
  });
}

function isWritable(template: string): boolean {
  const names = Array.from(template.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  const text = template.replace(/\{[^{}\s/]+\}/g, "x");
  const isText = /^(\/([A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*\/?$/.test(text);
  return isText && template.startsWith("/") && !/\/\.{1,2}(\/|$)|\/\/|\$\{/.test(text) && new Set(names).size === names.length;
}

function noteRest(cx: Cx, path: Cursor, operation: Cursor): void {
  for (const callback of operation.get("callbacks")?.entries() ?? []) cx.notes.add("callback", callback);
  const servers = operation.get("servers") ?? path.get("servers");
  if (servers && servers.items().length > 0) cx.notes.add("operation-server", servers);
}
