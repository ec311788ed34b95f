import { allOperations, type Content, type Model, type Operation } from "../../model/index.js";
import type { Report } from "../../source/report.js";

/** Warns of operations that are left out, so that nobody looks for them in vain. A template of their own brings them back. */
export function check(model: Model, report: Report): void {
  for (const operation of allOperations(model.resources)) {
    if (operation.removed !== undefined || operation.template) continue;
    const subject = { operation: operation.id, target: "typescript" };
    if (isMultipart(operation)) report.add("HD520", operation.origin, { ...subject, what: "send or read multipart bodies" });
    else checkMedia(operation, subject, report);
  }
}

/** A call sends the first of several media types; nothing is missed where the others are for the same values. */
function checkMedia({ body, origin }: Operation, subject: { operation: string; target: string }, report: Report): void {
  const [first, ...others] = body?.contents ?? [];
  const missed = others.filter(({ type }) => JSON.stringify(type) !== JSON.stringify(first?.type));
  if (!first || missed.length === 0) return;
  const quoted = ({ media }: Content): string => `\`${media}\``;
  report.add("HD521", origin, { ...subject, media: quoted(first), others: missed.map(quoted).join(" or ") });
}

function isMultipart({ body, success }: Operation): boolean {
  return body?.contents[0]?.kind === "multipart" || success.some(({ content }) => content?.kind === "multipart");
}
