import type { Body, Param, Stream } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { OperationDeclaration, StreamDeclaration } from "../../syntax/document.js";
import { typeRef } from "../types/type-refs.js";
import type { Service } from "../service/service.js";
import { isUnknown } from "../types/unknown-type.js";
import { misfits } from "../values/wire-values.js";
import { hintFor } from "../hint.js";

/** What the operation streams: which request asks for it, what one event is, and how it ends. */
export function streamOf(
  service: Service,
  { stream, http }: OperationDeclaration,
  params: readonly Param[],
  body: Body | undefined,
): Stream | undefined {
  if (!stream) return undefined;
  const { cx } = service;
  const type = stream.type && typeRef(cx, stream.type);
  const tag = stream.tag?.value === "data" ? "data" : "event";
  checkShape(service, stream, type, tag);
  checkWhen(service, stream, params, body);
  if (stream.resume && http.method.value.toUpperCase() !== "GET") cx.report.add("HD469", stream.span, { method: http.method.value });
  return {
    kind: stream.kind,
    ...(type && { type }),
    ...(stream.when && { when: { field: stream.when.field.value, equals: stream.when.equals.value } }),
    ...(stream.end && { end: stream.end.value }),
    ...(stream.error && { error: stream.error.value }),
    tag,
    resume: stream.resume,
  };
}

/** Server-sent events chosen by name are the variants of a union; raw bytes have no end, and only events have names. */
function checkShape({ cx, table }: Service, stream: StreamDeclaration, type: TypeRef | undefined, tag: Stream["tag"]): void {
  const { kind, span } = stream;
  if (kind === "bytes") {
    if (stream.end) cx.report.add("HD468", stream.end.span, { kind, what: "`end`" });
  } else if (!type) cx.report.add("HD466", span, { kind });
  if (kind !== "sse" && stream.error) cx.report.add("HD468", stream.error.span, { kind, what: "`error`" });
  const union = type && table.declared(type)?.type;
  const named = union?.kind === "union" && union.tagging.kind !== "untagged";
  const isText = type?.kind === "scalar" && type.scalar === "string";
  if (kind === "sse" && tag === "event" && type && !isUnknown(type) && !named && !isText)
    cx.report.add("HD467", stream.type?.span ?? span, {});
}

/** `when` names a field of the body, or a query parameter, and a value it can have. */
function checkWhen({ cx, table }: Service, { when }: StreamDeclaration, params: readonly Param[], body: Body | undefined): void {
  if (!when) return;
  const { field, equals } = when;
  const type = body?.contents[0]?.type;
  const query = params.filter((param) => param.in === "query");
  const found = (type && table.at(type, [field.value])) ?? query.find(({ wire }) => wire === field.value)?.type;
  if (!found) {
    const names = [...((type && table.properties(type)) ?? []), ...query].map(({ wire }) => wire);
    cx.report.add("HD312", field.span, { name: field.value, names }, hintFor(field.value, names));
    return;
  }
  const [misfit] = misfits(table, found, equals.value);
  if (misfit) cx.report.add("HD487", equals.span, { field: field.value, value: equals.value, problem: misfit.problem });
}
