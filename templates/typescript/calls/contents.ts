import { code, type Code, type Content, type Operation, type Success, type TypeRef } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { call, literal, name, object, property, type Expression } from "../layout/expression.js";
import { contentType } from "./result.js";

/** What the kinds are without a media type of their own. */
const usual: Readonly<Record<Content["kind"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
};

/** How the body gets into the request: in its one media type, or in the one that the caller chooses. */
export function bodySpec(operation: Operation, cx: Context): Expression | undefined {
  const contents = cx.sentContents(operation);
  const isRequired = operation.body?.required !== false;
  const [only] = contents;
  if (!only || contents.length === 1) return only && bodyOf(only, isRequired, cx);
  const bodies = contents.map((content) => property(cx.key(content.media), bodyOf(content, isRequired, cx)));
  return call(cx.runtime("bodyByMedia"), [object(bodies)]);
}

function bodyOf(content: Content, isRequired: boolean, cx: Context): Expression {
  const media = ownMedia(content, cx);
  if (content.kind === "text" || content.kind === "bytes") return call(cx.runtime(`${content.kind}Body`), media);
  const own = codec(content.type, cx);
  const type = isRequired ? own : call(cx.runtime("optional"), [own]);
  if (content.kind === "json") return call(cx.runtime(cx.holdsFile(content.type) ? "jsonWithFiles" : "jsonBody"), [type, ...media]);
  return call(cx.runtime(content.kind), [type]);
}

/** How an answer is read: in its one media type, or in the one that came. */
export function answerSpec(success: Success, cx: Context): Expression {
  const contents = cx.readContents(success);
  const [only] = contents;
  if (!only) return name(cx.runtime("nothing"));
  if (contents.length === 1) return answerOf(only, cx);
  const answers = contents.map((content) => property(cx.key(content.media), answerOf(content, cx)));
  return call(cx.runtime("answerByMedia"), [object(answers)]);
}

function answerOf(content: Content, cx: Context): Expression {
  const media = ownMedia(content, cx);
  if (content.kind === "text") return call(cx.runtime("textBody"), media);
  if (content.kind === "bytes") return call(cx.runtime("bytesAnswer"), media);
  return call(cx.runtime("json"), [codec(content.type, cx), ...media]);
}

function ownMedia({ kind, media }: Content, cx: Context): readonly Expression[] {
  return media === usual[kind] ? [] : [literal(cx.literal(media))];
}

/** The type of a body as it is given: the first media type's as it is, others with their name. */
export function bodyType(operation: Operation, cx: Context): Code {
  const [first, ...others] = cx.sentContents(operation);
  if (!first) return code`undefined`;
  const named = others.map((content) => {
    const body = fileType(content, cx);
    return code`${cx.runtimeType("Media")}${cx.typeArguments([cx.literal(content.media), body ?? contentType(content)])}`;
  });
  const own = fileType(first, cx);
  if (named.length > 0) return own ? cx.unionOf([], own, ...named) : cx.unionOf([contentType(first)], ...named);
  return own ?? cx.type(contentType(first));
}

/** The type of a body that is a file, or has files in it. */
function fileType({ kind, type }: Content, cx: Context): Code | undefined {
  if (kind === "bytes") return cx.runtimeType("FileInput");
  return kind === "multipart" ? code`${cx.runtimeType("Parts")}${cx.typeArguments([type])}` : undefined;
}

/** The type of a member of a body, where bytes in a body of parts are a file. */
export function memberType(operation: Operation, type: TypeRef, cx: Context): Code {
  if (operation.body?.contents[0]?.kind !== "multipart") return cx.type(type);
  if (type.kind === "scalar") return type.scalar === "bytes" && !type.encoding ? cx.runtimeType("FileInput") : cx.type(type);
  return isPlain(type) ? cx.type(type) : code`${cx.runtimeType("Part")}${cx.typeArguments([type])}`;
}

/** Whether no part of that type can be a file. */
function isPlain(type: TypeRef): boolean {
  if (type.kind === "list" || type.kind === "nullable") return isPlain(type.of);
  return type.kind === "scalar" ? type.scalar !== "bytes" : type.kind !== "named";
}
