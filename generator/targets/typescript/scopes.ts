import { allocate, applyCasing, type Casing } from "../../code/index.js";
import {
  allOperations,
  allResources,
  splitWords,
  type AuthScheme,
  type Call,
  type Enum,
  type Model,
  type Operation,
  type Resource,
  type TypeDef,
} from "../../model/index.js";
import type { NameClaim, Scope } from "../../target/index.js";
import { namesValues } from "./enums.js";
import { errorOf } from "./error-classes.js";
import { memberNames, moduleNames, setterNames } from "./identifiers.js";
import { namespaceOf } from "./imports.js";
import { errorsModule, functionsModule, resourceModule, testingModule, typeModule, validatorModule } from "./modules.js";
import type { Options } from "./options.js";
import { bodyFields } from "../../target/request-body.js";

/**
 * All names of a package: first what its index exports, then module by module, class by class, function by function. What the author
 * named keeps its name; what is derived from it gives way.
 */
export function scopes(model: Model, { validators }: Pick<Options, "validators">): readonly Scope[] {
  const types = model.types.map(typeName);
  const derived = derivedNames(model);
  const taken = namesOf(types, []);
  const exported = [...taken, ...namesOf(derived, taken)];
  return [
    { title: "the types of the package", rules: moduleNames, claims: types },
    { title: "the classes and functions of the package", rules: moduleNames, taken, claims: derived },
    ...(validators ? [{ title: "the validators of the package", rules: moduleNames, claims: model.types.map(validatorName) }] : []),
    { title: "the functions for tests", rules: moduleNames, taken: testingNames, claims: model.types.flatMap(exampleNames) },
    { title: "the members of the client", rules: memberNames, taken: clientMembers, claims: members([], model.resources) },
    { title: "the options of the client", rules: memberNames, taken: clientOptions, claims: model.client.schemes.map(option) },
    ...model.types.filter(namesValues).map(valueNames),
    ...allResources(model.resources).flatMap((resource) => resourceScopes(resource, exported, model)),
  ];
}

function namesOf(claims: readonly NameClaim[], taken: readonly string[]): readonly string[] {
  const { names } = allocate(
    claims.map((claim) => ({ ...claim, owner: claim })),
    moduleNames,
    new Set(taken),
  );
  return names.map(({ name }) => name);
}

function option(scheme: AuthScheme): NameClaim {
  return { ...camel(scheme, scheme.credential), role: "option" };
}

/** Members of the client class that are not resources. */
const clientMembers = ["client", "request", "withOptions", "close"];

/** Options of the runtime's clients. */
const clientOptions = [
  "baseUrl",
  "server",
  "variables",
  "timeout",
  "headers",
  "userAgent",
  "fetch",
  "transport",
  "clock",
  "random",
  "env",
  "allowInsecure",
  "dangerouslyAllowBrowser",
  "checkRequests",
  "retry",
  "hooks",
  "rateLimit",
];

function derivedNames(model: Model): readonly NameClaim[] {
  const { client, errors } = model;
  const classes = errors.errors.map((error) => ({ ...pascal(error, error.name, "", errorSuffix(error.name)), module: errorsModule }));
  const counts = nameCounts(model);
  return [
    { ...pascal(client, client.name), module: "client" },
    { ...pascal(client, "client options"), role: "options", module: "core", space: "type" },
    { ...camel(client, "client options"), role: "settings", module: "core" },
    { ...camel(client, "create client"), role: "create", module: "core" },
    { ...camel(model, "service"), role: "service", module: "service" },
    ...serverNames(model),
    ...model.rateLimits.map((limit) => ({ ...camel(limit, limit.name, "", "limit"), role: "limit", module: "service" })),
    { ...camel(errors, "everywhere"), role: "everywhere", module: errorsModule },
    { ...camel(client, "default client"), role: "default", module: "default-client" },
    { ...camel(client, "init"), role: "init", module: "default-client" },
    ...classes,
    ...model.types.flatMap(variantNames),
    ...model.types
      .filter(namesValues)
      .map((type) => ({ ...camel(type, type.name, "", "values"), role: "values", module: typeModule(type) })),
    ...allResources(model.resources).flatMap((resource) => resourceTypes(resource, model, counts)),
  ];
}

/** What chooses a server has names where there is a choice. */
function serverNames(model: Model): readonly NameClaim[] {
  const { client } = model;
  const hasVariables = client.servers.some(({ variables }) => variables.length > 0);
  const variables = { ...pascal(client, "server variables"), role: "variables", module: "core", space: "type" as const };
  return [
    ...(hasVariables || client.servers.length > 1 ? [{ ...camel(model, "servers"), role: "servers", module: "service" }] : []),
    ...(hasVariables ? [variables] : []),
  ];
}

/** `NotFound` becomes `NotFoundError`; `ServerError` stays. */
function errorSuffix(name: string): string {
  return /Error$/i.test(name) ? "" : "error";
}

// The author's spelling is kept: `HTTPServer` does not become `HttpServer`.
function typeName(type: TypeDef): NameClaim {
  return { ...pascal(type, type.name), casing: /^\p{Lu}/u.test(type.name) ? "written" : "pascal", module: typeModule(type) };
}

/** `exampleUser`, and for a union `exampleEventCreated`: functions for tests. */
function exampleNames(type: TypeDef): readonly NameClaim[] {
  const variants = type.kind === "union" ? type.variants : [];
  const claims = [camel(type, type.name, "example"), ...variants.map((variant) => camel(variant, variant.name, `example ${type.name}`))];
  return claims.map((each) => ({ ...each, role: "example", module: testingModule }));
}

/** What the runtime has for tests. */
const testingNames = ["eventsReply", "fakeClock", "memoryTransport", "replyWith", "seededRandom"];

/** The values of an enumeration beside what its codec has; a constant holds them. */
function valueNames({ name, values }: Enum): Scope {
  return {
    title: `the values of \`${name}\``,
    rules: memberNames,
    taken: codecMembers,
    claims: values.map((value) => camel(value, value.name)),
  };
}

const codecMembers = ["run", "admitsNull", "type", "values"];

function validatorName(type: TypeDef): NameClaim {
  return { ...typeName(type), role: "validator", suffix: "Schema", module: validatorModule(type) };
}

function variantNames(type: TypeDef): readonly NameClaim[] {
  if (type.kind !== "union") return [];
  return type.variants.map((variant) => ({
    ...pascal(variant, variant.name, type.name),
    module: typeModule(type),
    space: "type" as const,
  }));
}

/**
 * The class of a resource, and its operations' parameters, errors and builders. An operation name of one word (`list`) says too little
 * outside of its module, so the resource goes before it, as it does for names that several resources have.
 */
function resourceTypes(resource: Resource, model: Model, counts: ReadonlyMap<string, number>): readonly NameClaim[] {
  const module = resourceModule(resource);
  const path = [...resource.parents, resource.name].join(" ");
  const isShort = ({ name }: Operation): boolean => splitWords(name).length === 1 || (counts.get(nameKey(name)) ?? 0) > 1;
  const claims = resource.operations.flatMap((operation) => operationTypes(operation, isShort(operation) ? path : "", model));
  return [pascal(resource, path), ...claims].map((claim) => ({ ...claim, module }));
}

/** How many operations of the whole service have a name. */
function nameCounts(model: Model): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of allOperations(model.resources)) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return counts;
}

function nameKey(name: string): string {
  return applyCasing(splitWords(name), "pascal");
}

function operationTypes(operation: Operation, prefix: string, model: Model): readonly NameClaim[] {
  const builders = operation.calls
    .filter((call) => call.style === "builder")
    .map((call) => ({ ...pascal(call, call.name, prefix, "builder"), role: "builder" }));
  const errors = operation.errors.cases
    .filter((error) => errorOf(error, model) === error)
    .map((error) => pascal(error, error.name, `${prefix} ${operation.name}`, errorSuffix(error.name)));
  const hasHeaders = operation.success.some(({ headers }) => headers.length > 0);
  return [
    { ...pascal(operation, operation.name, prefix, "params"), role: "params", space: "type" },
    ...(hasHeaders ? [{ ...pascal(operation, operation.name, prefix, "headers"), role: "headers", space: "type" as const }] : []),
    { ...pascal(operation, operation.name, prefix, "error"), role: "error", space: "type" },
    ...builders,
    ...errors,
  ];
}

function resourceScopes(resource: Resource, exported: readonly string[], model: Model): readonly Scope[] {
  const title = `the module of \`${resource.name}\``;
  const calls = resource.operations.flatMap((operation) => operation.calls);
  const module = resourceModule(resource);
  const functions = [
    ...calls.map((call) => ({ ...camel(call, call.name), role: "function", module })),
    ...resource.operations.map((operation) => ({ ...camel(operation, operation.name, "", "operation"), role: "operation", module })),
  ];
  const free = calls.map((call) => ({ ...camel(call, call.name), role: "free function", module: functionsModule(resource) }));
  return [
    { title, rules: moduleNames, taken: exported, claims: functions },
    { title: `the functions of \`${resource.name}\``, rules: moduleNames, claims: free },
    { title: `the members of \`${resource.name}\``, rules: memberNames, claims: members(calls, resource.resources) },
    ...resource.operations.flatMap((operation) => operationScopes(operation, module, model)),
  ];
}

function members(calls: readonly Call[], resources: readonly Resource[]): readonly NameClaim[] {
  return [...calls, ...resources].map((node) => ({ ...camel(node, node.name), role: "member" }));
}

/** Names that the body of a generated function uses itself. */
const argumentNames = ["client", "body", "params", "options", "start"];

function operationScopes(operation: Operation, module: string, model: Model): readonly Scope[] {
  const path = operation.params.filter((param) => param.in === "path").map((param) => ({ ...camel(param, param.name), role: "argument" }));
  const own = [`${operation.name} operation`, ...operation.calls.map((call) => call.name)].map((name) =>
    applyCasing(splitWords(name), "camel"),
  );
  const whole = model.client.surface === "client" ? [] : [namespaceOf(module)];
  return [
    { title: `the arguments of \`${operation.id}\``, rules: moduleNames, taken: [...argumentNames, ...own, ...whole], claims: path },
    ...operation.calls.filter((call) => call.style === "builder").map((call) => setters(operation, call, model)),
  ];
}

function setters(operation: Operation, call: Call, model: Model): Scope {
  const nodes =
    call.setters === "body"
      ? bodyFields(operation, model).map(({ field }) => field)
      : operation.params.filter((param) => param.in !== "path");
  const claims = nodes.map((node) => ({ ...camel(node, node.name, call.prefix), role: `setter ${call.prefix}`.trim() }));
  return { title: `the setters of \`${call.name}\``, rules: setterNames, claims };
}

function pascal(node: NameClaim["node"], name: string, prefix = "", suffix = ""): NameClaim {
  return claim(node, name, "pascal", prefix, suffix);
}

function camel(node: NameClaim["node"], name: string, prefix = "", suffix = ""): NameClaim {
  return claim(node, name, "camel", prefix, suffix);
}

function claim(node: NameClaim["node"], name: string, casing: Casing, prefix: string, suffix: string): NameClaim {
  return { node, name, casing, prefix, suffix };
}
