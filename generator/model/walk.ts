import type { Model } from "./model.js";
import type { Content, Operation, Resource } from "./operation.js";
import type { TypeRef } from "./type-ref.js";
import type { Member, TypeDef } from "./types.js";

/** The references a reference is made of, itself excluded: the items of a list, the arguments of a generic type. */
function childRefs(ref: TypeRef): readonly TypeRef[] {
  switch (ref.kind) {
    case "list":
    case "map":
    case "nullable":
      return [ref.of];
    case "choice":
      return ref.of;
    case "named":
      return ref.args;
    default:
      return [];
  }
}

/** Calls `visit` with a reference and everything inside it, outermost first; nesting of any depth is fine. */
export function walkTypeRef(ref: TypeRef, visit: (ref: TypeRef) => void): void {
  const waiting: TypeRef[] = [ref];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    for (const child of childRefs(next).toReversed()) waiting.push(child);
  }
}

/** The references that stand in a declaration itself, in its order. */
export function refsOfType(type: TypeDef): readonly TypeRef[] {
  switch (type.kind) {
    case "record":
      return [...refsOfMembers(type.members), ...(type.extra ? [type.extra] : [])];
    case "union":
      return [...refsOfMembers(type.base), ...type.variants.flatMap((variant) => refsOfPayload(variant.payload))];
    case "alias":
      return [type.type];
    case "enum":
      return [];
  }
}

function refsOfPayload(payload: Extract<TypeDef, { kind: "union" }>["variants"][number]["payload"]): readonly TypeRef[] {
  if (payload.kind === "fields") return refsOfMembers(payload.members);
  return payload.kind === "type" ? [payload.type] : [];
}

function refsOfMembers(members: readonly Member[]): readonly TypeRef[] {
  return members.map((member) => member.type);
}

/** What an operation sends and what it receives; error bodies count as received. */
export function refsOfOperation(operation: Operation): { readonly request: readonly TypeRef[]; readonly response: readonly TypeRef[] } {
  const typeOf = (content: Content | undefined) => (content ? [content.type] : []);
  return {
    request: [...operation.params.map((param) => param.type), ...(operation.body?.contents ?? []).flatMap(typeOf)],
    response: [
      ...operation.success.flatMap(({ content, alternatives = [], headers }) => [
        ...[content, ...alternatives].flatMap(typeOf),
        ...headers.map((header) => header.type),
      ]),
      ...operation.errors.cases.flatMap((found) => (found.body ? [found.body] : [])),
      ...(operation.stream?.type ? [operation.stream.type] : []),
    ],
  };
}

/** Every resource with those in it, outermost first. */
export function allResources(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.resources)]);
}

/** Every operation, resource by resource in the author's order; a resource's own come before those of the resources in it. */
export function allOperations(resources: readonly Resource[]): readonly Operation[] {
  return resources.flatMap((resource) => [...resource.operations, ...allOperations(resource.resources)]);
}

/** Calls `visit` with every reference of the model, nested ones included. */
export function walkModel(model: Model, visit: (ref: TypeRef) => void): void {
  const errors = [model.errors.body, ...model.errors.errors.map((error) => error.body)].filter((body) => body !== undefined);
  const operations = allOperations(model.resources).map(refsOfOperation);
  const roots = [
    ...model.types.flatMap(refsOfType),
    ...errors,
    ...operations.flatMap(({ request, response }) => [...request, ...response]),
  ];
  for (const root of roots) walkTypeRef(root, visit);
}
