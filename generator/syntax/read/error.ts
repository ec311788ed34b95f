import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { ErrorDeclaration, ErrorsDeclaration, OperationDeclaration } from "../document.js";
import { excerpt, trimmed } from "../excerpt.js";
import { child, isNull, textOf, type Entry, type Node, type ScalarNode } from "../node.js";
import { readCondition } from "./condition.js";
import { readDescription } from "./description.js";
import { readType } from "./field.js";
import { readStatusMatch } from "./quantity.js";
import { entriesOf, readFlag, readTexts } from "./value.js";

/** `errors` of a file: the service's table. */
export function readErrors(entry: Entry | undefined, report: Report): ErrorsDeclaration | undefined {
  if (entry?.value.kind !== "mapping") return undefined;
  const node = entry.value;
  const written = node.index.get("body");
  const body = written && readType(written.value, written.key.span, report);
  return {
    span: entry.key.span,
    ...(body && { body }),
    message: readTexts(child(node, "message")),
    code: readTexts(child(node, "code")),
    statuses: entriesOf(node, "status")
      .map((status) => readTableEntry(status, report))
      .filter((error) => error !== undefined),
  };
}

/** `NotFound: 404 -- doc`, or a mapping with `status`. */
function readTableEntry({ key: name, value }: Entry, report: Report): ErrorDeclaration | undefined {
  if (value.kind === "scalar" && !isNull(value)) {
    const { status, doc } = splitDoc(value);
    const match = readStatusMatch(status, report);
    return match && { name, match, description: readDescription(undefined, "", doc) };
  }
  if (value.kind !== "mapping") return undefined;
  if (!value.index.has("status")) report.add("HD225", name.span, { name: name.value });
  return readLongError(name, value, report);
}

/** A status and the doc behind ` -- `. */
function splitDoc(node: ScalarNode): { readonly status: Text; readonly doc?: Text } {
  const text = excerpt(node);
  const dashes = /\s--\s/.exec(text.text);
  const status = trimmed(text, 0, dashes?.index ?? text.text.length);
  return dashes ? { status, doc: trimmed(text, dashes.index + dashes[0].length, text.text.length) } : { status };
}

function readLongError(name: Text, node: Node, report: Report): ErrorDeclaration {
  const status = textOf(child(node, "status"));
  const match = status && readStatusMatch(status, report);
  const written = node.kind === "mapping" ? node.index.get("body") : undefined;
  const body = written && readType(written.value, written.key.span, report);
  const condition = readCondition(child(node, "when"), report);
  return {
    name,
    ...(match && { match }),
    ...(body && { body }),
    ...(child(node, "everywhere") && { everywhere: readFlag(child(node, "everywhere")) }),
    ...(condition && { when: { path: condition.field, value: condition.equals.value } }),
    description: readDescription(node, ""),
  };
}

/** `errors` of an operation: names, `{Name: doc}`, `{Name: {status, body, when, doc}}`. */
export function readOperationErrors(node: Node | undefined, report: Report): OperationDeclaration["errors"] {
  const list = node?.kind === "mapping" ? child(node, "list") : node;
  if (!node || list?.kind !== "list") return undefined;
  return { span: node.span, closed: readFlag(child(node, "closed")), cases: list.items.flatMap((item) => readCases(item, report)) };
}

function readCases(item: Node, report: Report): ErrorDeclaration[] {
  const name = textOf(item);
  if (name) return [{ name, description: {} }];
  if (item.kind !== "mapping") return [];
  return item.entries.map(({ key, value }) =>
    value.kind === "scalar" ? { name: key, description: readDescription(undefined, "", textOf(value)) } : readLongError(key, value, report),
  );
}
