import { Report } from "../source/report.js";
import type { SourceFile } from "../source/source-file.js";
import type { Document, Program, TypeDeclaration } from "../syntax/document.js";
import type { Cx } from "./cx.js";
import { descriptionOf } from "./description.js";
import { modulesOf, usesOf } from "./modules.js";
import { nameOperations, type NamedEndpoint } from "./names/operation-names.js";
import { Names, snake, wordsOf } from "./names/words.js";
import { Notes, type Note } from "./notes.js";
import { endpointsOf } from "./operation/endpoints.js";
import { ErrorTable } from "./operation/errors.js";
import { operationOf, type ServiceParts } from "./operation/operations.js";
import { resourceOf } from "./operation/resources.js";
import { declareComponents, reserveComponents } from "./schema/components.js";
import { TypeSink } from "./schema/type-sink.js";
import { schemesOf } from "./service/auth.js";
import { clientOf } from "./service/client.js";
import { Cursor } from "./source/cursor.js";
import { readOrigin } from "./source/read-origin.js";
import { References } from "./source/references.js";
import { checkVersion } from "./version.js";

export interface Imported {
  /** Undefined if the document cannot be read, which has been reported. */
  readonly program: Program | undefined;
  /** What the program does not say, or says in a wider way. */
  readonly notes: readonly Note[];
}

/** Reads an OpenAPI document, 3.0 or 3.1, as the documents of a schema: one for the service, one for each tag, one for the types they share. */
export function importOpenApi(file: SourceFile, report: Report): Imported {
  const own = new Report();
  const origin = readOrigin(file, own);
  const root = origin && new Cursor(origin, origin.root);
  if (!root || own.failed || !checkVersion(root, own)) {
    report.addAll(own.diagnostics);
    return { program: undefined, notes: [] };
  }
  const notes = new Notes();
  const cx: Cx = { root, report: own, refs: new References(root, own), notes, types: new TypeSink() };
  const program = programOf(cx, file);
  report.addAll(own.diagnostics);
  return { program: own.failed ? undefined : program, notes: notes.all };
}

function programOf(cx: Cx, file: SourceFile): Program {
  reserveComponents(cx);
  noteUnused(cx);
  const endpoints = nameOperations(endpointsOf(cx));
  const schemes = schemesOf(cx);
  const client = clientOf(cx, schemes, endpoints);
  const errors = new ErrorTable(cx, endpoints);
  declareComponents(cx);
  const service: ServiceParts = { schemes, client, errors };
  const table = errors.table();
  const info = cx.root.get("info") ?? cx.root;
  const title = wordsOf(info.text("title") ?? "").filter((word) => word !== "api" && word !== "rest");
  const version = info.text("version");
  const empty = { file, description: {}, rateLimits: [], types: [], resources: [] };
  const tags = tagDocuments(cx, endpoints, service);
  const types = cx.types.all;
  const shared = new Names(["api", ...tags.keys()]).take("types");
  const uses = new Map(
    [...tags].map(([module, { operations }]) => [module, new Set(operations.flatMap((operation) => [...usesOf(operation)]))]),
  );
  const home = modulesOf(types, uses, shared);
  const inTable = new Set(
    [table?.body, ...(table?.statuses.map(({ body }) => body) ?? [])].flatMap((type) => (type?.kind === "name" ? [type.name.value] : [])),
  );
  const typesIn = (module: string): readonly TypeDeclaration[] =>
    types.filter(({ name }) => (inTable.has(name.value) ? "api" : (home.get(name.value) ?? shared)) === module);
  const rootDocument: Document = {
    ...empty,
    module: "api",
    api: info.as(title.length > 0 ? title.join("-") : "api"),
    ...(version !== undefined && version !== "" && { version: info.as(version) }),
    description: descriptionOf(info),
    client,
    ...(table && { errors: table }),
    types: typesIn("api"),
  };
  const documents = [...tags].map(([module, { document }]): Document => ({
    ...empty,
    module,
    types: typesIn(module),
    resources: document,
  }));
  const rest = typesIn(shared);
  return { files: [rootDocument, ...documents, ...(rest.length > 0 ? [{ ...empty, module: shared, types: rest }] : [])] };
}

function tagDocuments(cx: Cx, endpoints: readonly NamedEndpoint[], service: ServiceParts) {
  const modules = new Names(["api"]);
  const byResource = new Map<string, NamedEndpoint[]>();
  for (const endpoint of endpoints) {
    const same = byResource.get(endpoint.resource);
    if (same) same.push(endpoint);
    else byResource.set(endpoint.resource, [endpoint]);
  }
  return new Map(
    [...byResource].map(([name, all]) => {
      const members = all.map((endpoint) => ({ endpoint, declaration: operationOf(cx, endpoint, service) }));
      const resource = resourceOf(cx, name, members);
      const module = modules.take(name, snake([name, "resource"]));
      return [module, { operations: members.map(({ declaration }) => declaration), document: resource ? [resource] : [] }] as const;
    }),
  );
}

/** What a schema has no place for. */
function noteUnused(cx: Cx): void {
  for (const webhook of cx.root.get("webhooks")?.entries() ?? []) cx.notes.add("webhook", webhook);
  for (const webhook of cx.root.get("x-webhooks")?.entries() ?? []) cx.notes.add("webhook", webhook);
}
