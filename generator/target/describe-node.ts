import type { Span } from "../source/span.js";
import type { Slot, Slots } from "./slots.js";

const words: { readonly [S in Slot]: (node: Slots[S]) => string } = {
  client: (model) => `the client \`${model.client.name}\``,
  resource: (resource) => `the resource \`${[...resource.parents, resource.name].join(".")}\``,
  operation: (operation) => `the operation \`${operation.id}\``,
  model: (type) => `the type \`${type.name}\``,
  errors: () => "the table of errors",
  files: (model) => `the files of \`${model.name}\``,
};

/** What messages call the thing that a slot renders. */
export function describeNode<S extends Slot>(slot: S, node: Slots[S]): string {
  return words[slot](node);
}

/** Where the schema declares it. */
export function originOf<S extends Slot>(slot: S, node: Slots[S]): Span {
  return slot === "client" && "client" in node ? node.client.origin : node.origin;
}
