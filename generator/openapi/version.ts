import type { Report } from "../source/report.js";
import type { Cursor } from "./source/cursor.js";

/** Whether a document is of a version that can be read; if not, that is reported. */
export function checkVersion(root: Cursor, report: Report): boolean {
  const version = root.text("openapi");
  if (version !== undefined && /^3\.[01](\.|$)/.test(version)) return true;
  if (version !== undefined) report.add("HD901", root.get("openapi")?.span, { version });
  else if (root.has("swagger")) report.add("HD901", root.get("swagger")?.span, { version: String(root.raw("swagger")) });
  else
    report.add("HD900", root.span, {
      what: root.has("asyncapi") ? "an AsyncAPI document" : root.has("heddle") ? "a Heddle schema" : "some other text",
    });
  return false;
}
