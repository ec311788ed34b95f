import type { Report } from "../../source/report.js";
import type { OperationDeclaration, ResourceDeclaration } from "../document.js";
import { child, textOf, type Entry, type Node } from "../node.js";
import { isOperation } from "../shapes/operation.js";
import { readDescription } from "./description.js";
import { readOperation } from "./operation.js";
import { entriesOf } from "./value.js";

const ownKeys = ["at", "doc", "deprecated", "since", "removed", "operations", "resources"];

/** `resources` of a file or of a resource. */
export function readResources(node: Node | undefined, report: Report): ResourceDeclaration[] {
  const entries = node?.kind === "mapping" ? node.entries : [];
  return entries.map((entry) => readResource(entry, report)).filter((resource) => resource !== undefined);
}

function readResource({ key: name, value: node }: Entry, report: Report): ResourceDeclaration | undefined {
  if (node.kind !== "mapping") return undefined;
  const members = node.entries.filter((entry) => !ownKeys.includes(entry.key.value));
  const operations = [...members.filter(({ value }) => isOperation(value)), ...entriesOf(node, "operations")].map((entry) =>
    readOperation(entry, report),
  );
  const nested = members.filter(({ value }) => !isOperation(value)).map((entry) => readResource(entry, report));
  const prefix = child(node, "at");
  const at = textOf(prefix);
  if (prefix?.kind === "scalar" && prefix.comment) report.add("HD120", prefix.comment, {});
  return {
    name,
    ...(at && { at }),
    description: readDescription(node, ""),
    operations: operations.filter((operation): operation is OperationDeclaration => operation !== undefined),
    resources: [...nested.filter((resource) => resource !== undefined), ...readResources(child(node, "resources"), report)],
  };
}
