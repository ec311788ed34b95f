import type {
  ContentDeclaration,
  ErrorDeclaration,
  OperationDeclaration,
  ResourceDeclaration,
  StreamDeclaration,
  SuccessDeclaration,
} from "../document.js";
import { printType } from "../type-print.js";
import { describedEntries } from "./described.js";
import { fieldTree, paramTree } from "./field.js";
import { authTree } from "./service.js";
import { bare, list, map, text, type MapTree, type Tree } from "./yaml-tree.js";

type Entry = readonly [key: string, value: Tree];

/** Names that a resource has as keys of its own; an operation of such a name stands under `operations`. */
const ownKeys = ["at", "doc", "deprecated", "since", "removed", "operations", "resources"];

export function resourceEntry({ name, at, description, operations, resources }: ResourceDeclaration): Entry {
  const isBeside = !operations.some((operation) => ownKeys.includes(operation.name.value));
  const all = operations.map(operationEntry);
  return [
    name.value,
    map(
      [
        ...describedEntries(description, ""),
        at && ["at", text(at.value)],
        ...(isBeside ? all : [["operations", map(all, true)] as const]),
        ...(resources.length > 0 ? [["resources", map(resources.map(resourceEntry), true)] as const] : []),
      ],
      true,
    ),
  ];
}

function operationEntry(operation: OperationDeclaration): Entry {
  const { name, description, http, body, success, errors, auth, stream, template, idempotent } = operation;
  const path = http.path.map((piece) => (piece.kind === "text" ? piece.text.value : `{${piece.name.value}}`)).join("");
  return [
    name.value,
    map([
      ...describedEntries(description, ""),
      ["http", text(path === "" ? http.method.value : `${http.method.value} ${path}`)],
      ...paramEntries(operation),
      body && [body.optional ? "body?" : "body", contentsTree(body.contents)],
      returnsEntry(success),
      errors && ["errors", list(errors.cases.map(errorCase))],
      auth && ["auth", authTree(auth)],
      stream && ["stream", streamTree(stream)],
      idempotent ? ["idempotent", bare(true)] : undefined,
      template && ["template", text(template.value)],
    ]),
  ];
}

function paramEntries({ params }: OperationDeclaration): readonly Entry[] {
  const places = [
    ["path", "path"],
    ["query", "query"],
    ["headers", "header"],
    ["cookies", "cookie"],
  ] as const;
  return places.flatMap(([key, place]): readonly Entry[] => {
    const found = params.filter((param) => param.in === place);
    return found.length === 0
      ? []
      : [[key, map(found.map((param) => [`${param.name.value}${param.optional ? "?" : ""}`, paramTree(param)]))]];
  });
}

/** JSON alone is its type. */
function contentsTree(contents: readonly ContentDeclaration[]): Tree {
  const [only, second] = contents;
  if (only?.kind.value === "json" && !only.media && !second && only.type) return text(printType(only.type));
  return map(contents.map(contentEntry));
}

function contentEntry({ kind, media, type }: ContentDeclaration): Entry {
  if (!type) return [kind.value, media ? text(media.value) : bare("")];
  const written = text(printType(type));
  return [
    kind.value,
    media
      ? map([
          ["type", written],
          ["media", text(media.value)],
        ])
      : written,
  ];
}

/** One success is its type or its status, several are a mapping. */
function returnsEntry(success: readonly SuccessDeclaration[]): Entry | undefined {
  const [only, second] = success;
  if (!only) return undefined;
  if (second) return ["returns", map(success.map((each) => [String(each.status?.value ?? 200), orNothing(successTree(each, false))]))];
  const { status, content, headers, description } = only;
  const isPlain = headers.length === 0 && Object.keys(description).length === 0 && !only.alternatives;
  if (isPlain && !content) return (status?.value ?? 200) === 200 ? undefined : ["returns", bare(status?.value ?? 200)];
  if (isPlain && content?.kind.value === "json" && !content.media && (status?.value ?? 200) === 200 && content.type)
    return ["returns", text(printType(content.type))];
  return ["returns", successTree(only, true)];
}

function successTree({ status, content, alternatives = [], headers, description }: SuccessDeclaration, alone: boolean): MapTree {
  const contents = content ? [content, ...alternatives] : [];
  const isJson = contents.length === 1 && content?.kind.value === "json" && content.type;
  return map([
    ...describedEntries(description, ""),
    alone && status && status.value !== 200 ? ["status", bare(status.value)] : undefined,
    ...(isJson
      ? [["type", text(printType(isJson))] as const, content?.media && (["media", text(content.media.value)] as const)]
      : contents.map(contentEntry)),
    headers.length > 0
      ? ["headers", map(headers.map((header) => [`${header.name.value}${header.optional ? "?" : ""}`, fieldTree(header)]))]
      : undefined,
  ]);
}

function orNothing(tree: MapTree): Tree {
  return tree.entries.length === 0 ? bare("") : tree;
}

function errorCase({ name, match, body, when, description }: ErrorDeclaration): Tree {
  if (!match && !body && !when) return description.doc ? map([[name.value, text(description.doc.value)]]) : text(name.value);
  return map([
    [
      name.value,
      map([
        match && ["status", text(match.from === match.to ? String(match.from) : `${match.from}..${match.to}`)],
        body && ["body", text(printType(body))],
        when && ["when", text(`${when.path.value} = ${JSON.stringify(when.value)}`)],
        ...describedEntries(description, ""),
      ]),
    ],
  ]);
}

function streamTree({ kind, type, when, end, error, tag, resume }: StreamDeclaration): Tree {
  if (!type && !when && !end && !error && !tag && !resume) return text(kind);
  return map([
    when && ["when", text(`${when.field.value} = ${JSON.stringify(when.equals.value)}`)],
    [kind, type ? text(printType(type)) : bare("")],
    end && ["end", text(end.value)],
    error && ["error", text(error.value)],
    tag && ["tag", text(tag.value)],
    resume ? ["resume", bare(true)] : undefined,
  ]);
}
