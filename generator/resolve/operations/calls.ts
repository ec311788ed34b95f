import type { Body, Call, Param } from "../../model/operation.js";
import type { OperationDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { checkName } from "../names.js";
import type { TypeTable } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";

interface Sent {
  readonly params: readonly Param[];
  readonly body: Body | undefined;
}

/** How the operation is called; unless it says, a builder if there is a query to build, else a request. */
export function callsOf(cx: Context, table: TypeTable, declaration: OperationDeclaration, sent: Sent): readonly Call[] {
  const { name, calls } = declaration;
  const query = sent.params.some((param) => param.in === "query");
  if (calls.length === 0)
    return [{ style: query ? "builder" : "request", name: name.value, prefix: "", setters: "query", origin: name.span }];
  return calls.map((call): Call => {
    const { style, prefix, span } = call;
    if (call.name) checkName(cx.report, "call", call.name);
    if (prefix && !/^[A-Za-z][A-Za-z0-9_]*$/.test(prefix.value))
      cx.report.add("HD302", prefix.span, { what: "prefix", name: prefix.value });
    if (prefix && !hasFields(table, sent.body)) cx.report.add("HD464", prefix.span, { prefix: prefix.value });
    if (style === "options" && !query) cx.report.add("HD465", span, { name: call.name?.value ?? name.value });
    return {
      style,
      name: call.name?.value ?? name.value,
      prefix: prefix?.value ?? "",
      setters: prefix ? "body" : "query",
      origin: call.name?.span ?? span,
    };
  });
}

/** Setters from the body need a body with fields of its own. */
function hasFields(table: TypeTable, body: Body | undefined): boolean {
  const type = body?.contents[0]?.type;
  return type !== undefined && (isUnknown(type) || table.declared(type)?.type.kind === "record");
}
