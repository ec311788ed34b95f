import { code, lines, type Code, type Content, type Operation } from "heddle/template";
import type { RustContext } from "heddle/rust";

/** The body of a call, in the media type that the scenario wants. */
export function bodyArgument(operation: Operation, cx: RustContext): readonly Code[] {
  const { body } = operation;
  const [first] = body?.contents ?? [];
  if (!body || !first) return [];
  const [bare, ...others] = cx.bodies(operation);
  if (!bare || others.length === 0) return [bodyValue(operation, first, body.required, cx)];
  const type = cx.name(operation, "body");
  const arms = others.map(({ name, content }) => {
    const value = bodyValue(operation, content, true, cx);
    return code`${cx.literal(content.media)} => ${type}::${cx.identifier(name)}(${value}),`;
  });
  const chosen = code`match script.media() {
    ${lines(arms)}
    _ => ${type}::from(${bodyValue(operation, first, true, cx)}),
  }`;
  return [body.required ? chosen : code`if script.has_body() { Some(${chosen}) } else { None }`];
}

function bodyValue(operation: Operation, { kind, type }: Content, isRequired: boolean, cx: RustContext): Code {
  const own = kind === "text" ? code`String` : kind === "bytes" ? cx.runtime("FileInput") : cx.type(type);
  const read = code`script.body::<${isRequired ? own : code`Option<${own}>`}>()?`;
  if (kind === "bytes") return code`script.filled(${read})`;
  const named = type.kind === "named" ? cx.named(type.name) : undefined;
  if (kind === "json" && isRequired && named?.kind === "record" && named.file) return code`script.body_or_file::<${own}>()?`;
  const parts = kind === "multipart" ? cx.bodyFields(operation).filter(({ field }) => cx.holdsFiles(field)) : [];
  if (parts.length === 0) return read;
  return code`{
    let mut body = ${read};
    ${lines(parts.map(({ field }) => code`body.${cx.name(field)} = script.filled(body.${cx.name(field)});`))}
    body
  }`;
}
