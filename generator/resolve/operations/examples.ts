import type { ErrorCase, Operation, OperationExample, Param } from "../../model/operation.js";
import type { Json } from "../../model/described.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { ExampleDeclaration, Value } from "../../syntax/document.js";
import { described } from "../described.js";
import type { Service } from "../service/service.js";
import { hintFor } from "../hint.js";

type Called = Pick<Operation, "params" | "body" | "success" | "errors" | "stream">;

/** The examples of an operation, each a call that could be made; their values are held against the types at the end. */
export function examplesOf(service: Service, declarations: readonly ExampleDeclaration[], called: Called): readonly OperationExample[] {
  return declarations.map((declaration) => exampleOf(service, declaration, called));
}

function exampleOf(service: Service, declaration: ExampleDeclaration, called: Called): OperationExample {
  const { name, description, body, response } = declaration;
  const status = declaration.status?.value ?? called.success[0]?.status ?? 200;
  checkBody(service, declaration, called);
  checkResponse(service, declaration, called, status);
  return {
    name: name.value,
    ...described(service.cx, description, name.span),
    path: given(service, declaration, declaration.path, called.params, "path"),
    query: given(service, declaration, declaration.query, called.params, "query"),
    headers: given(service, declaration, declaration.headers, called.params, "header"),
    ...(body && { body: body.value }),
    status,
    ...(response && { response: response.value }),
  };
}

/** Arguments by the parameters' wire names; all the required ones are there, and none that is unknown. */
function given(
  { cx }: Service,
  example: ExampleDeclaration,
  values: ExampleDeclaration["path"],
  all: readonly Param[],
  place: Param["in"],
): { readonly [name: string]: Json } {
  const params = all.filter((param) => param.in === place);
  const found = new Map<string, Json>();
  for (const { name, value } of values) {
    const param = params.find(({ wire }) => wire === name.value);
    const names = params.map(({ wire }) => wire);
    if (param) cx.values.push({ value, type: param.type, what: "example", form: "request" });
    else cx.report.add("HD313", name.span, { name: name.value, names }, hintFor(name.value, names));
    found.set(name.value, value.value);
  }
  for (const { required, wire } of params) {
    if (required && !found.has(wire)) cx.report.add("HD496", example.name.span, { name: wire, place });
  }
  return Object.fromEntries(found);
}

function checkBody({ cx }: Service, { name, body: value }: ExampleDeclaration, { body }: Called): void {
  if (value && body) push(cx, value, body.contents[0]?.type, "request");
  if (value && !body) cx.report.add("HD497", value.span, { what: "body" });
  if (!value && body?.required) cx.report.add("HD496", name.span, { name: "body", place: "body" });
}

/** A response is shown in the type of its status: a success's own, or the body of the error with that status. */
function checkResponse({ cx, errors }: Service, { status: written, response }: ExampleDeclaration, called: Called, status: number): void {
  const success = called.success.find((candidate) => candidate.status === status);
  const failure = success ? undefined : errorFor(called.errors.cases, status);
  if (!success && !failure) cx.report.add("HD499", written?.span, { status });
  if (!response) return;
  const type = success ? success.content?.type : (failure?.body ?? errors.body);
  if (success && !success.content && !called.stream) cx.report.add("HD497", response.span, { what: "response" });
  push(cx, response, type, "response");
}

function errorFor(cases: readonly ErrorCase[], status: number): ErrorCase | undefined {
  const exact = cases.find(({ match }) => match.kind === "status" && match.status === status);
  return exact ?? cases.find(({ match }) => match.kind === "range" && match.from <= status && status <= match.to);
}

function push(cx: Service["cx"], value: Value, type: TypeRef | undefined, form: "request" | "response"): void {
  if (type) cx.values.push({ value, type, what: "example", form });
}
