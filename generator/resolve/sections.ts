import type { Report } from "../source/report.js";
import type { Span } from "../source/span.js";
import type { Document } from "../syntax/document.js";
import { firstAt } from "./scope.js";

/** The one section of its kind in all files; any further one is reported. */
export function onlySection<T extends { readonly span: Span }>(
  report: Report,
  name: string,
  files: readonly Document[],
  of: (file: Document) => T | undefined,
): { readonly section: T; readonly file: Document } | undefined {
  const found = files.flatMap((file) => {
    const section = of(file);
    return section ? [{ section, file }] : [];
  });
  const [first, ...others] = found;
  for (const { section } of first ? others : []) report.add("HD317", section.span, { name }, first && firstAt(first.section.span));
  return first;
}
