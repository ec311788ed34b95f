import type { Page, ValueSource } from "../../model/types.js";
import type { Text } from "../../source/span.js";
import type { PageDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";

type Style = Page["style"];

/** Which keys a style needs, and which it may have beside `items` and `more`. */
const styles: Readonly<Record<Style, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  offset: { needs: ["offset", "limit"], may: [] },
  number: { needs: ["page", "size"], may: [] },
  last_id: { needs: ["cursor", "id"], may: ["limit"] },
  cursor: { needs: ["cursor", "next"], may: ["limit"] },
  link: { needs: ["next"], may: [] },
};

/** The page a `$page` declares; its keys decide the style. Whether its fields exist is checked once all types are known. */
export function pageOf(cx: Context, declaration: PageDeclaration, type: string): Page | undefined {
  const entries = new Map(declaration.entries.map(({ key, value }) => [key.value, value]));
  const style = styleOf(entries);
  if (!style) {
    cx.report.add("HD461", declaration.span, {});
    return undefined;
  }
  const { needs, may } = styles[style];
  const missing = ["items", ...needs].filter((key) => !entries.has(key));
  const useless = declaration.entries.filter(({ key }) => !["items", "more", ...needs, ...may].includes(key.value));
  for (const key of missing) cx.report.add("HD462", declaration.span, { style, key });
  for (const { key } of useless) cx.report.add("HD463", key.span, { style, key: key.value, keys: [...needs, ...may] });
  if (missing.length + useless.length > 0) return undefined;
  const page = build(style, (key) => entries.get(key)?.value);
  cx.pages.push({ type, page, declaration });
  return page;
}

function styleOf(entries: ReadonlyMap<string, Text>): Style | undefined {
  if (entries.has("offset")) return "offset";
  if (entries.has("page")) return "number";
  if (entries.has("cursor")) return entries.has("id") ? "last_id" : "cursor";
  return entries.has("next") ? "link" : undefined;
}

function build(style: Style, value: (key: string) => string | undefined): Page {
  const of = (key: string) => value(key) ?? "";
  const hasMore = value("more");
  const limit = value("limit");
  const common = { items: of("items"), ...(hasMore !== undefined && { hasMore }) };
  const size = limit === undefined ? {} : { limit };
  switch (style) {
    case "offset":
      return { style, ...common, limit: of("limit"), offset: of("offset") };
    case "number":
      return { style, ...common, page: of("page"), size: of("size") };
    case "cursor":
      return { style, ...common, cursor: of("cursor"), next: source(of("next")), ...size };
    case "link":
      return { style, ...common, next: source(of("next")) };
    case "last_id":
      return { style, ...common, cursor: of("cursor"), id: of("id"), ...size };
  }
}

/** `next_cursor` is a path into the body, `header Link` a response header. */
function source(text: string): ValueSource {
  const name = /^header\s+(\S+)$/.exec(text)?.[1];
  return name === undefined ? { in: "body", path: text } : { in: "header", name };
}
