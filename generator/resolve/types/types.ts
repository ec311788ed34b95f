import type { Alias, Record as RecordType, TypeDef } from "../../model/types.js";
import type { TypeBody } from "../../syntax/document.js";
import { valuesOf, type Context } from "../context.js";
import { derivation } from "./derivation.js";
import { described } from "../described.js";
import { enumOf } from "./enums.js";
import { fileOf } from "./files.js";
import { pageOf } from "../operations/pages.js";
import { shapeOfDeclaration } from "./record-shape.js";
import type { Declaration } from "../scope.js";
import { typeRef } from "./type-refs.js";
import { unionOf } from "./unions.js";
import { unknownType } from "./unknown-type.js";

/** What every declared type has, whatever its kind. */
export type Head = Pick<TypeDef, "name" | "module" | "parameters" | "examples" | "travels" | "origin">;

/** All declared types in the order of declaration; in which direction each travels is found later. */
export function typesOf(cx: Context): readonly TypeDef[] {
  return cx.scope.all().map((declared) => typeOf(cx, declared));
}

function typeOf(cx: Context, declared: Declaration): TypeDef {
  const { name, parameters, examples, description, body } = declared.declaration;
  const inSight = new Set(parameters.map((parameter) => parameter.value));
  const self = {
    kind: "named",
    name: name.value,
    args: [...inSight].map((parameter) => ({ kind: "parameter", name: parameter }) as const),
  } as const;
  const head: Head = {
    name: name.value,
    module: declared.module,
    parameters: [...inSight],
    examples: valuesOf(cx, examples, "example", self),
    travels: { request: false, response: false },
    ...described(cx, description, name.span),
  };
  switch (body.kind) {
    case "record":
      return recordOf(cx, head, declared, body);
    case "enum":
      return enumOf(cx, head, body);
    case "union":
      return unionOf(cx, head, body, inSight);
    case "alias":
      return { kind: "alias", ...head, type: typeRef(cx, body.type, inSight), distinct: body.distinct };
    case "derived":
      return derivation(body.type) ? recordOf(cx, head, declared) : aliasOf(cx, head, body, inSight);
  }
}

function aliasOf(cx: Context, head: Head, body: Extract<TypeBody, { kind: "derived" }>, inSight: ReadonlySet<string>): Alias {
  return { kind: "alias", ...head, type: typeRef(cx, body.type, inSight), distinct: false };
}

/** `body` is absent for a derived type, which inherits neither `$exhaustive` nor `$page` nor `$file`. */
function recordOf(cx: Context, head: Head, declared: Declaration, body?: Extract<TypeBody, { kind: "record" }>): RecordType {
  const shape = shapeOfDeclaration(cx, declared, declared.declaration.name.span);
  const extra = shape ? shape.extra : unknownType;
  const page = body?.page && pageOf(cx, body.page, head.name);
  const file = body?.file && shape && fileOf(cx, body.file, head.name, shape.members);
  return {
    kind: "record",
    ...head,
    members: shape?.members ?? [],
    ...(extra && { extra }),
    exhaustive: body?.exhaustive ?? false,
    ...(page && { page }),
    ...(file && { file }),
  };
}
