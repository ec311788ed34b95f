import type { Operation, Resource } from "heddle/template";
import type { Context } from "../context.js";

/** The operations that are still there, and that this target can emit. */
export function operationsOf(resource: Resource, cx: Context): readonly Operation[] {
  return resource.operations.filter(
    (operation) => operation.removed === undefined && (operation.template !== undefined || cx.readable(operation)),
  );
}
