import { isFile } from "../types/record.js";
import { code, type Code, type Enum, type TypeDef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { constant, signature, typeParameters } from "../layout/declaration.js";
import { call, callWithThunk, inlineArray, pure, type Expression } from "../layout/expression.js";
import { spreads } from "../types/members.js";
import { recordValidator } from "./object.js";
import { unionValidator } from "./union.js";
import { validator } from "./validator.js";
import { zod } from "./zod.js";

/** The zod schema of a declared type: a constant, or for a generic type a function of schemas. */
export function validatorDeclaration(type: TypeDef, cx: Context): Code {
  const self: TypeRef = { kind: "named", name: type.name, args: type.parameters.map((name) => ({ kind: "parameter", name })) };
  const result = code`${cx.zodRuntimeType(resultOf(type))}${cx.typeArguments([self])}`;
  const expression = schemaOf(type, cx);
  if (type.parameters.length === 0) return constant(code`export const ${cx.name(type, "validator")}: ${result}`, pure(expression));
  const args = type.parameters.map(
    (parameter) => code`${cx.parameterValidator(parameter)}: ${cx.zodRuntimeType("Validator")}<${cx.parameter(parameter)}>`,
  );
  return code`
    export function ${cx.name(type, "validator")}${typeParameters(type.parameters.map(cx.parameter))}${signature(args, result)} {
      return ${expression.code};
    }
  `;
}

/** Object types can be picked from and extended; what else there is, zod takes as it is. */
function resultOf(type: TypeDef): "ObjectValidator" | "Validator" {
  const isPlain = type.kind === "record" && !isFile(type) && type.extra === undefined && spreads(type.members).length === 0;
  return isPlain ? "ObjectValidator" : "Validator";
}

function schemaOf(type: TypeDef, cx: Context): Expression {
  switch (type.kind) {
    case "record":
      // zod copies objects, and a copy of a Blob or a stream is none: what is a file is the client's to say.
      return isFile(type) ? zod(code`any`, cx) : recordValidator(type, cx);
    case "union":
      return unionValidator(type, cx);
    case "enum":
      return enumValidator(type, cx);
    case "alias": {
      const target = validator(type.type, cx);
      return isPure(type.type, target) ? target : callWithThunk(code`${cx.zod}.lazy`, target.code);
    }
  }
}

function enumValidator({ values, base, openness }: Enum, cx: Context): Expression {
  const known = values.filter((value) => value.removed === undefined).map(({ value }) => value);
  if (base !== "string") {
    const numbers: Expression = { code: cx.literal(known), kind: "block" };
    return openness === "closed" ? zod(code`literal`, cx, numbers) : call(cx.zodRuntime("openEnum"), [numbers]);
  }
  const texts = inlineArray(known.map(cx.literal));
  return openness === "closed" ? zod(code`enum`, cx, texts) : call(cx.zodRuntime("openEnum"), [texts]);
}

/** Whether the schema is a single call: no order of modules matters to it, and its mark tells bundlers all. */
function isPure(ref: TypeRef, schema: Expression): boolean {
  return ref.kind === "scalar" && schema.kind === "plain";
}
