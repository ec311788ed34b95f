import type { Description } from "../syntax/document.js";
import type { Hint } from "./schema/hint.js";
import type { Cursor } from "./source/cursor.js";

/** The description of a type, unless it stands with the field that the type was made for. */
export function typeDescription(schema: Cursor, { documented }: Hint): Description {
  return documented !== undefined && documented === schema.value ? {} : descriptionOf(schema);
}

/** What a schema, a parameter or an operation says about itself in words. */
export function descriptionOf(at: Cursor): Description {
  const description = clean(at.text("description"));
  const summary = clean(at.text("summary"));
  const text = [summary, description].filter((part) => part !== "" && part !== undefined).join("\n\n");
  const doc = summary !== undefined && description?.startsWith(summary) ? description : text;
  return {
    ...(doc !== "" && { doc: (at.get("description") ?? at.get("summary") ?? at).as(doc) }),
    ...(at.flag("deprecated") && { deprecated: { span: (at.get("deprecated") ?? at).span } }),
  };
}

/** Without control characters, trailing spaces and empty lines around it. */
function clean(text: string | undefined): string | undefined {
  return text
    ?.replaceAll("\r\n", "\n")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[^\P{C}\n]/gu, " ")
    .replace(/[ \u2028\u2029]+$/gm, "")
    .trim();
}
