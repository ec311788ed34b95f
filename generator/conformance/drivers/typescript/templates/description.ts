import { allOperations, type Model, type Operation, type TypeDef, type TypeRef } from "heddle/template";

/** What the driver has to know of a schema to turn logical values into native ones and back. */
export interface Description {
  readonly types: readonly TypeDef[];
  readonly operations: { readonly [id: string]: OperationDescription };
  /** Body type by error name. */
  readonly errors: { readonly [name: string]: TypeRef };
  readonly errorBody?: TypeRef;
}

export interface OperationDescription {
  readonly params: { readonly [name: string]: TypeRef };
  readonly body?: TypeRef;
  /** By status; absent where nothing is returned. */
  readonly success: { readonly [status: string]: TypeRef | null };
  readonly stream?: TypeRef;
  readonly errors: { readonly [name: string]: TypeRef };
}

export function descriptionOf(model: Model): Description {
  const { errors } = model;
  return {
    types: model.types.map(bare),
    operations: Object.fromEntries(allOperations(model.resources).map((operation) => [operation.id, operationOf(operation)])),
    errors: Object.fromEntries(errors.errors.flatMap(({ name, body }) => (body ? [[name, body]] : []))),
    ...(errors.body && { errorBody: errors.body }),
  };
}

function operationOf({ params, body, success, errors, stream }: Operation): OperationDescription {
  const [content] = body?.contents ?? [];
  return {
    params: Object.fromEntries(params.map(({ name, type }) => [name, type])),
    ...(content && { body: contentType(content) }),
    success: Object.fromEntries(success.map(({ status, content: own }) => [status, own ? contentType(own) : null])),
    errors: Object.fromEntries(errors.cases.flatMap(({ name, body: own }) => (own ? [[name, own]] : []))),
    ...(stream?.type && { stream: stream.type }),
  };
}

function contentType({ kind, type }: { readonly kind: string; readonly type: TypeRef }): TypeRef {
  if (kind === "text") return { kind: "scalar", scalar: "string" };
  return kind === "bytes" ? { kind: "scalar", scalar: "bytes" } : type;
}

/** Without the places in the schema, which hold its whole text. */
function bare(type: TypeDef): TypeDef {
  return JSON.parse(JSON.stringify(type, (key, value: unknown) => (key === "origin" || key === "doc" ? undefined : value))) as TypeDef;
}
