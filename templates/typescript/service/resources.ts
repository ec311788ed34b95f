import type { Operation, Resource } from "heddle/template";
import type { Context } from "../context.js";

/** Every resource with those in it, outermost first. */
export function allResources(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.resources)]);
}

/** The operations that are still there, and that this target can emit. */
export function operationsOf(resource: Resource, cx: Context): readonly Operation[] {
  return resource.operations.filter(
    (operation) => operation.removed === undefined && (operation.template !== undefined || cx.readable(operation)),
  );
}
