import { allOperations, type Model, type Operation } from "../../model/index.js";
import type { Report } from "../../source/report.js";

/** Warns of operations that are left out, so that nobody looks for them in vain. A template of their own brings them back. */
export function check(model: Model, report: Report): void {
  for (const operation of allOperations(model.resources)) {
    if (operation.removed !== undefined || operation.template || !isMultipart(operation)) continue;
    report.add("HD520", operation.origin, { operation: operation.id, target: "typescript", what: "send or read multipart bodies" });
  }
}

function isMultipart({ body, success }: Operation): boolean {
  return body?.contents[0]?.kind === "multipart" || success.some(({ content }) => content?.kind === "multipart");
}
