import { blocks, code, join, type Call, type Code, type Model, type Operation, type Resource } from "heddle/template";
import type { TypeScriptContext } from "heddle/typescript";

/** What is called, and what it takes before the operation's own arguments. */
interface Called {
  readonly name: Code;
  readonly first: readonly Code[];
}

/** What leads to a resource from a client: `client.ai`. */
interface Place {
  readonly resource: Resource;
  readonly path: Code;
}

/**
 * How each call is made in each of the ways that programs have: by the builder's setters, with one object, through the core client. All of
 * it is the public surface, so what does not compile here would not compile for a user.
 */
export function surfaceModule(model: Model, cx: TypeScriptContext): Code {
  const calls = places(model.resources, code`client`, cx).flatMap((place) =>
    place.resource.operations.filter(isEmitted).flatMap((operation) => callEntries(operation, place, cx)),
  );
  return blocks([
    code`
      interface DriverInput {
        readonly path: Readonly<Record<string, unknown>>;
        readonly params: Readonly<Record<string, unknown>>;
        readonly body: unknown;
        readonly options: object;
      }
    `,
    clientFunction(cx),
    code`
      export const surface = {
        client: makeClient,
        request: ${cx.runtime("request")},
        withOptions: ${cx.runtime("withOptions")},
        ${["media", "tokenProvider", "rateLimitOf", "isRetryable", "hooks", "toCurl"].flatMap((name) => offered(name, cx))}
        calls: {
          ${calls}
        },
      };
    `,
    code`
      function withSetters<C>(
        call: C,
        values: Readonly<Record<string, unknown>>,
        setters: Readonly<Record<string, (call: C, value: never) => C>>,
      ): C {
        return Object.entries(values).reduce(
          (next, [name, value]) => setters[name]?.(next, value as never) ?? next,
          call,
        );
      }
    `,
    code`
      function pick(
        values: unknown,
        names: readonly string[],
        keep: boolean,
      ): Readonly<Record<string, unknown>> {
        return Object.fromEntries(
          Object.entries(Object(values) as object).filter(
            ([name]) => names.includes(name) === keep,
          ),
        );
      }
    `,
  ]);
}

/** An export of the runtime, if it has one of that name. */
function offered(name: string, cx: TypeScriptContext): readonly Code[] {
  try {
    return [code`${cx.key(name)}: ${cx.runtime(name)},`];
  } catch {
    return [];
  }
}

/** Answers in parts are nothing that this language reads. */
function isEmitted(operation: Operation): boolean {
  return operation.removed === undefined && !operation.success.some(({ content }) => content?.kind === "multipart");
}

function clientFunction(cx: TypeScriptContext): Code {
  const { client } = cx.model;
  const options = cx.typeName(client, "options");
  const made = hasNamespaces(cx) ? code`new ${cx.name(client)}` : cx.name(client, "create");
  return code`
    function makeClient(options: ${options}): ${clientType(cx)} {
      return ${made}(options);
    }
  `;
}

function hasNamespaces({ model }: TypeScriptContext): boolean {
  return model.client.surface !== "functions";
}

/** Functions take any client. */
function clientType(cx: TypeScriptContext): Code {
  return hasNamespaces(cx) ? cx.typeName(cx.model.client) : cx.runtimeType("Client");
}

function places(resources: readonly Resource[], above: Code, cx: TypeScriptContext): readonly Place[] {
  return resources
    .filter((resource) => resource.removed === undefined)
    .flatMap((resource) => {
      const path = code`${above}.${cx.localName(resource, "member")}`;
      return [{ resource, path }, ...places(resource.resources, path, cx)];
    });
}

function callEntries(operation: Operation, { resource, path }: Place, cx: TypeScriptContext): readonly Code[] {
  const prefix = [...resource.parents, resource.name].join(".");
  const client = clientType(cx);
  return operation.calls
    .filter((call) => call.removed === undefined)
    .map((call) => {
      const functionName = cx.name(call, "function");
      const whole = argumentsOf(operation, "whole", functionName, cx);
      const direct = call.style === "direct" ? [code`input.options`] : [];
      const called: Called = hasNamespaces(cx)
        ? { name: code`${path}.${cx.localName(call, "member")}`, first: [] }
        : { name: functionName, first: [code`client`] };
      return code`
        ${cx.literal(`${prefix}.${call.name}`)}: {
          operation: ${cx.literal(operation.id)},
          direct: ${cx.literal(call.style === "direct")},
          object: (client: ${client}, input: DriverInput) => ${called.name}(${join(code`, `, [...called.first, ...whole, ...direct])}),
          function: (client: ${client}, input: DriverInput) => ${functionName}(${join(code`, `, [code`client`, ...whole, ...direct])}),
          ${call.style === "builder" ? builder(operation, call, called, cx) : code``}
        },
      `;
    });
}

/** The call with nothing but what it cannot be made without, and a setter for all else. */
function builder(operation: Operation, call: Call, called: Called, cx: TypeScriptContext): Code {
  const setters = call.setters === "body" ? bodySetters(operation, call, cx) : paramSetters(operation, call, cx);
  const [values, required] =
    call.setters === "body" ? [code`input.body`, requiredFields(operation, cx)] : [code`input.params`, requiredParams(operation)];
  const start = argumentsOf(operation, call.setters, cx.name(call, "function"), cx);
  return code`
    builder: (client: ${clientType(cx)}, input: DriverInput) =>
      withSetters(${called.name}(${join(code`, `, [...called.first, ...start])}), pick(${values}, ${cx.literal(required)}, false), {
        ${setters}
      }),
  `;
}

function paramSetters(operation: Operation, call: Call, cx: TypeScriptContext): readonly Code[] {
  return otherParams(operation).map((param) => setter(param.name, param, call, cx));
}

function bodySetters(operation: Operation, call: Call, cx: TypeScriptContext): readonly Code[] {
  const fields = cx.bodyFields(operation).filter(({ field }) => field.removed === undefined);
  return fields.map(({ field }) => setter(field.wire, field, call, cx));
}

/** What a setter takes is asked of its own type. */
function setter(key: string, node: object, call: Call, cx: TypeScriptContext): Code {
  const name = cx.text(node, setterRole(call));
  const type = code`Parameters<${cx.typeName(call, "builder")}[${cx.literal(name)}]>[0]`;
  return code`${cx.literal(key)}: (call, value: ${type}) => call.${cx.localName(node, setterRole(call))}(value),`;
}

function setterRole({ prefix }: Call): string {
  return `setter ${prefix}`.trim();
}

function requiredParams(operation: Operation): readonly string[] {
  return otherParams(operation)
    .filter((param) => param.required)
    .map(({ name }) => name);
}

function requiredFields(operation: Operation, cx: TypeScriptContext): readonly string[] {
  return cx
    .bodyFields(operation)
    .filter(({ field }) => field.required)
    .map(({ field }) => field.wire);
}

function otherParams(operation: Operation): Operation["params"] {
  return operation.params.filter((param) => param.in !== "path" && param.removed === undefined);
}

/** The positional arguments; `part` is what setters give, of which only what is required is an argument. */
function argumentsOf(operation: Operation, part: "whole" | Call["setters"], called: Code, cx: TypeScriptContext): readonly Code[] {
  const path = operation.path.flatMap((each) =>
    each.kind === "param" ? operation.params.filter((param) => param.in === "path" && param.name === each.name) : [],
  );
  const values = [
    ...path.map((param) => code`input.path[${cx.literal(param.name)}]`),
    ...bodyArgument(operation, part, cx),
    ...paramsArgument(operation, part, cx),
  ];
  return values.flatMap((value, index) => (value ? [code`${value} as Parameters<typeof ${called}>[${cx.literal(index + 1)}]`] : []));
}

/** Undefined: left out, and setters give it. */
function bodyArgument(operation: Operation, part: string, cx: TypeScriptContext): readonly (Code | undefined)[] {
  if (!operation.body) return [];
  if (part !== "body") return [code`input.body`];
  const required = requiredFields(operation, cx);
  return [required.length === 0 ? undefined : code`(pick(input.body, ${cx.literal(required)}, true) as unknown)`];
}

function paramsArgument(operation: Operation, part: string, cx: TypeScriptContext): readonly (Code | undefined)[] {
  if (otherParams(operation).length === 0) return [];
  if (part !== "query") return [code`(input.params as unknown)`];
  const required = requiredParams(operation);
  return [required.length === 0 ? undefined : code`(pick(input.params, ${cx.literal(required)}, true) as unknown)`];
}
