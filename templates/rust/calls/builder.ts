import { blocks, code, join, lines, type Call, type Code, type Described, type Json, type Operation, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { block, fn, implementation } from "../layout/declaration.js";
import { assignedPart } from "../layout/statement.js";
import { given } from "../types/fields.js";
import { otherParams, setsBody } from "./arguments.js";
import { bodyStatement, bodyType } from "./body.js";
import { answerOf } from "./answer.js";

interface Setting extends Described {
  readonly name: string;
  readonly type: TypeRef;
  readonly required: boolean;
  readonly default?: Json;
  readonly secret?: boolean;
  readonly isFile: boolean;
  readonly node: Described;
  readonly field: Code;
}

/** A call with a setter for each parameter, or for each field of its body. */
export function builderStruct(operation: Operation, call: Call, door: Code, cx: Context): Code {
  const isBody = setsBody(operation, call, cx);
  const name = cx.name(call, "builder");
  const answer = answerOf(operation, cx);
  const part = isBody ? code`body` : code`options`;
  const content = operation.body?.contents[0];
  const type = isBody && content ? bodyType(content, cx) : cx.name(operation, "options");
  const verb = isBody ? "field" : "parameter";
  const into = isBody && content ? bodyStatement(content, code`&builder.body`, cx) : code`draft.parameters(&builder.options);`;
  const methods = settings(operation, call, cx).flatMap((setting) => setters(setting, call, part, cx));
  return blocks([
    lines([
      cx.doc({ doc: [code`A call of ${door}`, `with a setter for each ${verb}.`] }),
      code`#[derive(Clone, Debug)]`,
      code`#[must_use = "a call does nothing until it is awaited or sent"]`,
      block(code`pub struct ${name}`, lines([code`draft: ${cx.runtime("Draft")},`, code`${part}: ${type},`])),
    ]),
    methods.length > 0 && block(code`impl ${name}`, blocks(methods)),
    implementation(
      code`From<${name}>`,
      answer.call,
      fn(code`fn from`, [code`builder: ${name}`], code`Self`, [code`let mut draft = builder.draft;`, into, code`draft.${answer.made}`]),
    ),
    code`
      crate::call_methods! {
          ${name}: ${cx.identifier(answer.kind)}<${join(code`, `, answer.arguments)}>
      }
    `,
  ]);
}

function settings(operation: Operation, call: Call, cx: Context): readonly Setting[] {
  if (setsBody(operation, call, cx))
    return cx
      .bodyFields(operation)
      .filter(({ field }) => field.removed === undefined)
      .map(({ field, type }) => ({ ...field, type, isFile: cx.holdsFiles(field), node: field, field: cx.name(field) }));
  return otherParams(operation)
    .filter(({ required }) => !required)
    .map((param) => ({ ...param, isFile: false, node: param, field: cx.name(param, "field") }));
}

/** `with_title(..)`, and `clear_title()` where null clears it. */
function setters(setting: Setting, call: Call, part: Code, cx: Context): readonly Code[] {
  const isNullable = !setting.required && setting.type.kind === "nullable";
  const ref = isNullable && setting.type.kind === "nullable" ? setting.type.of : setting.type;
  const argument = given(ref, setting.isFile ? cx.fileType(ref) : cx.type(ref), setting.field, cx);
  const wrapped = setting.required
    ? argument.value
    : isNullable
      ? code`${cx.runtime("Nullable")}::Value(${argument.value})`
      : code`Some(${argument.value})`;
  const doc = cx.doc({ ...described(setting.node), doc: valueDoc(setting) });
  const assign = (value: Code): readonly Code[] => [assignedPart(code`self.${part}`, setting.field, value, 2), code`self`];
  const set = fn(
    code`pub fn ${cx.name(setting.node, `setter ${call.prefix}`.trim())}`,
    [code`mut self`, code`${setting.field}: ${argument.type}`],
    code`Self`,
    assign(wrapped),
  );
  const clear = fn(
    code`pub fn ${cx.name(setting.node, "clear")}`,
    [code`mut self`],
    code`Self`,
    assign(code`${cx.runtime("Nullable")}::Null`),
  );
  return [
    lines([doc, set]),
    ...(isNullable ? [lines([cx.doc({ doc: `Sends null for \`${setting.name}\`, which clears it.` }), clear])] : []),
  ];
}
