import type { MappingNode, Node } from "../../syntax/node.js";
import { child } from "../../syntax/node.js";

/** A scenario as it is written, once for each row of its table. */
export interface Row {
  readonly name: string;
  readonly node: Node;
}

/**
 * A scenario with `each` becomes one for each row: a value `$wire` is replaced by the row's value of that name, `${wire}` within a text by
 * its text. The replacement keeps its own place, so that findings point into the table.
 */
export function rowsOf(name: string, node: Node): readonly Row[] {
  const table = child(node, "each");
  if (node.kind !== "mapping" || !table) return [{ name, node }];
  const template = without(node, "each");
  if (table.kind === "mapping")
    return table.entries.map(({ key, value }) => ({ name: `${name}[${key.value}]`, node: filled(template, cells(value, key.value)) }));
  const items = table.kind === "list" ? table.items : [];
  return items.map((item, index) => ({ name: `${name}[${index}]`, node: filled(template, cells(item, String(index))) }));
}

/** The values of a row by name; a value that is no mapping is called `value`, and the row's own name `row`. */
function cells(row: Node, name: string): ReadonlyMap<string, Node> {
  const own = row.kind === "mapping" ? row.entries.map(({ key, value }) => [key.value, value] as const) : [["value", row] as const];
  const named: Node = { kind: "scalar", value: name, text: name, style: "double", span: row.span };
  return new Map([["row", named], ...own]);
}

function filled(node: Node, cells: ReadonlyMap<string, Node>): Node {
  if (node.kind === "list") return { ...node, items: node.items.map((item) => filled(item, cells)) };
  if (node.kind === "mapping") {
    const entries = node.entries.flatMap(({ key, value }) => {
      const next = filled(value, cells);
      return isAbsent(value, cells) ? [] : [{ key: { ...key, value: interpolated(key.value, cells) }, value: next }];
    });
    return { ...node, entries, index: new Map(entries.map((entry) => [entry.key.value, entry])) };
  }
  if (typeof node.value !== "string") return node;
  const whole = cells.get(/^\$(\w+)\??$/.exec(node.text)?.[1] ?? "");
  if (whole) return whole;
  const text = interpolated(node.text, cells);
  return text === node.text ? node : { ...node, value: text, text };
}

/** `$name?` leaves its key out where the row has no such value. */
function isAbsent(node: Node, cells: ReadonlyMap<string, Node>): boolean {
  const [, name = ""] = /^\$(\w+)\?$/.exec(node.kind === "scalar" ? node.text : "") ?? [];
  return name !== "" && !cells.has(name);
}

function interpolated(text: string, cells: ReadonlyMap<string, Node>): string {
  return text.replace(/\$\{(\w+)\}/g, (all, name: string) => {
    const cell = cells.get(name);
    return cell?.kind === "scalar" ? cell.text : all;
  });
}

function without(node: MappingNode, key: string): MappingNode {
  const entries = node.entries.filter((entry) => entry.key.value !== key);
  return { ...node, entries, index: new Map(entries.map((entry) => [entry.key.value, entry])) };
}
