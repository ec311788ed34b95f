import type { Content, Json, Operation, Param } from "../../model/index.js";
import { misfits, type Misfit } from "../../resolve/values/wire-values.js";
import { keyPath } from "../../resolve/types/object-claim.js";
import type { Fields } from "../fields.js";
import { linkParam } from "../state/link-param.js";
import { cookiesOf, pairsOf, type Pair } from "./pairs.js";
import { readBody } from "./read-body.js";
import { paramOf, type Places } from "./read-params.js";
import type { Service } from "../service.js";

/** A request, as the operation understands it. */
export interface Received {
  readonly operation: Operation;
  readonly headers: Headers;
  /** Parameters in JSON by wire name; those that do not fit are there, too. */
  readonly params: Readonly<Record<Param["in"], Fields>>;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** A body that is a value; undefined for none, and for texts and bytes. */
  readonly body: Json | undefined;
  readonly content: Content | undefined;
  /** What keeps the request from being one of this operation, each with its place: `query.limit is above the greatest 100`. */
  readonly violations: readonly string[];
  /** 415 if that is because of the body's media type. */
  readonly refusal: 400 | 415;
  /** What the schema does not know, and no request is refused for. */
  readonly notes: readonly string[];
}

/** A request, before anybody looked at it. */
export interface Incoming {
  readonly path: ReadonlyMap<string, string>;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

interface Findings {
  readonly violations: string[];
  readonly notes: string[];
}

/** Reads and checks a request against everything that its operation declares. */
export async function receive({ table, model }: Service, operation: Operation, incoming: Incoming): Promise<Received> {
  const { headers } = incoming;
  const found: Findings = { violations: [], notes: [] };
  const places: Places = {
    path: incoming.path,
    query: pairsOf(incoming.query),
    headers,
    cookies: cookiesOf(headers.get("cookie") ?? ""),
  };
  const params: Record<Param["in"], Record<string, Json>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const param of operation.params) {
    const value = paramOf(table, param, places);
    if (value !== undefined) params[param.in][param.wire] = value;
    if (value !== undefined) report(found, misfits(table, param.type, value, keyPath(param.in, param.wire)));
    else if (param.required) found.violations.push(`${keyPath(param.in, param.wire)} is missing`);
  }
  noteUnknown(
    found,
    operation,
    places,
    model.client.schemes.map(({ wire }) => wire),
  );
  const read = await readBody(table, operation, incoming.body, headers.get("content-type") ?? undefined);
  if (read.kind === "wrong") found.violations.push(`body ${read.problem}`);
  if (read.kind === "absent" && operation.body?.required) found.violations.push("body is missing");
  if (read.kind === "value") report(found, misfits(table, read.content.type, read.value, "body"));
  return {
    operation,
    headers,
    params,
    query: places.query,
    cookies: places.cookies,
    body: read.kind === "value" ? read.value : undefined,
    content: read.kind === "value" || read.kind === "raw" ? read.content : undefined,
    ...found,
    refusal: read.kind === "wrong" ? read.status : 400,
  };
}

/** What a later version of the API may know is no reason to refuse a request. */
function report({ violations, notes }: Findings, misfit: readonly Misfit[]): void {
  for (const { path, problem, unknown } of misfit) (unknown ? notes : violations).push(`${path} ${problem}`);
}

function noteUnknown({ notes }: Findings, { params, paged }: Operation, { query }: Places, schemes: readonly string[]): void {
  const known = new Set([
    ...params.filter((param) => param.in === "query").map(({ wire }) => wire),
    ...schemes,
    ...(paged ? [linkParam] : []),
  ]);
  for (const name of new Set(query.map((pair) => pair.name.split("[")[0] ?? ""))) {
    if (!known.has(name)) notes.push(`${keyPath("query", name)} is not declared`);
  }
}
