import { code, lines, type Code, type Content, type Operation } from "heddle/template";
import type { RustContext } from "heddle/rust";

/** What makes JSON text of an operation's value. */
export function shower(operation: Operation, cx: RustContext): Code {
  const responses = cx.responses(operation);
  if (responses.length === 0) return showing(operation.success[0]?.content);
  const type = cx.name(operation, "response");
  const arms = responses
    .flatMap(({ variants }) => variants)
    .map(({ name, content }) => {
      const variant = code`${type}::${cx.identifier(name)}`;
      return content ? code`${variant}(value) => ${showing(content)}(value),` : code`${variant} => script::nothing_shown(&()),`;
    });
  return code`|value| match value {
    ${lines(arms)}
    _ => String::new(),
  }`;
}

function showing(content: Content | undefined): Code {
  if (!content) return code`script::nothing_shown`;
  return content.kind === "bytes" ? code`script::bytes_shown` : code`script::shown`;
}
