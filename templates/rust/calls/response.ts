import { blocks, code, lines, type Code, type Content, type Operation, type Success } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn } from "../layout/declaration.js";
import { callOfCall } from "../layout/expression.js";
import { arm } from "../layout/statement.js";
import { readerOf, typeOf } from "./content.js";

type Response = ReturnType<Context["responses"]>[number];

type Variant = Response["variants"][number];

/** What an operation gives, by status and media type. */
export function responseEnum(operation: Operation, door: Code, cx: Context): Code | undefined {
  const responses = cx.responses(operation);
  if (responses.length === 0) return undefined;
  const name = cx.name(operation, "response");
  const isByStatus = responses.length > 1;
  return blocks([
    lines([
      cx.doc({ doc: [code`What ${door} gives, by ${isByStatus ? code`status` : code`media type`}.`] }),
      code`#[derive(Clone, Debug, PartialEq)]`,
      code`#[non_exhaustive]`,
      block(code`pub enum ${name}`, lines(responses.flatMap((response) => declared(response, isByStatus, cx)))),
    ]),
    block(code`impl ${name}`, reading(responses, cx)),
  ]);
}

function declared({ success, variants }: Response, isByStatus: boolean, cx: Context): readonly Code[] {
  return variants.map(({ name, content }) => {
    const media = variants.length > 1 ? content : undefined;
    const doc = cx.doc({ doc: [isByStatus ? words(success) : "", media ? `\`${media.media}\`.` : ""].filter(Boolean).join(" ") });
    return lines([doc, code`${cx.identifier(name)}${content && code`(${typeOf(content, cx)})`},`]);
  });
}

function words({ status, doc }: Success): string {
  return doc === undefined ? `Status ${status}.` : `${status}: ${doc}`;
}

/** Another status of success than the listed ones is a mismatch: nobody knows what its body is. */
function reading(responses: readonly Response[], cx: Context): Code {
  const mismatch = cx.runtime("Mismatch");
  const [only] = responses;
  const arms = responses.map((response) => statusArm(response, cx));
  const expected = `status ${responses.map(({ success }) => success.status).join(" or ")}`;
  const other = callOfCall(code`Err`, code`${mismatch}::new`, [cx.literal(expected), code`answer.status().as_str()`]);
  const body =
    only && responses.length === 1
      ? byMedia(only, cx)
      : block(code`match answer.status().as_u16()`, lines([...arms, code`_ => ${other},`]));
  return fn(code`fn read`, [code`answer: &${cx.runtime("Received")}`], code`Result<Self, ${mismatch}>`, [body]);
}

function statusArm(response: Response, cx: Context): Code {
  const status = cx.integer(response.success.status);
  const [first, ...others] = response.variants;
  return others.length > 0 ? code`${status} => ${byMedia(response, cx)},` : arm(status, read(first, cx));
}

/** What is none of the media types is read as the first, which says what is wrong with it. */
function byMedia({ variants: [first, ...others] }: Response, cx: Context): Code {
  const arms = others.map((variant) => arm(cx.literal(essence(variant.content)), read(variant, cx)));
  return block(code`match answer.media().as_str()`, lines([...arms, arm(code`_`, read(first, cx))]));
}

/** A media type as answers are compared with it. */
function essence(content: Content | undefined): string {
  return content?.media.split(";")[0]?.trim().toLowerCase() ?? "";
}

function read(variant: Variant | undefined, cx: Context): Code {
  const name = variant && cx.identifier(variant.name);
  if (!variant?.content) return code`Ok(Self::${name})`;
  return code`${readerOf(variant.content, cx)}(answer).map(Self::${name})`;
}
