import { nameKey } from "../../model/name.js";
import type { Described } from "../../model/described.js";
import type { Resource } from "../../model/operation.js";
import type { Member, TypeDef } from "../../model/types.js";
import type { Report } from "../../source/report.js";
import type { Span } from "../../source/span.js";
import { firstAt } from "../scope.js";
import type { Rule } from "./rule.js";

type Named = Pick<Described, "origin"> & { readonly name: string; readonly parents?: unknown };

/** Two names that are equal in some casing (`context_group`, `contextGroup`) would become one identifier in some language. */
export const uniqueNames: Rule = (model, report) => {
  const clashes = new Clashes(report);
  clashes.check("type", model.types);
  clashes.check("error", model.errors.errors);
  clashes.check("rate limit", model.rateLimits);
  clashes.check("auth scheme", model.client.schemes);
  for (const type of model.types) ofType(clashes, type);
  clashes.check("resource", model.resources);
  for (const resource of model.resources) ofResource(clashes, resource);
};

function ofType(clashes: Clashes, type: TypeDef): void {
  if (type.kind === "record") clashes.check("field", type.members);
  if (type.kind === "enum") clashes.check("enum value", type.values);
  if (type.kind !== "union") return;
  clashes.check("variant", type.variants);
  for (const { payload } of type.variants) {
    const own: readonly Member[] = payload.kind === "fields" ? payload.members : [];
    clashes.check("field", [...type.base, ...own]);
  }
}

/** Operations, their calls and the resources inside all become members of one object. */
function ofResource(clashes: Clashes, resource: Resource): void {
  const calls = resource.operations.flatMap(({ calls: all, name, origin }) => [
    { name, origin },
    ...all.filter((call) => call.name !== name),
  ]);
  clashes.check("call", [...calls, ...resource.resources], true);
  for (const operation of resource.operations) {
    clashes.check("call", operation.calls, true);
    clashes.check("parameter", operation.params, true);
    clashes.check("error", operation.errors.cases);
    for (const success of operation.success) clashes.check("header", success.headers);
  }
  for (const inner of resource.resources) ofResource(clashes, inner);
}

/** Fields that are included in many types clash in each of them, and are reported once. */
class Clashes {
  readonly #report: Report;
  readonly #reported = new Map<Span, Set<Span>>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** `same`: whether equal names are reported here, too; elsewhere they are duplicates, which are found earlier. */
  check(what: string, all: readonly Named[], same = false): void {
    const seen = new Map<string, Named>();
    for (const named of all) {
      const key = nameKey(named.name);
      const first = seen.get(key);
      if (key === "") continue;
      if (!first) seen.set(key, named);
      else if ((same || first.name !== named.name) && this.#isNew(first.origin, named.origin)) {
        this.#report.add(
          "HD319",
          named.origin,
          { what: named.parents ? "resource" : what, name: named.name, first: first.name },
          firstAt(first.origin),
        );
      }
    }
  }

  #isNew(first: Span, second: Span): boolean {
    const seconds = this.#reported.get(first) ?? new Set();
    if (seconds.has(second)) return false;
    this.#reported.set(first, seconds.add(second));
    return true;
  }
}
