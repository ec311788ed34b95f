import { blocks, type Code } from "../../code/index.js";
import { allResources, type Described, type Model } from "../../model/index.js";
import type { PlannedFile } from "../../target/index.js";
import { clientModule, errorsModule, fileOf, resourceModule, typeModule } from "./modules.js";
import type { RustContext } from "./template-context.js";

/** The modules of types, errors, resources and the client; what is to be in one module is put together. */
export function plan(model: Model, cx: RustContext): readonly PlannedFile[] {
  const modules = new Map<string, { readonly first: Described; readonly parts: Code[] }>();
  const add = (module: string, node: Described, part: Code): void => {
    const found = modules.get(module) ?? { first: node, parts: [] };
    found.parts.push(part);
    modules.set(module, found);
  };
  for (const type of model.types) if (type.removed === undefined) add(typeModule(type), type, cx.slot("model", type));
  add(errorsModule, model.errors, cx.slot("errors", model.errors));
  for (const resource of allResources(model.resources))
    if (resource.removed === undefined) add(resourceModule(resource), resource, cx.slot("resource", resource));
  add(clientModule, model.client, cx.slot("client", model));
  return [...modules].map(([module, { first, parts }]) => ({ path: fileOf(module), content: cx.module(blocks(parts), first) }));
}
