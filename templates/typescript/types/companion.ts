import { code, type Code, type TypeDef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { constant, signature, typeParameters } from "../layout/declaration.js";
import { pure, type Expression } from "../layout/expression.js";

/** `Name` or `Name<T>` where a type is declared. */
export function declaredName(type: TypeDef, cx: Context): Code {
  return code`${cx.typeName(type)}${typeParameters(type.parameters.map(cx.parameter))}`;
}

/**
 * The codec of a type, under the type's own name: a constant, or for a generic type a function from codecs to a codec. `codecType` is the
 * runtime's type for it, `more` its type arguments behind the type's own.
 */
export function companion(type: TypeDef, codecType: string, expression: Expression, cx: Context, more: readonly Code[] = []): Code {
  const self: TypeRef = { kind: "named", name: type.name, args: type.parameters.map((name) => ({ kind: "parameter", name })) };
  const result = code`${cx.runtimeType(codecType)}${cx.typeArguments([self, ...more])}`;
  if (type.parameters.length === 0) return constant(code`export const ${cx.name(type)}: ${result}`, pure(expression));
  const args = type.parameters.map(
    (parameter) => code`${cx.parameterCodec(parameter)}: ${cx.runtimeType("Codec")}<${cx.parameter(parameter)}>`,
  );
  return code`
    export function ${cx.name(type)}${typeParameters(type.parameters.map(cx.parameter))}${signature(args, result)} {
      return ${expression.code};
    }
  `;
}
