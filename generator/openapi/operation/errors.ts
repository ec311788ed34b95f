import type { ErrorDeclaration, ErrorsDeclaration, OperationDeclaration } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import type { NamedEndpoint } from "../names/operation-names.js";
import { hintOf } from "../schema/hint.js";
import { shapeOf } from "../schema/shape.js";
import { typeOf } from "../schema/type-of.js";
import type { Cursor } from "../source/cursor.js";
import { kindOf } from "./contents.js";
import { errorName, errorStatuses, isEverywhere, rangeOf } from "./error-names.js";
import { answersOf } from "./responses.js";

/** A failure of one operation. `body` is the text of its schema: two that read alike are one. */
interface Failure {
  readonly status: string;
  readonly response: Cursor;
  readonly schema: Cursor | undefined;
  readonly body: string;
  readonly doc: string | undefined;
}

/** The failures of all operations: what most of them say becomes the service's table, and an operation says what differs. */
export class ErrorTable {
  readonly #cx: Cx;
  readonly #failures = new Map<Cursor, readonly Failure[]>();
  readonly #schemas = new Map<string, Cursor>();
  readonly #types = new Map<string, TypeExpression>();
  readonly #usual: string;
  readonly #rows: ReadonlyMap<string, { readonly body: string; readonly doc: string | undefined; readonly at: Cursor }>;

  constructor(cx: Cx, endpoints: readonly NamedEndpoint[]) {
    this.#cx = cx;
    for (const { operation } of endpoints) this.#failures.set(operation, this.#failuresOf(operation));
    const all = [...this.#failures.values()].flat();
    this.#usual = mostFrequent(all.map(({ body }) => body).filter((body) => body !== "")) ?? "";
    const statuses = [...new Set(all.map(({ status }) => status))].sort();
    this.#rows = new Map(statuses.flatMap((status) => this.#row(all.filter((failure) => failure.status === status)) ?? []));
    for (const [status, { body }] of this.#rows) this.#type(body, body === this.#usual ? "ErrorBody" : `${errorName(status)}Body`);
  }

  #failuresOf(operation: Cursor): readonly Failure[] {
    const answers = answersOf(this.#cx, operation);
    const hasSuccess = answers.some(({ status }) => status.startsWith("2"));
    const listed = answers.filter(({ status }) => hasSuccess || status !== "DEFAULT");
    const exact = new Set(listed.flatMap(({ status }) => (status === "DEFAULT" ? [] : errorStatuses(status))));
    return listed.flatMap(({ status, response }) => {
      const json = response
        .get("content")
        ?.entries()
        .find(({ key }) => kindOf(key) === "json");
      const schema = json?.get("schema");
      const body = schema ? JSON.stringify(schema.value) : "";
      if (schema && !this.#schemas.has(body)) this.#schemas.set(body, schema);
      const statuses = errorStatuses(status).filter((each) => status !== "DEFAULT" || !exact.has(each));
      return statuses.map((each) => ({ status: each, response, schema, body, doc: docOf(response, each) }));
    });
  }

  #row(failures: readonly Failure[]): readonly [readonly [string, { body: string; doc: string | undefined; at: Cursor }]] | undefined {
    const [first] = failures;
    if (!first) return undefined;
    const doc = mostFrequent(failures.flatMap((failure) => failure.doc ?? []));
    const isCommon = failures.filter((failure) => failure.doc === doc).length * 2 > failures.length;
    const body = mostFrequent(failures.map((failure) => failure.body)) ?? "";
    return [[first.status, { body: body === "" ? this.#usual : body, doc: isCommon ? doc : undefined, at: first.response }]];
  }

  #type(body: string, name: string): TypeExpression | undefined {
    const schema = this.#schemas.get(body);
    const known = this.#types.get(body);
    if (known || !schema) return known;
    const type = typeOf(this.#cx, schema, hintOf(name));
    this.#types.set(body, type);
    return type;
  }

  /** `errors` of the schema; undefined if no operation declares a failure. */
  table(): ErrorsDeclaration | undefined {
    const [first] = [...this.#rows.values()];
    if (!first) return undefined;
    const body = this.#type(this.#usual, "ErrorBody");
    const schema = this.#schemas.get(this.#usual);
    const statuses = [...this.#rows].map(([status, row]): ErrorDeclaration => {
      const own = row.body === this.#usual ? undefined : this.#type(row.body, errorName(status));
      return {
        name: row.at.as(errorName(status)),
        match: { ...rangeOf(status), span: row.at.span },
        ...(own && { body: own }),
        description: row.doc === undefined ? {} : { doc: row.at.as(row.doc) },
      };
    });
    const path = (paths: readonly string[]) =>
      paths.filter((each) => schema && hasPath(this.#cx, schema, each)).map((each) => first.at.as(each));
    return { span: first.at.span, ...(body && { body }), message: path(messages), code: path(codes), statuses };
  }

  /** What an operation says of its failures. */
  of({ operation, title }: NamedEndpoint): OperationDeclaration["errors"] {
    if (this.#rows.size === 0) return undefined;
    const cases = (this.#failures.get(operation) ?? []).flatMap((failure): readonly ErrorDeclaration[] => {
      const row = this.#rows.get(failure.status);
      const name = errorName(failure.status);
      const differs = failure.body !== "" && failure.body !== row?.body;
      const doc = failure.doc === row?.doc ? undefined : failure.doc;
      if (!differs && doc === undefined && isEverywhere(failure.status)) return [];
      const body = differs ? this.#type(failure.body, `${title}${name}`) : undefined;
      return [
        { name: failure.response.as(name), ...(body && { body }), description: doc === undefined ? {} : { doc: failure.response.as(doc) } },
      ];
    });
    return { span: operation.span, closed: false, cases };
  }
}

const messages = ["message", "error.message", "errors.0.message", "detail", "error_description", "error.detail", "title", "error"];
const codes = ["code", "error.code", "errors.0.code", "error.type", "type"];

/** Whether a path of fields and positions leads to a scalar. */
function hasPath(cx: Cx, schema: Cursor, path: string): boolean {
  let at: Cursor | undefined = cx.refs.follow(schema);
  for (const step of path.split(".")) {
    const next: Cursor | undefined = at && (step === "0" ? at.get("items") : shapeOf(cx, at)?.fields.get(step)?.schema);
    at = next && cx.refs.follow(next);
  }
  return at !== undefined && !at.has("properties") && !at.has("items") && at.raw("type") !== "object" && at.raw("type") !== "array";
}

/** What the name of the error says already is no doc. */
function docOf(response: Cursor, status: string): string | undefined {
  const doc = descriptionOf(response).doc?.value;
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const isTrivial =
    doc === undefined ||
    plain(doc) === plain(errorName(status)) ||
    /^(error|default( error)?( response)?|unexpected error|response)\.?$/i.test(doc);
  const [line] = (doc ?? "").split("\n");
  return isTrivial || line === "" ? undefined : line;
}

/** The first of those that are there most often. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
