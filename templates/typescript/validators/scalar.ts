import { code, type Code, type ScalarRef } from "heddle/template";
import { bound, boundRule, scalarCodec } from "../codecs.js";
import type { Context } from "../context.js";
import { call, literal, name, type Expression } from "../layout/expression.js";
import { checked, zod } from "./zod.js";

/** The schema of a scalar with its constraints. Where zod has no format that takes just the same texts, the codec is asked. */
export function scalarValidator(ref: ScalarRef, cx: Context): Expression {
  const checks = [...bounds(ref, cx), ...pattern(ref, cx)];
  const native = builderOf(ref, cx);
  if (native !== undefined) return checked(native, [], checks, cx);
  if (ref.scalar === "bytes") return checked(code`instanceof`, [name(code`Uint8Array`)], checks, cx);
  const fits = call(cx.zodRuntime("fits"), [name(cx.runtime(scalarCodec(ref, cx)))]);
  if (isNumber(ref, cx)) return checked(code`number`, [], [zod(code`refine`, cx, fits), ...checks], cx);
  return checked(code`stringFormat`, [literal(cx.literal(ref.scalar)), fits], checks, cx);
}

const builders = new Map<string, Code>([
  ["string", code`string`],
  ["bool", code`boolean`],
  ["int32", code`int32`],
  ["uint32", code`uint32`],
  ["float64", code`number`],
  ["uuid", code`guid`],
  ["json", code`json`],
]);

/** The builder of zod that takes the same values, if there is one. */
function builderOf({ scalar }: ScalarRef, cx: Context): Code | undefined {
  if (isWide(scalar) && cx.options["int64"] === "bigint") return scalar === "int64" ? code`int64` : code`uint64`;
  return builders.get(scalar);
}

function isWide(scalar: ScalarRef["scalar"]): boolean {
  return scalar === "int64" || scalar === "uint64";
}

/** Whether a program has a number or bigint of it. */
function isNumber({ scalar }: ScalarRef, cx: Context): boolean {
  return isWide(scalar) ? cx.options["int64"] !== "string" : /^(u?int|float)/.test(scalar);
}

function bounds(ref: ScalarRef, cx: Context): readonly Expression[] {
  const { min, max } = ref.constraints ?? {};
  if (!isNumber(ref, cx)) return boundRule(ref, cx).map((rule) => call(cx.zodRuntime("rule"), [rule]));
  return [
    ...(min === undefined ? [] : [zod(code`gte`, cx, bound(min, ref.scalar, cx))]),
    ...(max === undefined ? [] : [zod(code`lte`, cx, bound(max, ref.scalar, cx))]),
  ];
}

function pattern({ constraints }: ScalarRef, cx: Context): readonly Expression[] {
  if (constraints?.pattern === undefined) return [];
  const source = literal(cx.literal(constraints.pattern));
  return [zod(code`regex`, cx, call(code`new RegExp`, [source, literal(cx.literal("u"))]))];
}
