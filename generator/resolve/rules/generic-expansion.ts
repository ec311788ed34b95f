import type { Model } from "../../model/model.js";
import type { TypeRef } from "../../model/type-ref.js";
import { refsOfType, walkTypeRef } from "../../model/walk.js";
import type { Rule } from "./rule.js";

/** From one type parameter to another; `grows` if the first is passed on inside something larger (`T[]` for `T`). */
interface Flow {
  readonly from: string;
  readonly to: string;
  readonly grows: boolean;
}

/**
 * A generic type whose uses call for ever larger ones (`Tree<T>` with a field `Tree<T[]>`) has no end when it is expanded.
 * That is so exactly if parameters flow in a circle that grows somewhere (ECMA-335, II.9.2).
 */
export const genericExpansion: Rule = (model, report) => {
  const flows = flowsOf(model);
  for (const type of model.types) {
    const endless = flows.find(({ from, to, grows }) => grows && from.startsWith(`${type.name} `) && reaches(to, from, flows));
    if (endless) report.add("HD426", type.origin, { name: type.name });
  }
};

function flowsOf(model: Model): readonly Flow[] {
  const parameters = new Map(model.types.map((type) => [type.name, type.parameters]));
  const flows: Flow[] = [];
  for (const type of model.types) {
    for (const root of refsOfType(type)) {
      walkTypeRef(root, (ref) => {
        for (const [index, arg] of ref.kind === "named" ? ref.args.entries() : []) {
          const to = `${ref.kind === "named" ? ref.name : ""} ${parameters.get(ref.kind === "named" ? ref.name : "")?.[index] ?? ""}`;
          for (const name of parametersIn(arg)) flows.push({ from: `${type.name} ${name}`, to, grows: arg.kind !== "parameter" });
        }
      });
    }
  }
  return flows;
}

function parametersIn(ref: TypeRef): readonly string[] {
  const found: string[] = [];
  walkTypeRef(ref, (part) => {
    if (part.kind === "parameter") found.push(part.name);
  });
  return found;
}

function reaches(start: string, goal: string, flows: readonly Flow[]): boolean {
  const seen = new Set([start]);
  for (const at of seen) {
    for (const { from, to } of flows) {
      if (from === at) seen.add(to);
    }
  }
  return seen.has(goal);
}
