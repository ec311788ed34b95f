import { blocks, code, lines, type Code, type Operation, type Success } from "heddle/template";
import type { Context } from "../context.js";
import { block, fn } from "../layout/declaration.js";
import { readerOf, typeOf } from "./content.js";

/** Whether an operation's statuses of success differ in what they give: then its value says which it was. */
export function hasResponses({ success, paged, stream }: Operation): boolean {
  const contents = new Set(success.map(({ content }) => JSON.stringify([content?.kind, content?.type])));
  return contents.size > 1 && !paged && !stream;
}

/** What an operation gives, by status. */
export function responseEnum(operation: Operation, door: Code, cx: Context): Code | undefined {
  if (!hasResponses(operation)) return undefined;
  const name = cx.name(operation, "response");
  const variants = operation.success.map((success) => lines([cx.doc({ doc: words(success) }), code`${declaredVariant(success, cx)},`]));
  return blocks([
    lines([
      cx.doc({ doc: [code`What ${door} gives, by status.`] }),
      code`#[derive(Clone, Debug, PartialEq)]`,
      code`#[non_exhaustive]`,
      block(code`pub enum ${name}`, lines(variants)),
    ]),
    block(code`impl ${name}`, reading(operation, cx)),
  ]);
}

function words({ status, doc }: Success): string {
  return doc === undefined ? `Status ${status}.` : `${status}: ${doc}`;
}

const phrases: Readonly<Record<number, string>> = {
  200: "Ok",
  201: "Created",
  202: "Accepted",
  203: "NonAuthoritative",
  204: "NoContent",
  205: "ResetContent",
  206: "PartialContent",
};

function variantOf({ status }: Success, cx: Context): Code {
  return cx.identifier(phrases[status] ?? `Status${status}`);
}

function declaredVariant(success: Success, cx: Context): Code {
  const held = success.content && code`(${typeOf(success.content, cx)})`;
  return code`${variantOf(success, cx)}${held}`;
}

/** Another status of success than the listed ones is a mismatch: nobody knows what its body is. */
function reading({ success }: Operation, cx: Context): Code {
  const mismatch = cx.runtime("Mismatch");
  const arms = success.map((each) => {
    const variant = code`Self::${variantOf(each, cx)}`;
    const read = each.content ? code`${readerOf(each.content, cx)}(answer).map(${variant})` : code`Ok(${variant})`;
    return code`${cx.integer(each.status)} => ${read},`;
  });
  const expected = `status ${success.map(({ status }) => status).join(" or ")}`;
  const other = code`_ => Err(${mismatch}::new(${cx.literal(expected)}, answer.status().as_str())),`;
  return fn(code`fn read`, [code`answer: &${cx.runtime("Received")}`], code`Result<Self, ${mismatch}>`, [
    block(code`match answer.status().as_u16()`, lines([...arms, other])),
  ]);
}
