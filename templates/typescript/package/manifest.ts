import { allResources, type Model } from "heddle/template";
import type { Context } from "../context.js";
import { operationsOf } from "../service/resources.js";

/** The option `package`. */
export interface PackageOptions {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly repository?: string;
}

/** `package.json`: an ES module without dependencies (zod is the program's, where it wants validators), with an entry for each module that programs import by itself. */
export function manifest(model: Model, options: PackageOptions, cx: Context): string {
  const { name, version, description = model.doc && cx.plainText(model.doc.split("\n", 1)[0] ?? ""), license, repository } = options;
  const hasValidators = cx.options["validators"] !== undefined;
  const content = {
    name,
    version,
    ...(description && { description }),
    ...(license && { license }),
    ...(repository && { repository }),
    type: "module",
    sideEffects: false,
    exports: Object.fromEntries(
      entries(model, cx).map(([path, module]) => [path, { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` }]),
    ),
    files: ["dist"],
    engines: { node: ">=20" },
    scripts: { build: "tsc -p .", prepack: "tsc -p ." },
    ...(hasValidators && { peerDependencies: { zod }, peerDependenciesMeta: { zod: { optional: true } } }),
    devDependencies: { typescript: ">=5.9", ...(hasValidators && { zod }) },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The first with members that may be absent and are never `undefined`. */
const zod = "^4.3.0";

function entries(model: Model, cx: Context): readonly (readonly [string, string])[] {
  const resources = allResources(model.resources).filter((resource) => operationsOf(resource, cx).length > 0);
  const own = resources.map(
    (resource) =>
      [`./${cx.moduleOf(resource)}`, model.client.surface === "functions" ? cx.functionsModule(resource) : cx.moduleOf(resource)] as const,
  );
  const free =
    model.client.surface === "both"
      ? resources.map((resource) => [`./${cx.functionsModule(resource)}`, cx.functionsModule(resource)] as const)
      : [];
  const testing = cx.options["testing"] === false ? [] : [["./testing", "testing"] as const];
  const optional = [...testing, ["./opentelemetry", telemetry] as const, ...validatorEntries(model, cx)];
  return [[".", "index"], ["./core", "core"], ...own, ...free, ...optional];
}

/** A part of the runtime that only programs with OpenTelemetry load. */
const telemetry = "runtime/telemetry/open-telemetry";

function validatorEntries(model: Model, cx: Context): readonly (readonly [string, string])[] {
  if (cx.options["validators"] === undefined) return [];
  const types = model.types.filter((type) => type.removed === undefined);
  const modules = [...new Set(types.map((type) => cx.moduleOf(type, "validator")))];
  return [["./validators", "validators/index"], ...modules.map((module) => [`./${module}`, module] as const)];
}
