import type { Described } from "../../model/described.js";
import type { Model } from "../../model/model.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Member, TypeDef } from "../../model/types.js";
import { allOperations, refsOfOperation, walkTypeRef } from "../../model/walk.js";
import type { Report } from "../../source/report.js";
import { declaredAt } from "../scope.js";
import type { Rule } from "./rule.js";

/** What is still there cannot need what has been removed. */
export const removed: Rule = (model, report) => {
  const gone = new Map(model.types.flatMap((type) => (type.removed === undefined ? [] : [[type.name, type] as const])));
  if (gone.size === 0) return;
  for (const { ref, user } of uses(model)) check(ref, user, gone, report);
};

interface Use {
  readonly ref: TypeRef;
  readonly user: Described;
}

function uses(model: Model): readonly Use[] {
  const operations = allOperations(model.resources).filter((operation) => operation.removed === undefined);
  return [
    ...model.types.filter((type) => type.removed === undefined).flatMap(usesOfType),
    ...operations.flatMap((operation) => {
      const { request, response } = refsOfOperation({ ...operation, params: [], errors: { closed: false, cases: [] } });
      return [...of(operation.params), ...[...request, ...response].map((ref) => ({ ref, user: operation }))];
    }),
    ...model.errors.errors.flatMap((error) => (error.body ? of([{ ...error, type: error.body }]) : [])),
    ...(model.errors.body ? [{ ref: model.errors.body, user: model.errors }] : []),
  ];
}

function of(users: readonly (Described & { readonly type: TypeRef })[]): readonly Use[] {
  return users.filter((user) => user.removed === undefined).map((user) => ({ ref: user.type, user }));
}

function usesOfType(type: TypeDef): readonly Use[] {
  switch (type.kind) {
    case "record":
      return [...of(type.members), ...(type.extra ? [{ ref: type.extra, user: type }] : [])];
    case "alias":
      return of([type]);
    case "enum":
      return [];
    case "union": {
      const live = type.variants.filter((variant) => variant.removed === undefined);
      const fields = live.flatMap(({ payload }): readonly Member[] => (payload.kind === "fields" ? payload.members : []));
      const types = live.flatMap(({ payload, ...variant }) => (payload.kind === "type" ? [{ ref: payload.type, user: variant }] : []));
      return [...of([...type.base, ...fields]), ...types];
    }
  }
}

function check(root: TypeRef, user: Described, gone: ReadonlyMap<string, TypeDef>, report: Report): void {
  walkTypeRef(root, (ref) => {
    const type = ref.kind === "named" ? gone.get(ref.name) : undefined;
    if (type) report.add("HD498", user.origin, { what: "type", name: type.name, removed: type.removed ?? "" }, declaredAt(type.origin));
  });
}
