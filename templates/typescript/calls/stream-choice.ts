import { code, delimited, type Code, type Json, type Operation, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { typeParameters } from "../layout/declaration.js";
import { contentType } from "./result.js";

/** What asks for a stream: a member of the body or a parameter, and the value that does. */
export interface StreamChoice {
  readonly in: "body" | "params";
  readonly name: string;
  readonly equals: Json;
  /** Whether a request can leave it out; undefined where the type of the body does not say. */
  readonly required: boolean | undefined;
  /** Whether it can be the tag of a variant that this client does not know. */
  readonly open: boolean;
}

/** What decides whether an operation streams; undefined where nothing does. */
export function streamChoice(operation: Operation, cx: Context): StreamChoice | undefined {
  const when = operation.stream?.when;
  if (!when) return undefined;
  const [content] = cx.sentContents(operation);
  const param = operation.params.find((each) => each.in === "query" && each.wire === when.field);
  const inBody = content && operation.body?.required ? requirement(contentType(content), when.field, cx) : undefined;
  if (!inBody && param) return { in: "params", name: param.name, equals: when.equals, required: param.required, open: false };
  const found = cx.sentContents(operation).length === 1 ? inBody : undefined;
  return { in: "body", name: when.field, equals: when.equals, required: found?.required, open: found?.open === true };
}

/** Whether objects of a type must have a member; undefined where not all of them can. */
function requirement(ref: TypeRef, wire: string, cx: Context): Pick<StreamChoice, "required" | "open"> | undefined {
  const type = ref.kind === "named" ? cx.named(ref.name) : undefined;
  if (type?.kind === "alias") return requirement(type.type, wire, cx);
  if (type?.kind === "union") {
    const { tagging, open } = type;
    const isTag = (tagging.kind === "internal" || tagging.kind === "adjacent") && tagging.tag === wire;
    return isTag ? { required: true, open } : undefined;
  }
  for (const member of type?.kind === "record" ? type.members : []) {
    if (member.kind === "field" && member.wire === wire && !member.removed) return { required: member.required, open: false };
    const found = member.kind === "spread" ? requirement(member.type, wire, cx) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The name of the type parameter that stands for the value: not one that the package uses. */
function parameterName(cx: Context): Code {
  const taken = new Set(cx.model.types.map((type) => cx.text(type)));
  return taken.has("Choice") ? code`Choice_` : code`Choice`;
}

/** `<Choice extends Request["type"]>`: a function whose result depends on a value in its argument. */
export interface Generic {
  readonly parameter: Code;
  readonly parameters: Code | undefined;
  /** The argument's type with the value as the parameter. */
  readonly narrowed: Code;
}

/** Makes a function generic by the value that `choice` is about, in an argument of `type`. */
export function genericBy(choice: StreamChoice, type: Code, cx: Context): Generic {
  const parameter = parameterName(cx);
  const isOptional = choice.required === false;
  // An unknown tag must not take part in the inference: TypeScript would choose between it and the known ones.
  const unknown = code`${cx.runtimeType("UnknownVariant")}<${cx.literal(choice.name)}>[${cx.literal(choice.name)}]`;
  const value = choice.open ? code`${parameter} | ${unknown}` : parameter;
  const key = code`${cx.typeKey(choice.name)}${isOptional ? code`?` : code``}`;
  const bound = code`${parameter} extends ${type}[${cx.literal(choice.name)}]${isOptional ? code` = undefined` : code``}`;
  return { parameter, parameters: typeParameters([bound]), narrowed: code`${type} & ${members([code`${key}: ${value}`])}` };
}

function members(items: readonly Code[]): Code {
  return delimited(items, { open: code`{`, close: code`}`, separator: code`;`, trailing: code`;`, spaced: true });
}
