import { blocks, code, lines, type Call, type Code, type Operation, type Param, type Resource, type Template } from "heddle/template";
import { answerOf } from "./calls/answer.js";
import { hasBuilder, liveCalls, otherParams, positional, requiredParams, setsBody } from "./calls/arguments.js";
import { bodyEnum, bodyType } from "./calls/body.js";
import { builderStruct } from "./calls/builder.js";
import { operationConstant } from "./calls/constant.js";
import { errorEnum } from "./calls/error-enum.js";
import { optionsStruct } from "./calls/options.js";
import { headersStruct } from "./calls/response-headers.js";
import { responseEnum } from "./calls/response.js";
import type { Context } from "./context.js";
import { described } from "./describe.js";
import { operationExamples } from "./examples/operation-examples.js";
import { fn, freeFunction } from "./layout/declaration.js";
import { awaited, call as callOf, callArguments, methodCall } from "./layout/expression.js";
import { given } from "./types/fields.js";

/** One operation: its parameters, its errors, its description as data, its builders. Its methods are the resource's. */
const operation: Template<"operation", Context> = (node, cx) => {
  const door = doorOf(node, cx);
  return blocks([
    operationConstant(node, cx),
    optionsStruct(node, door, cx),
    bodyEnum(node, door, cx),
    responseEnum(node, door, cx),
    headersStruct(node, door, cx),
    ...liveCalls(node)
      .filter((call) => hasBuilder(node, call, cx))
      .map((call) => builderStruct(node, call, door, cx)),
    errorEnum(node, door, cx),
  ]);
};

export default operation;

/** A link to the method or function of an operation's first name. */
function doorOf(node: Operation, cx: Context): Code {
  const [call] = liveCalls(node);
  const resource = allOf(cx.model.resources).find(({ operations }) => operations.includes(node));
  const name = call && code`${cx.localName(call, "member")}`;
  const path = cx.model.client.surface === "functions" || !resource ? name : code`${cx.localName(resource)}::${name}`;
  return code`[\`${path}\`]`;
}

function allOf(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...allOf(resource.resources)]);
}

/** How a method or function of a call is declared, and what it does with `client`. */
export function callFunction(node: Operation, call: Call, receiver: readonly Code[], client: Code, cx: Context): Code {
  const { head, declared, result, statements } = declarationOf(node, call, cx);
  const made = code`${cx.runtime("Draft")}::new${callArguments([client, code`&${cx.name(node, "operation")}`])}`;
  const isDirect = call.style === "direct";
  const answer = answerOf(node, cx);
  const sent = isDirect ? code`draft.call(${answer.reader}).send().await` : code`draft.${answer.made}`;
  const end = hasBuilder(node, call, cx) ? builderLiteral(node, call, cx) : sent;
  const body = [code`let ${statements.length > 0 ? code`mut ` : undefined}draft = ${made};`, ...statements, end];
  return lines([functionDoc(node, call, cx), (receiver.length > 0 ? fn : freeFunction)(head, [...receiver, ...declared], result, body)]);
}

/** A function that calls the method of the same name of the default client. */
export function defaultFunction(node: Operation, call: Call, namespace: Code, cx: Context): Code {
  const { head, declared, passed, result } = declarationOf(node, call, cx);
  const method = cx.name(call, "member");
  const receiver = code`${namespace}::new(&client)`;
  const body = [
    code`let client = ${cx.runtime("default_client")}(&${cx.service("SERVICE")});`,
    call.style === "direct" ? awaited(receiver, method, passed) : methodCall(receiver, method, passed, undefined, 1),
  ];
  return lines([functionDoc(node, call, cx), freeFunction(head, declared, result, body)]);
}

interface Declaration {
  readonly head: Code;
  readonly declared: readonly Code[];
  /** The names of what is declared. */
  readonly passed: readonly Code[];
  readonly result: Code;
  /** What puts the arguments into the draft. */
  readonly statements: readonly Code[];
}

function declarationOf(node: Operation, call: Call, cx: Context): Declaration {
  const args = positional(node, call, cx);
  const answer = answerOf(node, cx);
  const isBuilder = hasBuilder(node, call, cx);
  const options = optionsArgument(node, call, cx);
  const required = isBuilder && !setsBody(node, call, cx) ? requiredParams(node) : [];
  const isDirect = call.style === "direct";
  const given = isDirect ? cx.generic(cx.runtime("Result"), [answer.value]) : answer.call;
  return {
    head: code`pub ${isDirect ? code`async ` : undefined}fn ${cx.name(call, "member")}`,
    declared: [
      ...args.map((arg) => arg.declared),
      ...required.map((param) => requiredArgument(param, cx)),
      ...(options ? [options.declared] : []),
    ],
    passed: [...args.map((arg) => arg.name), ...required.map((param) => cx.name(param, "argument")), ...(options ? [code`options`] : [])],
    result: isBuilder ? cx.name(call, "builder") : given,
    statements: [...args.map(({ statement }) => statement), ...(options ? [options.statement] : [])],
  };
}

function optionsArgument(node: Operation, call: Call, cx: Context): { declared: Code; statement: Code } | undefined {
  if (otherParams(node).length === 0 || hasBuilder(node, call, cx)) return undefined;
  const type = cx.name(node, "options");
  const isOptional = call.style === "options" && otherParams(node).every((param) => !param.required);
  return isOptional
    ? { declared: code`options: Option<${type}>`, statement: code`draft.parameters(&options.unwrap_or_default());` }
    : { declared: code`options: ${type}`, statement: code`draft.parameters(&options);` };
}

/** What no call can be without is an argument; the others have setters. */
function requiredArgument(param: Param, cx: Context): Code {
  const name = cx.name(param, "argument");
  return code`${name}: ${given(param.type, cx.type(param.type), name, cx).type}`;
}

function builderLiteral(node: Operation, call: Call, cx: Context): Code {
  const content = node.body?.contents[0];
  const empty =
    setsBody(node, call, cx) && content ? code`body: ${bodyType(content, cx)}::default(),` : code`options: ${emptyOptions(node, cx)},`;
  return code`
    ${cx.name(call, "builder")} {
        draft,
        ${empty}
    }
  `;
}

function emptyOptions(node: Operation, cx: Context): Code {
  const type = cx.name(node, "options");
  const required = requiredParams(node).map((param) => cx.name(param, "argument"));
  return required.length === 0 ? code`${type}::default()` : callOf(code`${type}::new`, required);
}

function functionDoc(node: Operation, call: Call, cx: Context): Code {
  const errors = node.errors.cases.map((error) => ({ type: cx.literal(error.name), doc: error.doc }));
  return cx.doc({
    ...described(node),
    doc: node.doc ?? `The operation \`${node.id}\`.`,
    ...(call.deprecated && described(call)),
    ...(call.style === "direct" && { throws: errors }),
    examples: operationExamples(node, call, cx),
  });
}
