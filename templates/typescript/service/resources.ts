import type { Operation, Resource } from "heddle/template";

/** Every resource with those in it, outermost first. */
export function allResources(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.resources)]);
}

/** The operations that are still there, and that this target can emit. */
export function operationsOf(resource: Resource): readonly Operation[] {
  return resource.operations.filter((operation) => operation.removed === undefined && !readsMultipart(operation));
}

/** Whether an operation answers in parts, which nobody reads. */
function readsMultipart({ success, template }: Operation): boolean {
  return !template && success.some(({ content }) => content?.kind === "multipart");
}
