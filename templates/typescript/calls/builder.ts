import {
  blocks,
  code,
  isEmpty,
  lines,
  type Call,
  type Code,
  type Described,
  type Json,
  type Operation,
  type TypeRef,
} from "heddle/template";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { signature } from "../layout/declaration.js";
import { callArguments, literal, name } from "../layout/expression.js";
import { memberType } from "./contents.js";
import { otherParams } from "./arguments.js";
import { callBase } from "./call-class.js";

interface Setting extends Described {
  readonly key: string;
  readonly type: TypeRef;
  readonly default?: Json;
  readonly node: Described;
}

/** A call with a setter for each filter or field; a setter gives a new call. */
export function builderClass(operation: Operation, call: Call, cx: Context): Code {
  const verb = cx.runtime(call.setters === "body" ? "withField" : "withParam");
  const setters = settings(operation, call, cx).map((setting) => setter(setting, operation, call, verb, cx));
  const heading = code`export class ${cx.name(call, "builder")} extends ${callBase(operation, cx)}`;
  const link = code`{@link ${cx.localName(call, "function")}}`;
  const each = call.setters === "body" ? "field" : "parameter";
  return lines([
    cx.doc({
      doc: setters.length === 0 ? ["A call of", code`${link}.`] : ["A call of", link, `with a setter for each ${each}.`],
    }),
    setters.length === 0
      ? code`${heading} {}`
      : code`
          ${heading} {
            ${blocks(setters)}
          }
        `,
  ]);
}

function settings(operation: Operation, call: Call, cx: Context): readonly Setting[] {
  if (call.setters === "body")
    return cx
      .bodyFields(operation)
      .filter(({ field }) => field.removed === undefined)
      .map(({ field, type }) => ({ ...field, key: field.wire, type, node: field }));
  return otherParams(operation).map((param) => ({ ...param, key: param.name, node: param }));
}

function setter(setting: Setting, operation: Operation, call: Call, verb: Code, cx: Context): Code {
  const doc = cx.doc({ ...described(setting.node, cx), doc: valueDoc(setting) });
  const type = call.setters === "body" ? memberType(operation, setting.type, cx) : cx.type(setting.type);
  const parameters = signature([code`value: ${type}`], code`this`, { isObject: setting.type.kind === "map" });
  const body = code`return ${verb}${callArguments([name(code`this`), literal(cx.literal(setting.key)), name(code`value`)])};`;
  const method = code`
    ${cx.name(setting.node, `setter ${call.prefix}`.trim())}${parameters} {
      ${body}
    }
  `;
  return isEmpty(doc) ? method : lines([doc, method]);
}
