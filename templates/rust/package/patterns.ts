import { allOperations, type Model, type TypeDef, type TypeRef } from "heddle/template";

/** Whether anything that is sent has a pattern to match: only then a crate needs one that does it. */
export function hasPatterns(model: Model): boolean {
  const sent = model.types.filter(({ travels }) => travels.request).flatMap(refsOf);
  const given = allOperations(model.resources).flatMap(({ params, body }) => [
    ...params.map(({ type }) => type),
    ...(body?.contents ?? []).map(({ type }) => type),
  ]);
  return [...sent, ...given].some(isPatterned);
}

function refsOf(type: TypeDef): readonly TypeRef[] {
  switch (type.kind) {
    case "record":
      return type.members.map((member) => member.type);
    case "alias":
      return [type.type];
    case "enum":
      return [];
    case "union":
      return [...type.base, ...type.variants.flatMap(({ payload }) => (payload.kind === "fields" ? payload.members : []))]
        .map((member) => member.type)
        .concat(type.variants.flatMap(({ payload }) => (payload.kind === "type" ? [payload.type] : [])));
  }
}

function isPatterned(ref: TypeRef): boolean {
  switch (ref.kind) {
    case "scalar":
      return ref.constraints?.pattern !== undefined;
    case "list":
    case "map":
    case "nullable":
      return isPatterned(ref.of);
    case "choice":
      return ref.of.some(isPatterned);
    case "named":
      return ref.args.some(isPatterned);
    default:
      return false;
  }
}
