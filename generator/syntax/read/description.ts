import type { Span, Text } from "../../source/span.js";
import type { Description } from "../document.js";
import { child, isNull, textOf, type Node } from "../node.js";

/** What is written about a named thing; `prefix` is `$` where author's names stand beside these keys. `doc` is the one behind ` -- `. */
export function readDescription(node: Node | undefined, prefix: "" | "$", doc?: Text, deprecated?: Span): Description {
  const written = textOf(child(node, `${prefix}doc`)) ?? doc;
  const since = textOf(child(node, `${prefix}since`));
  const removed = textOf(child(node, `${prefix}removed`));
  const deprecation = readDeprecation(child(node, `${prefix}deprecated`)) ?? (deprecated && { span: deprecated });
  return {
    ...(written && { doc: { ...written, value: written.value.trim() } }),
    ...(deprecation && { deprecated: deprecation }),
    ...(since && { since }),
    ...(removed && { removed }),
  };
}

/** `true`, a reason, or `{since, use, doc}`. */
function readDeprecation(node: Node | undefined): Description["deprecated"] {
  if (!node || isNull(node) || (node.kind === "scalar" && node.value === false)) return undefined;
  if (node.kind === "scalar")
    return node.value === true ? { span: node.span } : { doc: { value: node.text, span: node.span }, span: node.span };
  const since = textOf(child(node, "since"));
  const use = textOf(child(node, "use"));
  const doc = textOf(child(node, "doc"));
  return { ...(since && { since }), ...(use && { use }), ...(doc && { doc }), span: node.span };
}
