import type { Operation, Resource } from "heddle/template";

/** Every resource with those in it, outermost first. */
export function allResources(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.resources)]);
}

/** The operations that are still there, and that this target can emit. */
export function operationsOf(resource: Resource): readonly Operation[] {
  return resource.operations.filter((operation) => operation.removed === undefined && !isMultipart(operation));
}

/** Whether an operation has no other form for its body or result than multipart. */
export function isMultipart(operation: Operation): boolean {
  if (operation.template) return false;
  return operation.body?.contents[0]?.kind === "multipart" || operation.success.some(({ content }) => content?.kind === "multipart");
}
