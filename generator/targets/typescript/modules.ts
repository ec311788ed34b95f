import { applyCasing, splitWords } from "../../code/index.js";
import type { Resource, TypeDef } from "../../model/index.js";

/** Where the runtime is, seen from the output folder. */
export const runtimeModule = "runtime/index";

/** What schemas of zod are made with. */
export const zodRuntimeModule = "runtime/zod/index";

/** The module of a type: it follows the schema file that declares it. A file outside the root's folder gives its own name only. */
export function typeModule(type: Pick<TypeDef, "module">): string {
  const segments = type.module.split("/");
  const path = segments.includes("..") ? segments.slice(-1) : segments;
  const [folder = "", ...rest] = path.map(kebab);
  return free([rest.length > 0 && folders.has(folder) ? `${folder}-types` : folder, ...rest].join("/"), "types");
}

/** The module of a type's schema. */
export function validatorModule(type: Pick<TypeDef, "module">): string {
  return `validators/${typeModule(type)}`;
}

export function resourceModule(resource: Resource): string {
  const module = free([...resource.parents, resource.name].map(kebab).join("-"), "resource");
  return module === errorsModule ? `${module}-resource` : module;
}

/** The module of the error classes; types of a schema file called `errors` go there as well. */
export const errorsModule = "errors";

export function functionsModule(resource: Resource): string {
  return `functions/${resourceModule(resource)}`;
}

/** Folders of a package that hold no types. */
const folders = new Set(["functions", "runtime", "validators"]);

/** The module for tests of programs. */
export const testingModule = "testing";

/** Modules that every package has, and names that Windows keeps for devices. */
const taken = new Set(
  "index core client service functions testing runtime validators con prn aux nul com1 com2 com3 com4 lpt1 lpt2 lpt3 lpt4".split(" "),
);

function free(module: string, suffix: string): string {
  return taken.has(module) || module === "" ? [module, suffix].filter(Boolean).join("-") : module;
}

function kebab(name: string): string {
  return applyCasing(splitWords(name), "kebab") || "_";
}
