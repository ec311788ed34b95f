import { splitWords, type Casing } from "../../code/index.js";
import {
  allOperations,
  allResources,
  type Call,
  type Described,
  type Enum,
  type Member,
  type Model,
  type Operation,
  type Resource,
  type ResponseHeader,
  type TypeDef,
  type Union,
} from "../../model/index.js";
import { bodyFields, type NameClaim, type Scope } from "../../target/index.js";
import { constantNames, typeNames, valueNames, variantNames } from "./identifiers.js";
import { listedIn, literalRole } from "./listed.js";
import { runtimeExports, runtimeFunctions } from "./runtime-exports.js";
import { clientModule, resourceModule, serviceModule, typeModule } from "./modules.js";

/** All names of a crate: types, then what lies in each, then resource by resource. What the author named keeps its name. */
export function scopes(model: Model): readonly Scope[] {
  return [
    { title: "the types of the crate", rules: typeNames, claims: model.types.map(typeName) },
    { title: "the modules of constants", rules: valueNames, claims: model.types.filter(isOpenString).map(constantsModule) },
    {
      title: "the root of the crate",
      rules: typeNames,
      taken: runtimeExports,
      claims: [claim(model.client, model.client.name, "pascal", { module: clientModule })],
    },
    { title: "the kinds of errors", rules: variantNames, taken: runtimeKinds, claims: errorKinds(model) },
    { title: "the settings of the client", rules: valueNames, taken: clientSettings, claims: credentials(model) },
    { title: "the constants of the service", rules: constantNames, taken: ["SERVICE"], claims: constants(model) },
    { title: "the namespaces of the client", rules: valueNames, taken: clientMethods, claims: accessors(model.resources) },
    ...model.types.flatMap(typeScopes),
    ...allResources(model.resources).flatMap((resource) => resourceScopes(resource, model)),
  ];
}

/** Kinds that the runtime raises itself. */
const runtimeKinds = [
  "UnexpectedStatus",
  "Config",
  "InvalidArgument",
  "LocalRateLimit",
  "Transport",
  "Timeout",
  "Decode",
  "Auth",
  "Middleware",
];

const clientMethods = ["new", "builder", "from_env", "with_options", "request", "clone", "fmt"];

/** Methods of the runtime's builder of clients. */
const clientSettings = (
  "new build credential base_url timeout timeouts retry header user_agent allow_insecure check_requests rate_limit transport clock random " +
  "environment middleware observer logger log_level into_client clone fmt"
).split(" ");

// The author's spelling is kept: `HTTPServer` does not become `HttpServer`.
function typeName(type: TypeDef): NameClaim {
  return claim(type, type.name, /^\p{Lu}\p{L}*$/u.test(type.name) ? "written" : "pascal", { module: typeModule(type) });
}

function isOpenString(type: TypeDef): type is Enum {
  return type.kind === "enum" && type.openness === "string";
}

function constantsModule(type: Enum): NameClaim {
  return claim(type, type.name, "snake", { role: "constants" });
}

/** One kind a name, though several operations may have an error of that name. */
function errorKinds(model: Model): readonly NameClaim[] {
  const own = allOperations(model.resources).flatMap(({ errors }) => errors.cases.filter((each) => each.own));
  const byName = new Map([...own, ...model.errors.errors].map((error) => [error.name, error]));
  return [...byName.values()].map((error) => claim(error, error.name, "pascal", { role: "kind" }));
}

function credentials({ client }: Model): readonly NameClaim[] {
  return client.schemes.map((scheme) => claim(scheme, scheme.credential, "snake", { role: "setting" }));
}

function constants(model: Model): readonly NameClaim[] {
  return [
    ...model.client.schemes.map((scheme) => claim(scheme, scheme.name, "screaming", { module: serviceModule })),
    ...model.rateLimits.map((limit) => claim(limit, limit.name, "screaming", { suffix: "limit", module: serviceModule })),
    ...model.errors.errors.map((error) => claim(error, error.name, "screaming", { module: serviceModule })),
  ];
}

function accessors(resources: readonly Resource[]): readonly NameClaim[] {
  return resources.map((resource) => claim(resource, resource.name, "snake", { role: "member" }));
}

function typeScopes(type: TypeDef): readonly Scope[] {
  const of = `of \`${type.name}\``;
  switch (type.kind) {
    case "record":
      return [fieldScopes(`the fields ${of}`, type.members, ["extra"])].flat();
    case "enum":
      return type.openness === "string"
        ? [
            {
              title: `the constants ${of}`,
              rules: constantNames,
              claims: type.values.map((value) => claim(value, value.name, "screaming")),
            },
          ]
        : [{ title: `the values ${of}`, rules: variantNames, claims: type.values.map((value) => claim(value, value.name, "pascal")) }];
    case "union":
      return unionScopes(type, of);
    case "alias":
      return [{ title: `the variants ${of}`, rules: variantNames, claims: literals(type) }];
  }
}

/** A literal is called after its text; one without words after its place. */
function literals(type: TypeDef): readonly NameClaim[] {
  return (listedIn(type) ?? []).map((value, index) => {
    const words = typeof value === "number" ? `${value < 0 ? "minus" : "number"} ${Math.abs(value)}` : String(value);
    return claim(type, splitWords(words).length === 0 ? `value ${index + 1}` : words, "pascal", { role: literalRole(value) });
  });
}

function unionScopes({ variants, base }: Union, of: string): readonly Scope[] {
  return [
    { title: `the variants ${of}`, rules: variantNames, claims: variants.map((variant) => claim(variant, variant.name, "pascal")) },
    fieldScopes(`the base fields ${of}`, base, ["content", "extra"]),
    ...variants.flatMap(({ name, payload }) =>
      payload.kind === "fields" ? [fieldScopes(`the fields of \`${name}\``, payload.members, ["extra"])] : [],
    ),
  ];
}

function fieldScopes(title: string, members: readonly Member[], taken: readonly string[]): Scope {
  return { title, rules: valueNames, taken, claims: members.map((member) => claim(member, member.name, "snake")) };
}

/** The types, functions and methods of a resource's module. An operation name of one word says too little, so the resource goes before it. */
function resourceScopes(resource: Resource, model: Model): readonly Scope[] {
  const module = resourceModule(resource);
  const path = [...resource.parents, resource.name].join(" ");
  const calls = resource.operations.flatMap((operation) => operation.calls);
  const prefixOf = (name: string): string => (splitWords(name).length === 1 ? path : "");
  const types = resource.operations.flatMap((operation) => [
    claim(operation, operation.name, "pascal", { role: "options", prefix: prefixOf(operation.name), suffix: "options", module }),
    claim(operation, operation.name, "pascal", { role: "error", prefix: prefixOf(operation.name), suffix: "error", module }),
    claim(operation, operation.name, "pascal", { role: "response", prefix: prefixOf(operation.name), suffix: "response", module }),
    claim(operation, operation.name, "pascal", { role: "headers", prefix: prefixOf(operation.name), suffix: "headers", module }),
    claim(operation, operation.name, "pascal", { role: "body", prefix: prefixOf(operation.name), suffix: "body", module }),
    ...operation.calls.map((call) =>
      claim(call, call.name, "pascal", { role: "builder", prefix: prefixOf(call.name), suffix: "builder", module }),
    ),
  ]);
  const statics = resource.operations.map((operation) => claim(operation, operation.name, "screaming", { role: "operation", module }));
  return [
    { title: `the module of \`${resource.name}\``, rules: typeNames, claims: [claim(resource, path, "pascal", { module }), ...types] },
    { title: `the operations of \`${resource.name}\``, rules: constantNames, claims: statics },
    {
      title: `the methods of \`${resource.name}\``,
      rules: valueNames,
      taken: ["new", "clone", "fmt", ...(model.client.surface === "client" ? [] : runtimeFunctions)],
      claims: [...calls.map((call) => claim(call, call.name, "snake", { role: "member" })), ...accessors(resource.resources)],
    },
    ...resource.operations.flatMap((operation) => operationScopes(operation, model)),
  ];
}

function operationScopes(operation: Operation, model: Model): readonly Scope[] {
  const live = operation.params.filter((param) => param.in !== "path");
  return [
    {
      title: `the arguments of \`${operation.id}\``,
      rules: valueNames,
      taken: ["body", "options", "draft"],
      claims: operation.params.map((param) => claim(param, param.name, "snake", { role: "argument" })),
    },
    {
      title: `the parameters of \`${operation.id}\``,
      rules: valueNames,
      claims: live.map((param) => claim(param, param.name, "snake", { role: "field" })),
    },
    {
      title: `the response headers of \`${operation.id}\``,
      rules: valueNames,
      claims: responseHeaders(operation).map((header) => claim(header, header.name, "snake", { role: "field" })),
    },
    {
      title: `the errors of \`${operation.id}\``,
      rules: variantNames,
      taken: ["Other"],
      claims: operation.errors.cases.map((error) => claim(error, error.name, "pascal", { role: "variant" })),
    },
    ...operation.calls.filter(({ style }) => style === "builder" || style === "request").map((call) => setters(operation, call, model)),
  ];
}

/** The first of each name: several statuses may declare the same header. */
function responseHeaders({ success }: Operation): readonly ResponseHeader[] {
  const live = success.flatMap(({ headers }) => headers.filter(({ removed }) => removed === undefined));
  return [...new Map(live.toReversed().map((header) => [header.name, header])).values()].toReversed();
}

/** Verbs and options of calls, those to come included. */
const verbs = (
  "send send_raw send_undecoded to_curl rate_limit stream items pages download timeout timeouts attempts header without_header extra_query extra_body idempotency_key max_items " +
  "into_future clone fmt new from into"
).split(" ");

function setters(operation: Operation, call: Call, model: Model): Scope {
  const nodes: readonly (Described & { readonly name: string })[] =
    call.setters === "body"
      ? bodyFields(operation, model).map(({ field }) => field)
      : operation.params.filter((param) => param.in !== "path");
  const claims = nodes.flatMap((node) => [
    claim(node, node.name, "snake", { role: `setter ${call.prefix}`.trim(), prefix: call.prefix }),
    claim(node, node.name, "snake", { role: "clear", prefix: "clear" }),
  ]);
  return { title: `the setters of \`${call.name}\``, rules: valueNames, taken: verbs, claims };
}

type Wish = Partial<Pick<NameClaim, "role" | "prefix" | "suffix" | "module">>;

function claim(node: Described, name: string, casing: Casing | "written", wish: Wish = {}): NameClaim {
  return { node, name, casing, ...wish };
}
