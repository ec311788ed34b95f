import { code, type Code, type Json, type Operation, type Page } from "heddle/template";
import type { Context } from "../context.js";
import { array, baseOf, call, someCall, structLiteral } from "../layout/expression.js";

/** `page: Some(PageStyle { .. })`. */
export function pageStyle(operation: Operation, cx: Context): readonly Code[] {
  const paging = cx.paging(operation);
  if (!paging) return [];
  const { page, fields } = paging;
  const type = cx.runtime("PageStyle");
  const { asked, inBody } = askedBy(page, operation, cx);
  const tells = fields.some(({ field }) => field.wire === page.hasMore && field.required);
  const room = asked.get("limit");
  const query = operation.params.filter((param) => param.in === "query" && param.removed === undefined);
  const isOrdered = !inBody && page.style !== "link" && query.length > 1;
  const [make, args] = [code`${type}::new`, [cx.literal(page.items), pageTurn(page, asked, cx)]];
  const settings = [
    ...(page.hasMore === undefined ? [] : [code`more: Some(${cx.literal(page.hasMore)})`]),
    ...(typeof room === "number" && !tells ? [code`room: Some(${cx.integer(room)})`] : []),
    ...(inBody ? [code`in_body: true`] : []),
    ...(isOrdered ? [code`order: &${array(query.map(({ wire }) => cx.literal(wire)))}`] : []),
  ];
  if (settings.length === 0) return [code`page: ${someCall(make, args)}`];
  return [code`page: Some(${structLiteral(type, [...settings, baseOf(call(make, args))])})`];
}

interface Asked {
  /** Defaults that the service works with, by what the style calls a parameter. */
  readonly asked: ReadonlyMap<string, Json | undefined>;
  readonly inBody: boolean;
}

/** The parameters that ask for a page: all in the query, else fields of the body. */
function askedBy(page: Page, operation: Operation, cx: Context): Asked {
  const names = Object.entries({
    limit: "limit" in page ? page.limit : "size" in page ? page.size : undefined,
    offset: "offset" in page ? page.offset : undefined,
    page: "page" in page ? page.page : undefined,
    cursor: "cursor" in page ? page.cursor : undefined,
  }).flatMap(([key, wire]) => (wire === undefined ? [] : [[key, wire] as const]));
  const params = new Map(operation.params.filter((param) => param.in === "query").map((param) => [param.wire, param.default]));
  const fields = new Map(cx.bodyFields(operation).map(({ field }) => [field.wire, field.default]));
  const needed = page.style === "cursor" ? names.filter(([key]) => key === "cursor") : names;
  const inBody = !needed.every(([, wire]) => params.has(wire));
  return { asked: new Map(names.map(([key, wire]) => [key, (inBody ? fields : params).get(wire)])), inBody };
}

function pageTurn(page: Page, asked: Asked["asked"], cx: Context): Code {
  const variant = (name: string, fields: readonly Code[]): Code =>
    structLiteral(code`${cx.runtime("PageTurn")}::${cx.identifier(name)}`, fields);
  switch (page.style) {
    case "offset":
      return variant("Offset", [code`limit: ${cx.literal(page.limit)}`, code`offset: ${cx.literal(page.offset)}`]);
    case "number": {
      const first = asked.get("page");
      return variant("Number", [
        code`page: ${cx.literal(page.page)}`,
        code`size: ${cx.literal(page.size)}`,
        code`first: ${cx.integer(typeof first === "number" ? first : 1)}`,
      ]);
    }
    case "cursor":
      return variant("Cursor", [code`cursor: ${cx.literal(page.cursor)}`, code`next: ${source(page.next, cx)}`]);
    case "link":
      return call(code`${cx.runtime("PageTurn")}::Link`, [source(page.next, cx)]);
    case "last_id":
      return variant("LastId", [
        code`cursor: ${cx.literal(page.cursor)}`,
        code`id: ${cx.literal(page.id)}`,
        code`limit: ${page.limit === undefined ? code`None` : code`Some(${cx.literal(page.limit)})`}`,
      ]);
  }
}

function source(next: Extract<Page, { style: "link" }>["next"], cx: Context): Code {
  const type = cx.runtime("PageSource");
  return next.in === "body"
    ? call(code`${type}::Body`, [cx.literal(next.path)])
    : call(code`${type}::Header`, [cx.literal(next.name.toLowerCase())]);
}
