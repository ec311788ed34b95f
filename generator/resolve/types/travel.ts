import type { ErrorTable } from "../../model/service.js";
import type { Resource } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Member, TypeDef } from "../../model/types.js";
import { allOperations, refsOfOperation, walkTypeRef } from "../../model/walk.js";
import type { Context } from "../context.js";
import type { TypeTable } from "./type-table.js";

type Direction = "request" | "response";

/** In which directions each declared type travels, by its name. */
export type Travels = ReadonlyMap<string, ReadonlySet<Direction>>;

/** Follows every reference from the operations and the error table. A `readonly` field leads on in responses only. */
export function travels(cx: Context, table: TypeTable, errors: ErrorTable, resources: readonly Resource[]): Travels {
  const found = new Map<string, Set<Direction>>();
  const waiting: { ref: TypeRef; direction: Direction }[] = [];
  const follow = (refs: readonly TypeRef[], direction: Direction): void => {
    for (const ref of refs) waiting.push({ ref, direction });
  };
  for (const { request, response } of allOperations(resources).map(refsOfOperation)) {
    follow(request, "request");
    follow(response, "response");
  }
  follow(
    [errors.body, ...errors.errors.map(({ body }) => body)].filter((body) => body !== undefined),
    "response",
  );
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { ref, direction } = next;
    walkTypeRef(ref, (part) => {
      const type = part.kind === "named" ? table.get(part.name) : undefined;
      const seen = type && (found.get(type.name) ?? new Set());
      if (!type || !seen || seen.has(direction)) return;
      found.set(type.name, seen.add(direction));
      follow(refsIn(cx, type, direction), direction);
    });
  }
  return found;
}

/** The references in a type's form for one direction. */
export function refsIn(cx: Context, type: TypeDef, direction: Direction): readonly TypeRef[] {
  const ofMembers = (members: readonly Member[]) => membersIn(cx, members, direction).map((member) => member.type);
  switch (type.kind) {
    case "record":
      return [...ofMembers(type.members), ...(type.extra ? [type.extra] : [])];
    case "union":
      return [
        ...ofMembers(type.base),
        ...type.variants.flatMap(({ payload }) =>
          payload.kind === "fields" ? ofMembers(payload.members) : payload.kind === "type" ? [payload.type] : [],
        ),
      ];
    case "alias":
      return [type.type];
    case "enum":
      return [];
  }
}

/** The members that are there in one direction. */
export function membersIn(cx: Context, members: readonly Member[], direction: Direction): readonly Member[] {
  const hidden = direction === "request" ? "readonly" : "writeonly";
  return members.filter((member) => cx.access.get(member.origin) !== hidden);
}
