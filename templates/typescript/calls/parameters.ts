import { code, isEmpty, lines, type Code, type Operation, type Param } from "heddle/template";
import { codec, memberCodec } from "../codecs.js";
import type { Context } from "../context.js";
import { described, operationLink, valueDoc } from "../describe.js";
import { call, inlineObject, literal, name, property, type Expression } from "../layout/expression.js";
import { objectType } from "../types/members.js";
import { otherParams, pathParams } from "./arguments.js";

/** The query, header and cookie parameters of an operation, as one object. */
export function paramsType(operation: Operation, cx: Context): Code | undefined {
  const params = otherParams(operation);
  if (params.length === 0) return undefined;
  return lines([
    cx.doc({ doc: ["Parameters of", code`${operationLink(operation, cx)}.`] }),
    code`export interface ${cx.typeName(operation, "params")} ${objectType(lines(params.map((param) => parameterMember(param, cx))))}`,
  ]);
}

function parameterMember(param: Param, cx: Context): Code {
  const doc = cx.doc({ ...described(param, cx), doc: valueDoc(param) });
  const member = code`${cx.typeKey(param.name)}${param.required ? code`` : code`?`}: ${cx.type(param.type)};`;
  return isEmpty(doc) ? member : lines([doc, member]);
}

/** How each parameter gets into the request. */
export function pathSpec(operation: Operation, cx: Context): readonly Code[] {
  return pathParams(operation).map((param) =>
    property(cx.key(param.name), call(cx.runtime(param.segments ? "segments" : "segment"), [codec(param.type, cx)])),
  );
}

export function paramsSpec(operation: Operation, cx: Context): readonly Code[] {
  return otherParams(operation).map((param) =>
    property(cx.key(param.name), call(cx.runtime(param.in), [memberCodec(param, cx), ...settings(param, cx)])),
  );
}

function settings(param: Param, cx: Context): readonly Expression[] {
  const style = param.in === "query" ? queryStyle(param, cx) : undefined;
  const given = [
    ...(param.wire === param.name ? [] : [property(code`name`, literal(cx.literal(param.wire)))]),
    ...(style ? [property(code`style`, name(cx.runtime(style)))] : []),
    ...(param.in === "query" && param.null === "empty" ? [property(code`null`, literal(cx.literal("empty")))] : []),
  ];
  return given.length === 0 ? [] : [inlineObject(given)];
}

/** ENC-5: lists are repeated and objects deep unless said otherwise. */
function queryStyle(param: Param, cx: Context): string | undefined {
  if (cx.isObject(param.type)) return param.object === "deep" ? "deep" : "asJson";
  return param.list === "repeat" ? undefined : param.list;
}
