import {
  code,
  lines,
  type Call,
  type Code,
  type Json,
  type Operation,
  type OperationExample,
  type Param,
  type Resource,
} from "heddle/template";
import { hasBuilder, otherParams, pathParams, requiredParams, setsBody } from "../calls/arguments.js";
import type { Context } from "../context.js";
import { chain } from "./chain.js";
import { Inexpressible } from "./inexpressible.js";
import { commas, ExampleValues, fieldsOf, own } from "./values.js";

type Input = Pick<OperationExample, "path" | "query" | "headers"> & { readonly body?: Json | undefined };

/** The statements that make the call of an example; undefined where it does not say enough, or too much for a few lines. */
export function exampleCall(operation: Operation, call: Call, example: OperationExample, cx: Context): Code | undefined {
  const isStream = asksForStream(operation, example);
  return expressible(() => {
    const values = new ExampleValues(cx);
    const links = callLinks(operation, call, example, values);
    if (isStream) return lines([...values.statements, loop(code`events`, code`event`, [...links, code`.stream()`, code`.await?`])]);
    const sent = call.style === "direct" ? [code`.await?`] : [code`.send()`, code`.await?`];
    const hasAnswer = operation.success.some(({ content }) => content);
    const variable = !hasAnswer ? undefined : operation.paged ? code`let page = ` : code`let answer = `;
    return lines([...values.statements, code`${variable}${chain([...links, ...sent])};`]);
  });
}

/** A loop over the events of an operation's first example of a stream. */
export function exampleStream(operation: Operation, call: Call, cx: Context): Code | undefined {
  const example = operation.examples.find((each) => asksForStream(operation, each));
  return example && exampleCall(operation, call, example, cx);
}

/** What a program does with each kind of error of an operation's first example. */
export function exampleMatch(operation: Operation, call: Call, cx: Context): Code | undefined {
  const [example] = operation.examples;
  if (!example || operation.stream || call.style === "direct") return undefined;
  return expressible(() => {
    const values = new ExampleValues(cx);
    const links = callLinks(operation, call, example, values);
    const error = cx.runtime("Error");
    const declared = cx.model.errors.errors.findLast(({ name }) =>
      operation.errors.cases.some((each) => each.name === name && each.match.kind === "status"),
    );
    const known =
      declared && code`Err(error) if error.kind() == ${cx.errors("ErrorKind")}::${cx.name(declared, "kind")} => println!("{error}"),`;
    return lines([
      ...values.statements,
      code`let result = ${chain([...links, code`.send()`, code`.await`])};`,
      code`
        match result {
            Ok(answer) => println!("{answer:?}"),
            ${known}
            Err(${error}::Api { status, message, .. }) => println!("{status}: {message}"),
            Err(${error}::Request(error)) => println!("the connection failed: {error}"),
            Err(error) => return Err(error.into()),
        }
      `,
    ]);
  });
}

/** A loop over all items of a list; undefined where the operation gives no page, or the schema not enough for a call. */
export function exampleLoop(operation: Operation, call: Call, cx: Context): Code | undefined {
  if (!operation.paged || operation.stream || call.style === "direct") return undefined;
  const [example] = operation.examples;
  const needsQuery = requiredParams(operation).length > 0;
  return expressible(() => {
    const values = new ExampleValues(cx);
    const { path = {}, query = {}, headers = {}, body } = example ?? {};
    const links = callLinks(operation, call, { path, query: needsQuery ? query : {}, headers: needsQuery ? headers : {}, body }, values);
    return lines([...values.statements, loop(code`items`, code`item`, [...links, code`.items()`])]);
  });
}

function loop(variable: Code, item: Code, links: readonly Code[]): Code {
  return code`
    let mut ${variable} = ${chain(links)};
    while let Some(${item}) = ${variable}.next().await {
        println!("{:?}", ${item}?);
    }
  `;
}

function expressible(make: () => Code): Code | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Inexpressible) return undefined;
    throw error;
  }
}

/** Whether an example is one of a stream. */
export function asksForStream({ stream, params }: Operation, { query, body }: OperationExample): boolean {
  if (!stream) return false;
  if (!stream.when) return true;
  const { field, equals } = stream.when;
  const isParam = params.some((param) => param.in === "query" && param.wire === field);
  const given: unknown = isParam ? query : body;
  return Object.entries(given ?? {}).some(([name, value]) => name === field && value === equals);
}

/** `client`, `.notes()`, `.list_notes()`, `.limit(10)`; a function of its own where the API has no client. */
function callLinks(operation: Operation, call: Call, example: Input, values: ExampleValues): readonly Code[] {
  const { cx } = values;
  const [content, ...others] = operation.body?.contents ?? [];
  if (content?.kind === "multipart" || content?.kind === "bytes" || others.length > 0) throw new Inexpressible();
  const isSet = setsBody(operation, call, cx);
  const path = pathParams(operation).map((param) =>
    values.argument(existing(own(example.path, param.name)), param.type, cx.text(param, "argument")),
  );
  const body = isSet ? [] : bodyArgument(operation, example.body, values);
  const params = isSet ? [] : otherParams(operation).map((param) => [param, paramValue(param, example)] as const);
  const isBuilder = hasBuilder(operation, call, cx);
  const required = params
    .filter(([param]) => param.required)
    .map(([param, json]) => values.argument(existing(json), param.type, cx.text(param, "argument")));
  const given = params.filter(([param, json]) => !param.required && json !== undefined);
  const options = isBuilder || otherParams(operation).length === 0 ? [] : [optionsArgument(operation, call, required, given, values)];
  const args = [...path, ...body, ...(isBuilder && !isSet ? required : options)];
  const setters = isSet ? bodySetters(operation, call, example.body, values) : isBuilder ? paramSetters(call, given, values) : [];
  return [...door(operation, call, code`(${commas(args)})`, cx), ...setters];
}

function existing(json: Json | undefined): Json {
  if (json === undefined) throw new Inexpressible();
  return json;
}

function paramValue(param: Param, example: Input): Json | undefined {
  if (param.in === "cookie") return undefined;
  return own(param.in === "query" ? example.query : example.headers, param.name);
}

function door(operation: Operation, call: Call, args: Code, cx: Context): readonly Code[] {
  const path = pathTo(cx.model.resources, operation);
  const resource = path?.at(-1);
  if (!path || !resource) throw new Inexpressible();
  if (cx.model.client.surface === "functions")
    return [code`${cx.external(`crate::api::${cx.moduleName(resource)}`, cx.text(call, "member"))}${args}`];
  return [code`client`, ...path.map((each) => code`.${cx.name(each, "member")}()`), code`.${cx.name(call, "member")}${args}`];
}

function pathTo(resources: readonly Resource[], operation: Operation): readonly Resource[] | undefined {
  for (const resource of resources) {
    if (resource.operations.includes(operation)) return [resource];
    const below = pathTo(resource.resources, operation);
    if (below) return [resource, ...below];
  }
  return undefined;
}

function bodyArgument(operation: Operation, json: Json | undefined, values: ExampleValues): readonly Code[] {
  const content = operation.body?.contents[0];
  if (!operation.body || !content) return [];
  const isChosen = values.cx.bodies(operation).length > 1;
  if (!operation.body.required)
    return [
      json === undefined ? code`None` : code`Some(${values.value(json, content.type, "body")}${isChosen ? code`.into()` : undefined})`,
    ];
  const value = values.argument(existing(json), content.type, "body");
  const isObject = typeof json === "object" && json !== null;
  return [isObject && !values.isVariable(value) ? values.variable("body", value) : value];
}

/** Where there are no setters, parameters that may be absent are one argument. */
function optionsArgument(
  operation: Operation,
  call: Call,
  required: readonly Code[],
  given: readonly (readonly [Param, Json | undefined])[],
  values: ExampleValues,
): Code {
  const { cx } = values;
  const isOptional = call.style === "options" && required.length === 0;
  if (isOptional && given.length === 0) return code`None`;
  const type = cx.name(operation, "options");
  const made = required.length === 0 ? code`${type}::default()` : code`${type}::new(${commas(required)})`;
  if (given.length === 0) return made;
  const fields = given.map(([param, json]) => [param, optional(param, json, values)] as const);
  const variable = values.variable("options", made, true);
  for (const [param, value] of fields) values.statements.push(code`${variable}.${cx.name(param, "field")} = ${value};`);
  return isOptional ? code`Some(${variable})` : variable;
}

function optional(param: Param, json: Json | undefined, values: ExampleValues): Code {
  if (param.type.kind === "nullable") throw new Inexpressible();
  return code`Some(${values.value(existing(json), param.type, values.cx.text(param, "field"))})`;
}

function paramSetters(call: Call, given: readonly (readonly [Param, Json | undefined])[], values: ExampleValues): readonly Code[] {
  return given.map(([param, json]) => setter(param, existing(json), call, values));
}

function bodySetters(operation: Operation, call: Call, json: Json | undefined, values: ExampleValues): readonly Code[] {
  const from = fieldsOf(json ?? {});
  const fields = values.cx.bodyFields(operation).filter(({ field }) => field.removed === undefined);
  const wires = new Set(fields.map(({ field }) => field.wire));
  if (Object.keys(from).some((key) => !wires.has(key))) throw new Inexpressible();
  return fields.flatMap(({ field, type }) => {
    const value = own(from, field.wire);
    return value === undefined ? [] : [setter({ ...field, type }, value, call, values, field)];
  });
}

function setter(
  of: Pick<Param, "type" | "required"> & { readonly name: string },
  json: Json,
  call: Call,
  values: ExampleValues,
  node: object = of,
): Code {
  const { cx } = values;
  const isNullable = !of.required && of.type.kind === "nullable";
  if (isNullable && json === null) return code`.${cx.name(node, "clear")}()`;
  const ref = isNullable && of.type.kind === "nullable" ? of.type.of : of.type;
  return code`.${cx.name(node, `setter ${call.prefix}`.trim())}(${values.argument(json, ref, of.name)})`;
}
