import type { Report } from "../../source/report.js";
import { suggestion } from "../../source/nearest.js";
import type { CallDeclaration } from "../document.js";
import { excerpt } from "../excerpt.js";
import type { Node, ScalarNode } from "../node.js";

const styles = ["direct", "request", "builder", "options"] as const;
const form = /^\s*([A-Za-z_]\w*)\s*(?:\(\s*([A-Za-z_]\w*)\s*([A-Za-z_]\w*)?\s*\)\s*)?$/;

/** One style or a list of them. */
export function readCalls(node: Node | undefined, report: Report): CallDeclaration[] {
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  return nodes
    .map((item) => (item.kind === "scalar" && item.value !== null ? readCall(item, report) : undefined))
    .filter((call) => call !== undefined);
}

/** `builder`, `builder(with_)`: a style and its prefix. `fetch(options)`, `fetch(builder with_)`: a name, a style and its prefix. */
function readCall(node: ScalarNode, report: Report): CallDeclaration | undefined {
  const [, first, second, third] = form.exec(node.text) ?? [];
  const style = styles.find((known) => known === first);
  const inner = styles.find((known) => known === second);
  const text = excerpt(node);
  const part = (value: string) => {
    const at = text.text.indexOf(value);
    return { value, span: text.span(at, at + value.length) };
  };
  if (first !== undefined && style && third === undefined && (second === undefined || style === "builder")) {
    return { style, ...(second !== undefined && { prefix: part(second) }), span: node.span };
  }
  if (first !== undefined && !style && inner && (third === undefined || inner === "builder")) {
    return { style: inner, name: part(first), ...(third !== undefined && { prefix: part(third) }), span: node.span };
  }
  const hint = suggestion(first !== undefined && second === undefined ? first : (second ?? ""), styles);
  report.add("HD223", node.span, { written: node.text }, { hint });
  return undefined;
}
