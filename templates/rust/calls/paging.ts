import { code, type Code, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { structLiteral } from "../layout/expression.js";

/** `page: Some(PageStyle::Offset { .. })`. */
export function pageStyle(operation: Operation, cx: Context): readonly Code[] {
  const page = cx.paging(operation)?.page;
  if (page?.style !== "offset") return [];
  const more = page.hasMore === undefined ? code`None` : code`Some(${cx.literal(page.hasMore)})`;
  const fields = [
    code`items: ${cx.literal(page.items)}`,
    code`more: ${more}`,
    code`limit: ${cx.literal(page.limit)}`,
    code`offset: ${cx.literal(page.offset)}`,
  ];
  return [code`page: Some(${structLiteral(code`${cx.runtime("PageStyle")}::Offset`, fields)})`];
}
