import type { Resource } from "../../model/operation.js";
import type { PathPiece, ResourceDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { checkName } from "../names.js";
import { operationOf } from "./operations.js";
import { prefixPieces } from "./paths.js";
import { firstAt } from "../scope.js";
import type { Service } from "../service/service.js";

/** Where a resource lies: what its operations' ids and paths start with. */
export interface Place {
  readonly parents: readonly string[];
  readonly path: readonly PathPiece[];
  readonly module: string;
}

/** Resources with all that lies in them; a name is declared once among its siblings. */
export function resourcesOf(
  service: Service,
  declarations: readonly { readonly declaration: ResourceDeclaration; readonly place: Place }[],
): readonly Resource[] {
  const seen = new Map<string, ResourceDeclaration>();
  return declarations.map(({ declaration, place }) => {
    once(service.cx, "resource", declaration, seen);
    return resourceOf(service, declaration, place);
  });
}

function resourceOf(service: Service, declaration: ResourceDeclaration, { parents, path, module }: Place): Resource {
  const { name, at, description } = declaration;
  checkName(service.cx.report, "resource", name);
  const inside: Place = { parents: [...parents, name.value], path: [...path, ...(at ? prefixPieces(service.cx, at) : [])], module };
  const seen = new Map<string, { readonly name: typeof name }>();
  const operations = declaration.operations.filter((operation) => once(service.cx, "operation", operation, seen));
  return {
    name: name.value,
    parents,
    module,
    ...described(service.cx, description, name.span),
    operations: operations.map((operation) => operationOf(service, operation, inside)),
    resources: resourcesOf(
      service,
      declaration.resources.map((inner) => ({ declaration: inner, place: inside })),
    ),
  };
}

/** Whether a name is new among its siblings; a second one is reported. */
function once<T extends { readonly name: ResourceDeclaration["name"] }>(
  cx: Context,
  what: string,
  declaration: T,
  seen: Map<string, T>,
): boolean {
  const { name } = declaration;
  const first = seen.get(name.value);
  if (first) cx.report.add("HD306", name.span, { what, name: name.value }, firstAt(first.name.span));
  else seen.set(name.value, declaration);
  return first === undefined;
}
