import type { Operation, Param } from "../model/index.js";
import { percentDecoded } from "./request/pairs.js";
import type { Service } from "./service.js";

/** All operations under one path pattern, and how to read a path of it. */
export interface Route {
  /** In the notation of the HTTP library. */
  readonly pattern: string;
  readonly operations: readonly Operation[];
}

/** What a path says for an operation. */
export interface ReadPath {
  readonly params: ReadonlyMap<string, string>;
  /** Decoded segments; a parameter that spans several is one. */
  readonly segments: readonly string[];
}

/** The routes of a service; the more precise ones come first, so that `/books/new` is not the book `new`. */
export function routesOf({ operations }: Service): readonly Route[] {
  const routes = new Map<string, Operation[]>();
  for (const operation of operations) {
    const pattern = patternOf(operation);
    routes.set(pattern, [...(routes.get(pattern) ?? []), operation]);
  }
  return [...routes]
    .map(([pattern, own]) => ({ pattern, operations: own }))
    .toSorted((a, b) => (rank(a.pattern) < rank(b.pattern) ? -1 : 1));
}

/** Sorts literals before parameters, segment by segment. */
function rank(pattern: string): string {
  return pattern
    .split("/")
    .map((segment) => (segment.startsWith(":") ? (segment.endsWith("{.+}") ? "~" : segment.includes("{") ? "1" : "2") : "0"))
    .join("");
}

/** Template segments: texts and parameters, split at the slashes that the schema has. */
function templateOf({ path, params }: Operation): readonly (readonly (string | Param)[])[] {
  const segments: (string | Param)[][] = [[]];
  for (const part of path) {
    const param =
      part.kind === "param" ? params.find((each) => each.in === "path" && (each.name === part.name || each.wire === part.name)) : undefined;
    if (param) segments.at(-1)?.push(param);
    const [first = "", ...more] = part.kind === "text" ? part.text.split("/") : [];
    if (first !== "") segments.at(-1)?.push(first);
    for (const text of more) segments.push(text === "" ? [] : [text]);
  }
  return segments.filter((segment) => segment.length > 0);
}

function patternOf(operation: Operation): string {
  const segments = templateOf(operation).map((parts, index) => {
    const [only, second] = parts;
    if (only !== undefined && second === undefined) {
      if (typeof only !== "string") return only.segments ? `:p${index}{.+}` : `:p${index}`;
      if (/^[\w.~-]+$/.test(only)) return only;
    }
    return `:p${index}{${parts.map((part) => (typeof part === "string" ? escaped(part) : "[^/]+")).join("")}}`;
  });
  return `/${segments.join("/")}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Reads a path, percent-encoded as it came; undefined if it is none of the operation's. */
export function readPath(operation: Operation, path: string): ReadPath | undefined {
  const template = templateOf(operation);
  const form = template.map((parts) =>
    parts.map((part) => (typeof part === "string" ? escaped(part) : part.segments ? "(.+)" : "([^/]+)")).join(""),
  );
  const found = new RegExp(`^/${form.join("/")}$`).exec(path);
  if (!found) return undefined;
  const values = found.slice(1).map((text) => text.split("/").map(percentDecoded).join("/"));
  const names = template.flat().filter((part) => typeof part !== "string");
  const params = new Map(names.map(({ wire }, index) => [wire, values[index] ?? ""]));
  const segments = template.map((parts) => parts.map((part) => (typeof part === "string" ? part : (params.get(part.wire) ?? ""))).join(""));
  return { params, segments };
}
