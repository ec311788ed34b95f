import type { SourceFile } from "ts-morph";

/** Unions of errors are not part of what this package promises. */
export default function markInternal(file: SourceFile): void {
  for (const alias of file.getTypeAliases()) {
    if (alias.getName().endsWith("Error")) alias.addJsDoc({ tags: [{ tagName: "internal" }] });
  }
}
