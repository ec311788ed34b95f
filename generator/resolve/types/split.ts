import type { Operation, Resource } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Member, TypeDef } from "../../model/types.js";
import { walkTypeRef } from "../../model/walk.js";
import type { Context } from "../context.js";
import { membersIn, refsIn, type Travels } from "./travel.js";

type Direction = "request" | "response";

/** How references read in one direction. */
export type Forms = (ref: TypeRef, direction: Direction) => TypeRef;

/**
 * Gives every type that travels both ways and differs between them a second one, `<Name>Input`, for requests: types with
 * `readonly` or `writeonly` fields, files, and types that hold such a type. Types that travel one way only lose the fields of the other.
 */
export function split(
  cx: Context,
  types: readonly TypeDef[],
  travels: Travels,
): { readonly types: readonly TypeDef[]; readonly forms: Forms } {
  const divided = dividedTypes(cx, types, travels);
  const forms: Forms = (ref, direction) => (direction === "request" && divided.size > 0 ? requestForm(ref, divided) : ref);
  for (const type of types) {
    const taken = divided.has(type.name) ? cx.scope.get(inputName(type.name)) : undefined;
    if (taken) {
      const related = [{ message: "this type needs a request form of that name", span: type.origin }];
      cx.report.add("HD316", taken.declaration.name.span, { name: type.name, input: inputName(type.name) }, { related });
    }
  }
  const all = types.flatMap((type) => {
    const directions = travels.get(type.name) ?? new Set<Direction>();
    const travelling = { request: directions.has("request"), response: directions.has("response") };
    if (!divided.has(type.name)) return [oneForm(cx, type, travelling, forms)];
    return [
      { ...formOf(cx, type, "response", forms), travels: { request: false, response: true } },
      {
        ...formOf(cx, type, "request", forms),
        name: inputName(type.name),
        splitFrom: type.name,
        examples: [],
        travels: { request: true, response: false },
      },
    ];
  });
  return { types: all, forms };
}

function inputName(name: string): string {
  return `${name}Input`;
}

/** A type that needs no second form; one that no operation reaches keeps every field. */
function oneForm(cx: Context, type: TypeDef, travelling: TypeDef["travels"], forms: Forms): TypeDef {
  if (travelling.request === travelling.response) return { ...type, travels: travelling };
  return { ...formOf(cx, type, travelling.request ? "request" : "response", forms), travels: travelling };
}

function dividedTypes(cx: Context, types: readonly TypeDef[], travels: Travels): ReadonlySet<string> {
  const candidates = types.filter((type) => travels.get(type.name)?.size === 2);
  const divided = new Set(candidates.filter((type) => hasOneWayField(cx, type)).map(({ name }) => name));
  for (let before = -1; before !== divided.size;) {
    before = divided.size;
    for (const type of candidates) {
      if (refsIn(cx, type, "request").some((ref) => mentions(ref, divided))) divided.add(type.name);
    }
  }
  return divided;
}

function hasOneWayField(cx: Context, type: TypeDef): boolean {
  const oneWay = (members: readonly Member[]) => members.some((member) => cx.access.has(member.origin));
  if (type.kind === "record") return oneWay(type.members) || type.file !== undefined;
  return (
    type.kind === "union" &&
    (oneWay(type.base) || type.variants.some(({ payload }) => payload.kind === "fields" && oneWay(payload.members)))
  );
}

function mentions(ref: TypeRef, names: ReadonlySet<string>): boolean {
  let found = false;
  walkTypeRef(ref, (part) => {
    if (part.kind === "named" && names.has(part.name)) found = true;
  });
  return found;
}

function requestForm(ref: TypeRef, divided: ReadonlySet<string>): TypeRef {
  switch (ref.kind) {
    case "named":
      return {
        ...ref,
        name: divided.has(ref.name) ? inputName(ref.name) : ref.name,
        args: ref.args.map((arg) => requestForm(arg, divided)),
      };
    case "list":
    case "map":
    case "nullable":
      return { ...ref, of: requestForm(ref.of, divided) };
    default:
      return ref;
  }
}

function formOf(cx: Context, type: TypeDef, direction: Direction, forms: Forms): TypeDef {
  const form = (ref: TypeRef) => forms(ref, direction);
  const members = (all: readonly Member[]) => membersIn(cx, all, direction).map((member) => ({ ...member, type: form(member.type) }));
  switch (type.kind) {
    case "record":
      return { ...type, members: members(type.members), ...(type.extra && { extra: form(type.extra) }) };
    case "union":
      return {
        ...type,
        base: members(type.base),
        variants: type.variants.map((variant) => {
          const { payload } = variant;
          if (payload.kind === "fields") return { ...variant, payload: { ...payload, members: members(payload.members) } };
          // A copy even where nothing differs: nodes of the Model have names by identity, and the two forms have one each.
          return payload.kind === "type" ? { ...variant, payload: { ...payload, type: form(payload.type) } } : { ...variant };
        }),
      };
    case "alias":
      return { ...type, type: form(type.type) };
    case "enum":
      return type;
  }
}

/** Resources whose operations send the request forms. */
export function splitResources(resources: readonly Resource[], forms: Forms): readonly Resource[] {
  return resources.map((resource) => ({
    ...resource,
    operations: resource.operations.map((operation) => splitOperation(operation, forms)),
    resources: splitResources(resource.resources, forms),
  }));
}

function splitOperation(operation: Operation, forms: Forms): Operation {
  const { params, body } = operation;
  const request = (ref: TypeRef) => forms(ref, "request");
  return {
    ...operation,
    params: params.map((param) => ({ ...param, type: request(param.type) })),
    ...(body && { body: { ...body, contents: body.contents.map((content) => ({ ...content, type: request(content.type) })) } }),
  };
}
