import { blocks, code, lines, type Code, type Content, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn, implementation } from "../layout/declaration.js";
import { textType } from "../types/text-type.js";
import { checking } from "./checking.js";
import { call } from "../layout/expression.js";

/** Whether callers choose among media types of the body: then it is an enum. */
export function hasBodies(operation: Operation, cx: Context): boolean {
  return cx.bodies(operation).length > 1;
}

/** The type of a body as the program gives it. */
export function bodyType({ kind, type }: Content, cx: Context): Code {
  if (kind === "text") return code`String`;
  return kind === "bytes" ? cx.runtime("FileInput") : cx.type(type);
}

/** Whether a body is given as anything that can be made one. */
export function isConvertible({ kind, type }: Content, cx: Context): boolean {
  return kind === "text" || kind === "bytes" || textType(type, cx);
}

const usualMedia = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
};

/** Puts a body into the draft. */
export function bodyStatement(content: Content, value: Code, cx: Context): Code {
  return lines(bodyCalls(content, value, cx).map((each) => code`${each};`));
}

/** The media type follows where bodies of its kind have another one. */
function bodyCalls({ kind, media }: Content, value: Code, cx: Context): readonly Code[] {
  if (kind === "bytes" && media !== usualMedia.bytes) return [call(code`draft.bytes_of`, [cx.literal(media), value])];
  const written = code`draft.${cx.identifier(kind)}(${value})`;
  if (usualMedia[kind] === media) return [written];
  return [written, call(code`draft.media`, [cx.literal(kind === "text" ? `${media};charset=utf-8` : media)])];
}

/** The bodies of an operation, by media type. */
export function bodyEnum(operation: Operation, door: Code, cx: Context): Code | undefined {
  if (!hasBodies(operation, cx)) return undefined;
  const name = cx.name(operation, "body");
  const variants = cx.bodies(operation);
  const declared = variants.map(({ name: variant, content }) =>
    lines([cx.doc({ doc: `\`${content.media}\`.` }), code`${cx.identifier(variant)}(${bodyType(content, cx)}),`]),
  );
  const [first] = variants;
  return blocks([
    lines([
      cx.doc({ doc: [code`Bodies of ${door},`, "by media type."] }),
      code`#[derive(Clone, Debug, PartialEq)]`,
      code`#[non_exhaustive]`,
      block(code`pub enum ${name}`, lines(declared)),
    ]),
    first && fromFirst(first, name, cx),
    block(
      code`impl ${name}`,
      fn(code`fn write`, [code`self`, code`draft: &mut ${cx.runtime("Draft")}`], undefined, [
        block(code`match self`, lines(variants.map((each) => writeArm(each, cx)))),
      ]),
    ),
  ]);
}

type Body = ReturnType<Context["bodies"]>[number];

/** What is given bare is sent in the first media type. */
function fromFirst({ name: variant, content }: Body, name: Code, cx: Context): Code {
  const type = bodyType(content, cx);
  const isInto = isConvertible(content, cx);
  const from = code`From<${isInto ? code`T` : type}>`;
  const value = isInto ? code`body.into()` : code`body`;
  const body = fn(code`fn from`, [code`body: ${isInto ? code`T` : type}`], code`Self`, [code`Self::${cx.identifier(variant)}(${value})`]);
  return implementation(from, name, body, isInto ? code`<T: Into<${type}>>` : undefined);
}

function writeArm({ name, content }: Body, cx: Context): Code {
  const isRaw = content.kind === "text" || content.kind === "bytes";
  const pattern = code`Self::${cx.identifier(name)}(body)`;
  const checked = isRaw ? undefined : checking("body", content.type, code`&body`, cx);
  const [only, ...others] = bodyCalls(content, isRaw ? code`body` : code`&body`, cx);
  if (!checked && others.length === 0) return code`${pattern} => ${only},`;
  return block(code`${pattern} =>`, lines([checked, ...[only, ...others].map((each) => code`${each};`)]));
}
