import type { Body, Param, Stream } from "../model/operation.js";
import type { TypeRef } from "../model/type-ref.js";
import { suggestion } from "../source/nearest.js";
import type { OperationDeclaration, StreamDeclaration } from "../syntax/document.js";
import { typeRef } from "./type-refs.js";
import type { Service } from "./service.js";
import { isUnknown } from "./unknown-type.js";
import { misfits } from "./wire-values.js";

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
  const tag = tagOf(service, stream);
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

function tagOf({ cx }: Service, { tag }: StreamDeclaration): Stream["tag"] {
  if (tag && tag.value !== "event" && tag.value !== "data")
    cx.report.add("HD453", tag.span, { key: "tag", value: tag.value, allowed: ["event", "data"] });
  return tag?.value === "data" ? "data" : "event";
}

/** Server-sent events chosen by name are the variants of a union; raw bytes have neither type nor end nor error. */
function checkShape({ cx, table }: Service, stream: StreamDeclaration, type: TypeRef | undefined, tag: Stream["tag"]): void {
  const { kind, span } = stream;
  if (kind === "bytes") {
    const useless = stream.type?.span ?? stream.end?.span ?? stream.error?.span;
    if (useless) cx.report.add("HD468", useless, { kind, what: stream.type ? "type" : stream.end ? "`end`" : "`error`" });
    return;
  }
  if (!type) cx.report.add("HD466", span, { kind });
  if (kind === "jsonl" && stream.error) cx.report.add("HD468", stream.error.span, { kind, what: "`error`" });
  const union = type && table.declared(type)?.type;
  const named = union?.kind === "union" && union.tagging.kind !== "untagged";
  if (kind === "sse" && tag === "event" && type && !isUnknown(type) && !named) cx.report.add("HD467", stream.type?.span ?? span, {});
}

/** `when` names a field of the body, or a query parameter, and a value it can have. */
function checkWhen({ cx, table }: Service, { when }: StreamDeclaration, params: readonly Param[], body: Body | undefined): void {
  if (!when) return;
  const { field, equals } = when;
  const type = body?.contents[0]?.type;
  const properties = type ? table.properties(type) : [];
  const query = params.filter((param) => param.in === "query");
  const found = [...(properties ?? []), ...query].find(({ wire }) => wire === field.value);
  if (!found) {
    if (type && isUnknown(type)) return;
    const names = [...(properties ?? []), ...query].map(({ wire }) => wire);
    const hint = suggestion(field.value, names);
    cx.report.add("HD312", field.span, { name: field.value, names }, hint === undefined ? {} : { hint });
    return;
  }
  const [misfit] = misfits(table, found.type, equals.value);
  if (misfit) cx.report.add("HD487", equals.span, { field: field.value, value: equals.value, problem: misfit.problem });
}
