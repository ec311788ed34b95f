import { applyCasing, splitWords } from "../../code/index.js";
import type { Resource, TypeDef } from "../../model/index.js";
import { moduleNames } from "./identifiers.js";

/** Paths of modules in the crate; programs and other modules name types by `crate::models`. */
export const modelsModule = "crate::models";
export const runtimeModule = "crate::runtime";
export const serviceModule = "crate::service";
export const errorsModule = "crate::errors";
export const clientModule = "crate::client";

/** The module of a type: it follows the schema file that declares it. */
export function typeModule(type: Pick<TypeDef, "module">): string {
  const segments = type.module.split("/").filter((segment) => segment !== "..");
  return `${modelsModule}::${segments.map(snake).join("_")}`;
}

export function resourceModule(resource: Resource): string {
  return `crate::api::${[...resource.parents, resource.name].map(snake).join("_")}`;
}

/** `crate::models::context` is `src/models/context.rs`. */
export function fileOf(module: string): string {
  return `src/${module.split("::").slice(1).join("/")}.rs`;
}

/** The module that a file is; the index of a folder is the folder. */
export function moduleOf(file: string): string {
  const path = file.replace(/^src\//, "").replace(/(\/mod)?\.rs$/, "");
  return path === "lib" ? "crate" : `crate::${path.replaceAll("/", "::")}`;
}

function snake(name: string): string {
  const wanted = applyCasing(splitWords(name), "snake");
  const free = moduleNames.isIdentifier(wanted) && !moduleNames.reserved.has(wanted) && wanted !== "mod";
  return free ? wanted : moduleNames.escape(wanted);
}
