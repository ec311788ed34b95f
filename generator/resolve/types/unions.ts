import type { Payload, Tagging, Union, Variant } from "../../model/types.js";
import type { UnionBody, VariantDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { checkWireName } from "../names.js";
import { recordShape } from "./record-shape.js";
import type { Head } from "./types.js";
import { typeRef } from "./type-refs.js";

/** A union as declared; that its variants can be told apart is a rule of the whole model. */
export function unionOf(cx: Context, head: Head, body: UnionBody, parameters: ReadonlySet<string>): Union {
  if (body.variants.length === 0) cx.report.add("HD430", head.origin, { name: head.name });
  const variants = body.variants.map((variant) => variantOf(cx, variant, parameters));
  return {
    kind: "union",
    ...head,
    tagging: taggingOf(cx, head, body),
    open: body.openness === "open",
    base: recordShape(cx, { members: body.base }, parameters).members,
    variants,
  };
}

function taggingOf(cx: Context, head: Head, body: UnionBody): Tagging {
  const { tag, content, placement } = body;
  const kind = placement?.value ?? (content ? "adjacent" : "internal");
  if (kind === "external" || kind === "untagged") {
    const useless = tag ?? content;
    if (useless) cx.report.add("HD432", useless.span, { placement: kind, key: tag ? "$tag" : "$content" });
    return { kind };
  }
  if (!tag) cx.report.add("HD431", placement?.span ?? head.origin, { name: head.name });
  if (kind === "internal" && content) cx.report.add("HD432", content.span, { placement: kind, key: "$content" });
  if (kind === "adjacent" && !content) cx.report.add("HD433", placement?.span ?? head.origin, { name: head.name });
  if (tag && content && tag.value === content.value) cx.report.add("HD434", content.span, { tag: tag.value });
  if (kind === "adjacent") return { kind, tag: tag?.value ?? "", content: content?.value ?? "" };
  return { kind: "internal", tag: tag?.value ?? "" };
}

function variantOf(cx: Context, { name, tag, description, payload }: VariantDeclaration, parameters: ReadonlySet<string>): Variant {
  checkWireName(cx.report, "variant", name);
  if (tag) checkWireName(cx.report, "variant", tag, true);
  return {
    name: name.value,
    tag: tag?.value ?? name.value,
    ...described(cx, description, name.span),
    payload: payloadOf(cx, payload, parameters),
  };
}

function payloadOf(cx: Context, payload: VariantDeclaration["payload"], parameters: ReadonlySet<string>): Payload {
  switch (payload.kind) {
    case "fields":
      return { kind: "fields", members: recordShape(cx, payload, parameters).members };
    case "type":
      return { kind: "type", type: typeRef(cx, payload.type, parameters) };
    case "empty":
      return { kind: "empty" };
  }
}
