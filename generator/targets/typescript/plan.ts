import { blocks, type Code } from "../../code/index.js";
import { allResources, type Described, type Model } from "../../model/index.js";
import type { PlannedFile } from "../../target/index.js";
import { errorsModule, resourceModule, typeModule } from "./modules.js";
import type { TypeScriptContext } from "./template-context.js";

/** The modules of types, errors, resources and the client; what is to be in one module is put together. */
export function plan(model: Model, cx: TypeScriptContext): readonly PlannedFile[] {
  const modules = new Map<string, { readonly first: Described; readonly parts: Code[] }>();
  const add = (module: string, node: Described, part: Code): void => {
    const found = modules.get(module) ?? { first: node, parts: [] };
    found.parts.push(part);
    modules.set(module, found);
  };
  for (const type of model.types) if (type.removed === undefined) add(typeModule(type), type, cx.slot("model", type));
  if (model.errors.errors.length > 0) add(errorsModule, model.errors, cx.slot("errors", model.errors));
  for (const resource of allResources(model.resources))
    if (resource.removed === undefined) add(resourceModule(resource), resource, cx.slot("resource", resource));
  if (model.client.surface !== "functions") add("client", model.client, cx.slot("client", model));
  return [...modules].map(([module, { first, parts }]) => ({ path: `${module}.ts`, content: cx.module(blocks(parts), first) }));
}
