import { allOperations, type Content, type Model, type Operation } from "../../model/index.js";
import type { Report } from "../../source/report.js";
import { readable, sentContents } from "../../target/index.js";

/** Whether a crate has the operation: its answers can be read, or somebody has a template for it. */
export function isOffered(operation: Operation): boolean {
  return operation.template !== undefined || readable(operation);
}

/** Warns of operations that are left out, and of bodies that are never sent in some of their media types, so that nobody looks for them in vain. */
export function check(model: Model, report: Report): void {
  for (const operation of allOperations(model.resources)) {
    if (operation.removed !== undefined || operation.template) continue;
    const subject = { operation: operation.id, target: "rust" };
    if (isOffered(operation)) checkMedia(operation, subject, report);
    else report.add("HD520", operation.origin, { ...subject, what: "read answers that are forms or multipart" });
  }
}

/** Setters make the first of several media types; nothing is missed where the others are for the same values. */
function checkMedia(operation: Operation, subject: { operation: string; target: string }, report: Report): void {
  const [first, ...others] = operation.body?.contents ?? [];
  const sent = sentContents(operation);
  const missed = others.filter((other) => !sent.includes(other) && JSON.stringify(other.type) !== JSON.stringify(first?.type));
  if (!first || missed.length === 0) return;
  const quoted = ({ media }: Content): string => `\`${media}\``;
  report.add("HD521", operation.origin, { ...subject, media: quoted(first), others: missed.map(quoted).join(" or ") });
}
