import { code, group, ifBreak, indent, join, line, softline, text, type Code } from "../../code/index.js";
import type { ScalarRef, TypeRef } from "../../model/index.js";

/** What a type needs to know of the crate it stands in. */
export interface TypeScope {
  named(name: string): Code;
  parameter(name: string): string;
  runtime(name: string): Code;
  external(module: string, name: string): Code;
}

/** A type, as it is written everywhere. */
export function typeCode(ref: TypeRef, scope: TypeScope): Code {
  switch (ref.kind) {
    case "scalar":
      return scalar(ref, scope);
    case "parameter":
      return text(scope.parameter(ref.name));
    case "named":
      return generic(
        scope.named(ref.name),
        ref.args.map((arg) => typeCode(arg, scope)),
      );
    case "list":
      return generic(code`Vec`, [typeCode(ref.of, scope)]);
    case "map":
      return generic(scope.external("std::collections", "BTreeMap"), [code`String`, typeCode(ref.of, scope)]);
    case "nullable":
      return generic(code`Option`, [typeCode(ref.of, scope)]);
    case "choice":
      return choice(ref.of, scope);
    case "literal":
      return literalType(ref.value);
  }
}

/** `Vec<String>`, an argument a line where that does not fit; the name alone without arguments. */
export function generic(name: Code, args: readonly Code[]): Code {
  if (args.length === 0) return name;
  return group([name, code`<`, indent([softline, join([code`,`, line], args), ifBreak(code`,`)]), softline, code`>`]);
}

/** Literals of one kind are that kind; other alternatives differ in theirs. */
function choice(of: readonly TypeRef[], scope: TypeScope): Code {
  const kinds = [
    ...new Map(of.map((ref) => [ref.kind === "literal" ? typeof ref.value : JSON.stringify(ref), typeCode(ref, scope)])).values(),
  ];
  const last = kinds.at(-1) ?? code`()`;
  return kinds.slice(0, -1).reduceRight((right, left) => generic(scope.runtime("Either"), [left, right]), last);
}

function literalType(value: string | number | boolean): Code {
  if (typeof value === "string") return code`String`;
  return typeof value === "boolean" ? code`bool` : Number.isInteger(value) ? code`i64` : code`f64`;
}

const scalars = new Map<string, string>([
  ["string", "String"],
  ["bool", "bool"],
  ["int32", "i32"],
  ["int64", "i64"],
  ["uint32", "u32"],
  ["uint64", "u64"],
  ["float32", "f32"],
  ["float64", "f64"],
]);

/** What travels in another way than its own, by scalar and encoding; a generic one has the scalar's own type in itself. */
const encodedScalars = new Map<string, string>([
  ["int64 string", "Quoted"],
  ["uint64 string", "Quoted"],
  ["decimal number", "DecimalNumber"],
  ["bytes base64url", "Base64Url"],
  ["bytes hex", "Hex"],
  ["datetime unix", "UnixSeconds"],
  ["datetime unix_ms", "UnixMillis"],
  ["duration seconds", "Seconds"],
  ["duration milliseconds", "Millis"],
]);

const runtimeScalars = new Map<string, string>([
  ["decimal", "Decimal"],
  ["bytes", "Base64"],
  ["uuid", "Uuid"],
  ["url", "Url"],
  ["date", "Date"],
  ["time", "Time"],
  ["datetime", "DateTime"],
  ["duration", "IsoDuration"],
]);

function scalar({ scalar: name, encoding }: ScalarRef, scope: TypeScope): Code {
  const encoded = encoding && encodedScalars.get(`${name} ${encoding}`);
  if (encoded !== undefined)
    return generic(scope.runtime(encoded), encoded === "Quoted" ? [scalar({ kind: "scalar", scalar: name }, scope)] : []);
  if (name === "json") return scope.external("serde_json", "Value");
  const own = scalars.get(name);
  return own === undefined ? scope.runtime(runtimeScalars.get(name) ?? name) : text(own);
}
