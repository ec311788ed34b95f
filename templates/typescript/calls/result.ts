import { code, group, indent, line, lines, type Code, type Content, type Operation, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { operationLink } from "../describe.js";
import { eventType, onlyStreams } from "./streaming.js";
import { typedHeaders } from "./response-headers.js";

/** The type of a body as the program has it. */
export function contentType({ kind, type }: Content): TypeRef {
  if (kind === "text") return { kind: "scalar", scalar: "string" };
  return kind === "bytes" ? { kind: "scalar", scalar: "bytes" } : type;
}

/** What a call gives: one of its success types, `void` where nothing is returned. */
export function resultType(operation: Operation, cx: Context): TypeRef | Code | readonly (TypeRef | Code)[] {
  const types = [
    ...new Map(
      operation.success
        .flatMap((success) => (success.content ? cx.readContents(success).map(contentType) : [undefined]))
        .map((type) => [JSON.stringify(type), type]),
    ).values(),
  ];
  const [only] = types;
  if (types.length === 1) return only ?? code`void`;
  return types.map((type) => type ?? code`void`);
}

/** What a call is a call of: its value, the items of a page or the events of a stream, its errors, and the response headers that are declared. */
export function callTypeArguments(operation: Operation, cx: Context): Parameters<Context["typeArguments"]>[0] {
  const headers = typedHeaders(operation).length > 0 ? [cx.typeName(operation, "headers")] : [];
  const error = cx.typeName(operation, "error");
  const event = eventType(operation);
  if (event) return onlyStreams(operation) ? [event, error] : [resultType(operation, cx), event, error, ...headers];
  const item = cx.paging(operation)?.item;
  return [resultType(operation, cx), ...(item ? [item] : []), error, ...headers];
}

/** The union of everything that a call can throw. */
export function errorUnion(operation: Operation, cx: Context): Code {
  const classes = [...new Set(operation.errors.cases.map((error) => cx.errorOf(error)))].map((error) => cx.typeName(error));
  const union = cx.union([...classes, cx.runtimeType("CallError")]);
  const alias = classes.length === 0 ? code` ${cx.runtimeType("CallError")}` : group(indent([line, union]));
  return lines([
    cx.doc({ doc: ["What", operationLink(operation, cx), "can raise."] }),
    code`export type ${cx.typeName(operation, "error")} =${alias};`,
  ]);
}
