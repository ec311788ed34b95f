import type { ParamDeclaration, PathPiece } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import type { NamedEndpoint } from "../names/operation-names.js";
import { Names, pascal } from "../names/words.js";
import { allowsNull, listOf, named } from "../schema/build.js";
import { kindsOf } from "../schema/facts.js";
import { fieldName, isWritable } from "../schema/field-names.js";
import { fieldParts } from "../schema/fields.js";
import { fits } from "../schema/fits.js";
import type { Hint } from "../schema/hint.js";
import { shapeOf } from "../schema/shape.js";
import { typeOf } from "../schema/type-of.js";
import type { Cursor } from "../source/cursor.js";

type Place = ParamDeclaration["in"];

interface Written {
  readonly in: Place;
  readonly wire: string;
  readonly param: Cursor;
  /** What its types are called after. */
  readonly title: string;
}

/** The parameters of an operation, its path's included, and the path with their names. */
export function paramsOf(
  cx: Cx,
  endpoint: NamedEndpoint,
): { readonly params: readonly ParamDeclaration[]; readonly path: readonly PathPiece[] } {
  const written = writtenParams(cx, endpoint);
  const inPath = Array.from(endpoint.template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
  for (const name of inPath)
    if (!written.some((param) => param.in === "path" && param.wire === name)) cx.notes.add("param-undeclared", endpoint.operation);
  const names = new Names();
  const pathNames = new Map(inPath.map((wire) => [wire, fieldName(wire, names)]));
  const params = inPath.map((wire) => pathParam(cx, endpoint, wire, pathNames.get(wire) ?? wire, written));
  const others = written.flatMap((param) => {
    if (param.in !== "path") return otherParam(cx, param, names);
    if (!inPath.includes(param.wire)) cx.notes.add("param-unplaced", param.param);
    return [];
  });
  const sorted = (["query", "header", "cookie"] as const).flatMap((place) => others.filter((param) => param.in === place));
  return { params: [...params, ...sorted], path: piecesOf(endpoint, pathNames) };
}

function writtenParams(cx: Cx, { path, operation, title }: NamedEndpoint): readonly Written[] {
  const found = new Map<string, Written>();
  for (const item of [...(path.get("parameters")?.items() ?? []), ...(operation.get("parameters")?.items() ?? [])]) {
    const param = cx.refs.follow(item);
    const place = param?.text("in");
    const wire = param?.text("name");
    if (
      !param ||
      wire === undefined ||
      wire === "" ||
      !isWritable(wire) ||
      (place !== "path" && place !== "query" && place !== "header" && place !== "cookie")
    )
      continue;
    const shared = /^#\/components\/parameters\/([^/]+)$/.exec(item.text("$ref") ?? "")?.[1];
    found.set(`${place} ${wire}`, { in: place, wire, param, title: shared === undefined ? `${title}${pascal(wire)}` : pascal(shared) });
  }
  return [...found.values()];
}

function piecesOf({ template, operation }: NamedEndpoint, names: ReadonlyMap<string, string>): readonly PathPiece[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}|[^{}]+/g), ([text, name]): PathPiece =>
    name === undefined ? { kind: "text", text: operation.as(text) } : { kind: "param", name: operation.as(names.get(name) ?? name) },
  );
}

function pathParam(cx: Cx, { operation }: NamedEndpoint, wire: string, name: string, written: readonly Written[]): ParamDeclaration {
  const found = written.find((param) => param.in === "path" && param.wire === wire);
  if (found) return { ...paramOf(cx, found, name), optional: false };
  return {
    in: "path",
    name: operation.as(name),
    ...(name !== wire && { wire: operation.as(wire) }),
    optional: false,
    type: named(operation, "string"),
    sendDefault: false,
    access: "both",
    secret: false,
    examples: [],
    description: {},
    segments: false,
  };
}

const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

function otherParam(cx: Cx, written: Written, names: Names): readonly ParamDeclaration[] {
  if (written.in === "header" && ignoredHeaders.has(written.wire.toLowerCase())) {
    cx.notes.add("additional-header", written.param);
    return [];
  }
  if ((written.in === "header" || written.in === "cookie") && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(written.wire)) {
    cx.notes.add("param-style", written.param);
    return [];
  }
  const spread = spreadObject(cx, written);
  if (spread) return spread.map((param) => paramOf(cx, param, nameFor(param, names)));
  return [paramOf(cx, written, nameFor(written, names))];
}

function nameFor({ wire, in: place }: Written, names: Names): string {
  const plain = place === "query" ? wire.replace(/\[\]$/, "") : wire;
  const isTaken = !names.isFree(plain);
  return fieldName(isTaken ? `${place}_${plain}` : plain, names);
}

/** An object in the query, written as OpenAPI does unless told otherwise, is one parameter for each of its fields. */
function spreadObject(cx: Cx, { in: place, param, title }: Written): readonly Written[] | undefined {
  const schema = param.get("schema");
  const style = param.text("style") ?? "form";
  if (place !== "query" || !schema || style !== "form" || param.raw("explode") === false) return undefined;
  const shape = shapeOf(cx, schema);
  if (!shape || shape.fields.size === 0 || kindsOf(cx.refs.follow(schema) ?? schema).some((kind) => kind !== "object")) return undefined;
  return [...shape.fields.values()].map((field) => ({
    in: place,
    wire: field.wire,
    param: fieldAsParam(field.schema, field.required),
    title: `${title}${pascal(field.wire)}`,
  }));
}

/** A field of an object as if it were declared as a parameter. */
function fieldAsParam(schema: Cursor, required: boolean): Cursor {
  return schema.with({ schema: schema.value, required });
}

function paramOf(cx: Cx, { in: place, wire, param, title }: Written, name: string): ParamDeclaration {
  const content = param.get("content")?.entries()[0];
  const schema = content?.get("schema") ?? param.get("schema");
  const hint: Hint = { name: title, field: wire, depth: 0, param: true, ...(schema && { documented: schema.value }) };
  const type = schema ? fitted(cx, typeOf(cx, schema, hint), schema, place) : named(param, "string");
  const parts = fieldParts(cx, schema ?? param, type);
  const description = descriptionOf(param);
  const own = param.get("example");
  const plain = place === "query" ? wire.replace(/\[\]$/, "") : wire;
  if (param.flag("allowReserved")) cx.notes.add("allow-reserved", param);
  return {
    ...parts,
    access: "both",
    in: place,
    name: param.as(name),
    ...(name !== plain && { wire: param.as(plain) }),
    optional: !param.flag("required"),
    examples: own && fits(type, own.value) && own.value !== "" ? [{ value: own.value, span: own.span }] : parts.examples,
    description: description.doc || description.deprecated ? { ...parts.description, ...description } : parts.description,
    ...styleOf(cx, param, schema, type, wire),
    segments: false,
  };
}

/** What can be written into a place: one scalar into a path, lists of them into headers and cookies, anything into a query. */
function fitted(cx: Cx, type: TypeExpression, schema: Cursor, place: Place): TypeExpression {
  const bare = place === "path" && type.kind === "union" && allowsNull(type) ? withoutNull(type) : type;
  if (place === "query" || isScalar(cx, bare, schema)) return bare;
  if (place !== "path" && bare.kind === "list" && isScalar(cx, bare.of, schema.get("items") ?? schema)) return bare;
  cx.notes.add("param-type", schema);
  return bare.kind === "list" && place !== "path" ? listOf(schema, named(schema, "string")) : named(schema, "string");
}

function withoutNull(type: Extract<TypeExpression, { kind: "union" }>): TypeExpression {
  const of = type.of.filter((option) => option.kind !== "null");
  return of.length === 1 && of[0] ? of[0] : { ...type, of };
}

function isScalar(cx: Cx, type: TypeExpression, schema: Cursor): boolean {
  if (type.kind === "union") return type.of.every((option) => option.kind === "null" || isScalar(cx, option, schema));
  if (type.kind === "literal") return true;
  if (type.kind !== "name" || type.name.value === "json") return false;
  if (/^[a-z]/.test(type.name.value)) return true;
  const target = cx.refs.follow(schema);
  const kinds = target ? kindsOf(target) : [];
  return target !== undefined && (target.has("enum") || (kinds.length === 1 && kinds[0] !== "object" && kinds[0] !== "array"));
}

/** How a list or an object is written. */
function styleOf(cx: Cx, param: Cursor, schema: Cursor | undefined, type: TypeExpression, wire: string): Partial<ParamDeclaration> {
  const style = param.text("style");
  const isList = type.kind === "list" || (type.kind === "union" && type.of.some((option) => option.kind === "list"));
  if (param.has("content")) return { object: param.as("json") };
  if (style === "deepObject") return isList ? { list: param.as("brackets") } : {};
  if (!isList || param.text("in") !== "query") return {};
  if (wire.endsWith("[]")) return { list: param.as("brackets") };
  if (style === "pipeDelimited") return { list: param.as("pipe") };
  if (style === "spaceDelimited") return { list: param.as("space") };
  if (style !== undefined && style !== "form") cx.notes.add("param-style", schema ?? param);
  return param.raw("explode") === false ? { list: param.as("comma") } : {};
}
