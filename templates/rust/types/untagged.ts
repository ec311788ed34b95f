import { blocks, code, lines, type Code, type Member, type Payload, type Union, type Variant } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn, implementation, pattern } from "../layout/declaration.js";
import { array, call, structLiteral } from "../layout/expression.js";
import { ifLet } from "../layout/statement.js";
import { isRequired, readers, statements, stored, writers } from "./fields.js";
import { checking, contentType, keepsRest } from "./union.js";

/** How a union without a tag is read, by the JSON kind and by what an object must have, and written. */
export function untagged(type: Union, cx: Context): Code {
  const variants = type.variants.filter(({ removed }) => removed === undefined);
  const name = cx.generic(cx.name(type), type.parameters.map(cx.parameter));
  const result = cx.generic(code`Result`, [code`Self`, cx.runtime("Mismatch")]);
  const decode = fn(code`fn decode`, [code`json: &${cx.runtime("Json")}<'_>`], result, [
    ...variants.map((variant) => attempt(type, variant, cx)),
    code`Err(json.mismatch(${cx.literal(`one of ${cx.text(type)}`)}))`,
  ]);
  const encode = fn(code`fn encode`, [code`&self`, code`out: &mut ${cx.runtime("Writer")}`], undefined, [
    block(code`match self`, lines(variants.map((variant) => writeArm(type, variant, cx)))),
  ]);
  const checked = checking(type, cx);
  const check = checked.length > 0 && fn(code`fn check`, [code`&self`, code`at: &mut ${cx.runtime("Checks")}`], undefined, checked);
  return blocks([
    implementation(cx.runtime("Decode"), name, decode),
    implementation(cx.runtime("Encode"), name, blocks([encode, check])),
    code`crate::serde_codec!(${name});`,
  ]);
}

/** The first variant that the value fits is the one: the schema says that they differ. */
function attempt(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  const name = code`Self::${cx.name(variant)}`;
  if (payload.kind === "type") {
    const read = code`<${contentType(type, variant, payload.type, cx)} as ${cx.runtime("Decode")}>::decode(json)`;
    return block(code`if let Ok(content) = ${read}`, code`return Ok(${name}(content));`);
  }
  const members = payload.kind === "fields" ? payload.members : [];
  const names = required(members).map((wire) => cx.key(wire));
  const object = code`json.${call(code`object_with`, [code`&${array(names)}`])}`;
  const fields = [...readers(members, cx), ...(keepsRest(variant, type) ? [code`extra: object.rest()`] : [])];
  return ifLet(code`Some(mut object)`, object, code`return Ok(${structLiteral(name, fields)});`, 2);
}

function required(members: readonly Member[]): readonly string[] {
  return stored(members).flatMap((member) => (member.kind === "field" && isRequired(member) ? [member.wire] : []));
}

function writeArm(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  const name = code`Self::${cx.name(variant)}`;
  if (payload.kind === "type") return code`${name}(content) => content.encode(out),`;
  const members = fieldsOf(payload);
  const rest = keepsRest(variant, type);
  const written = [...writers(members, (member) => cx.name(member), cx), ...(rest ? [code`object.rest(extra)`] : [])];
  const head = pattern(name, [...stored(members).map((member) => cx.name(member)), ...(rest ? [code`extra`] : [])]);
  return block(code`${head} =>`, lines([code`let mut object = out.object();`, ...statements(written)]));
}

function fieldsOf(payload: Payload): readonly Member[] {
  return payload.kind === "fields" ? payload.members : [];
}
