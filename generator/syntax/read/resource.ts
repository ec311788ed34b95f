import type { Report } from "../../source/report.js";
import type { OperationDeclaration, ResourceDeclaration } from "../document.js";
import { child, textOf, type Entry, type Node } from "../node.js";
import { operationKeys } from "../shapes/operation.js";
import { readDescription } from "./description.js";
import { readOperation } from "./operation.js";
import { entriesOf } from "./value.js";

const ownKeys = ["at", "doc", "deprecated", "since", "removed", "operations", "resources"];

/** `resources` of a file or of a resource. */
export function readResources(node: Node | undefined, report: Report): ResourceDeclaration[] {
  const entries = node?.kind === "mapping" ? node.entries : [];
  return entries.map((entry) => readResource(entry, report)).filter((resource) => resource !== undefined);
}

/** Its members are operations if they have a key that only operations have, resources otherwise. */
function readResource({ key: name, value: node }: Entry, report: Report): ResourceDeclaration | undefined {
  if (node.kind !== "mapping") return undefined;
  const members = node.entries.filter((entry) => !ownKeys.includes(entry.key.value));
  const operations = [...members.filter(isOperation), ...entriesOf(node, "operations")].map((entry) => readOperation(entry, report));
  const nested = members.filter((entry) => !isOperation(entry)).map((entry) => readResource(entry, report));
  const at = textOf(child(node, "at"));
  return {
    name,
    ...(at && { at }),
    description: readDescription(node, ""),
    operations: operations.filter((operation): operation is OperationDeclaration => operation !== undefined),
    resources: [...nested.filter((resource) => resource !== undefined), ...readResources(child(node, "resources"), report)],
  };
}

function isOperation({ value }: Entry): boolean {
  return value.kind === "mapping" && operationKeys.some((key) => value.index.has(key));
}
