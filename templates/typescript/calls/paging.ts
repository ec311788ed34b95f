import { code, type Code, type Json, type Operation, type Page } from "heddle/template";
import type { Context } from "../context.js";
import { call, inlineObject, literal, property, type Expression } from "../layout/expression.js";

type Paging = NonNullable<ReturnType<Context["paging"]>>;

/** A parameter that asks for a page: what the style calls it, its name on the wire, and in the call. */
interface Asking {
  readonly key: string;
  readonly wire: string;
  readonly name: string;
  readonly place: "params" | "body";
  readonly default: Json | undefined;
}

/** `page: offsetPage({ .. })`: how one page leads to the next. */
export function pageSpec(operation: Operation, cx: Context): readonly Code[] {
  const paging = cx.paging(operation);
  return paging ? [property(code`page`, pageStyle(paging, operation, cx))] : [];
}

function pageStyle(paging: Paging, operation: Operation, cx: Context): Expression {
  const { page } = paging;
  const text = (key: string, value: string | undefined): readonly Code[] =>
    value === undefined ? [] : [property(cx.key(key), literal(cx.literal(value)))];
  const asking = asked(page, operation, cx);
  return call(cx.runtime(runtimeNames[page.style]), [
    inlineObject([
      ...text("items", page.items),
      ...text("more", page.hasMore),
      ...asking.flatMap(({ key, name }) => text(key, name)),
      ...(page.style === "last_id" ? text("id", page.id) : []),
      ...("next" in page ? [property(code`next`, source(page.next, cx))] : []),
      ...(asking.some(({ place }) => place === "body") ? text("in", "body") : []),
      ...repeatedIn(paging, asking, cx),
      ...counts(paging, asking, cx),
    ]),
  ]);
}

const runtimeNames: Readonly<Record<Page["style"], string>> = {
  offset: "offsetPage",
  number: "numberPage",
  cursor: "cursorPage",
  link: "linkPage",
  last_id: "lastIdPage",
};

/** The runtime's settings that name parameters, with the parameters' names on the wire. */
function askedBy(page: Page): readonly (readonly [key: string, wire: string])[] {
  switch (page.style) {
    case "offset":
      return [
        ["limit", page.limit],
        ["offset", page.offset],
      ];
    case "number":
      return [
        ["page", page.page],
        ["size", page.size],
      ];
    case "cursor":
      return [["cursor", page.cursor]];
    case "last_id":
      return [["cursor", page.cursor], ...(page.limit === undefined ? [] : [["limit", page.limit] as const])];
    case "link":
      return [];
  }
}

/** All in the query, else fields of the body: the schema was refused if they are neither. */
function asked(page: Page, operation: Operation, cx: Context): readonly Asking[] {
  const names = askedBy(page);
  const params = new Map(operation.params.filter((param) => param.in === "query").map((param) => [param.wire, param]));
  const fields = new Map(cx.bodyFields(operation).map(({ field }) => [field.wire, field]));
  const inQuery = names.every(([, wire]) => params.has(wire));
  return names.map(([key, wire]) => {
    const name = (inQuery && params.get(wire)?.name) || wire;
    return { key, wire, name, place: inQuery ? "params" : "body", default: (inQuery ? params : fields).get(wire)?.default };
  });
}

function source(next: Extract<Page, { style: "link" }>["next"], cx: Context): Expression {
  if (next.in === "body") return literal(cx.literal(next.path));
  return inlineObject([property(code`header`, literal(cx.literal(next.name)))]);
}

/** Parameters that the page repeats under another name than the call has. */
function repeatedIn({ fields }: Paging, asking: readonly Asking[], cx: Context): readonly Code[] {
  const renamed = asking.filter(({ wire, name }) => wire !== name && fields.some(({ field }) => field.wire === wire));
  if (renamed.length === 0) return [];
  const pairs = renamed.map(({ wire, name }) => property(cx.key(name), literal(cx.literal(wire))));
  return [property(code`fields`, inlineObject(pairs))];
}

/** Defaults that the service works with: the size of a page where only that tells the last one, and the first number. */
function counts({ page, fields }: Paging, asking: readonly Asking[], cx: Context): readonly Code[] {
  const byKey = new Map(asking.map((each) => [each.key, each.default]));
  const room = byKey.get("limit") ?? byKey.get("size");
  const first = byKey.get("page");
  const tells = fields.some(({ field }) => field.wire === page.hasMore && field.required);
  return [
    ...(typeof room === "number" && !tells ? [property(code`room`, literal(cx.literal(room)))] : []),
    ...(typeof first === "number" && first !== 1 ? [property(code`first`, literal(cx.literal(first)))] : []),
  ];
}
