import type { Field, Spread } from "../model/types.js";
import type { FieldDeclaration, SpreadDeclaration } from "../syntax/document.js";
import { valuesOf, type Context } from "./context.js";
import { described } from "./described.js";
import { checkWireName } from "./names.js";
import { typeRef } from "./types/type-refs.js";

/** What a field and a parameter have in common. */
type FieldLike = Omit<FieldDeclaration, "kind">;

export function field(cx: Context, declaration: FieldDeclaration, parameters: ReadonlySet<string>): Field {
  const { access, name } = declaration;
  if (access !== "both") cx.access.set(name.span, access);
  return { kind: "field", ...fieldLike(cx, declaration, "field", access === "writeonly" ? "request" : "response", parameters) };
}

/** Everything of a field but its kind; `what` is the noun for messages. */
export function fieldLike(
  cx: Context,
  declaration: FieldLike,
  what: string,
  form: "request" | "response",
  parameters?: ReadonlySet<string>,
): Omit<Field, "kind"> {
  const { name, wire, description, optional, sendDefault, secret } = declaration;
  checkWireName(cx.report, what, name);
  if (wire) checkWireName(cx.report, what, wire, true);
  const type = typeRef(cx, declaration.type, parameters);
  const [value] = valuesOf(cx, declaration.default ? [declaration.default] : [], "default", type, form);
  return {
    name: name.value,
    wire: wire?.value ?? name.value,
    ...described(cx, description, name.span),
    type,
    required: !optional,
    ...(value !== undefined && { default: value }),
    sendDefault,
    secret,
    examples: valuesOf(cx, declaration.examples, "example", type, form),
  };
}

/** `...execution_type: ExecuteAgentRequestType`; that it names a tagged union is a rule of the whole model. */
export function spread(cx: Context, declaration: SpreadDeclaration, parameters: ReadonlySet<string>): Spread {
  const { name, description, type } = declaration;
  checkWireName(cx.report, "field", name);
  return { kind: "spread", name: name.value, ...described(cx, description, name.span), type: typeRef(cx, type, parameters) };
}
