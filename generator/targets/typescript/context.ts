import { applyCasing, blocks, lines, reference, text, type Code } from "../../code/index.js";
import { splitWords, type Described, type Json, type Operation, type Resource, type TypeDef, type TypeRef } from "../../model/index.js";
import { UnknownRuntimeName, type ContextInput, type TemplateContext } from "../../target/index.js";
import { commentPhrase, markdownLines } from "./comments.js";
import { docComment } from "./doc-comment.js";
import { typeKey, valueKey } from "./keys.js";
import { literal } from "./literals.js";
import { valueOf } from "./example-values.js";
import { specifier } from "./imports.js";
import { functionsModule, runtimeModule } from "./modules.js";
import type { Options } from "./options.js";
import { bodyFields, isObject, startsEmpty, type BodyField } from "./request-body.js";
import { runtimeExports } from "./runtime-exports.js";
import { aliased, annotation, typeArguments, union, type TypeScope } from "./types.js";

/** What TypeScript templates can ask for beside what all can. */
export interface TypeScriptContext extends TemplateContext {
  literal(value: Json | bigint): Code;
  /** A JSON value of a type as an expression of what the program has: 64-bit integers and bytes are not what they are in JSON. */
  value(json: Json, ref: TypeRef): Code;
  /** A property name in an interface or object type, where {@link key} is for object literals. */
  typeKey(wire: string): Code;
  /** What follows `type X`, from the equals sign on. */
  aliased(ref: TypeRef): Code;
  /** `A | B`, where the line may be broken before each of them. */
  union(members: readonly Code[]): Code;
  /** What follows a colon: any of the types, or `more`. */
  unionOf(refs: readonly TypeRef[], ...more: readonly Code[]): Code;
  /** `<A, B>`, behind a generic name; a list of types is their union. */
  typeArguments(items: readonly (TypeRef | Code | readonly (TypeRef | Code)[])[]): Code;
  /** A type parameter's own name. */
  parameter(name: string): Code;
  /** The argument of a generic type's codec that stands for a type parameter. */
  parameterCodec(name: string): Code;
  /** Like `name` and `runtime`, where only the type is needed. */
  typeName(node: object, role?: string): Code;
  runtimeType(name: string): Code;
  /** The declared type of that name. */
  named(name: string): TypeDef;
  /** The name as a text. */
  nameLiteral(node: object, role?: string): Code;
  /** Whether values of the type are objects in JSON. */
  isObject(ref: TypeRef): boolean;
  /** The identifier alone, without an import; as code and as text. */
  localName(node: object, role?: string): Code;
  text(node: object, role?: string): string;
  /** An export of the runtime by name, without an import. */
  runtimeName(name: string): Code;
  /** The module that exports a name, and how the index names a module. */
  moduleOf(node: object, role?: string): string;
  from(module: string): Code;
  functionsModule(resource: Resource): string;
  /** Markdown for a file of its own: HTML in it is shown, not followed. */
  markdown(source: string): Code;
  /** A module's code below the comment that says where it comes from: the schema file of `node`. */
  module(content: Code, node?: Described): Code;
  bodyFields(operation: Operation): readonly BodyField[];
  startsEmpty(ref: TypeRef): boolean;
}

export function context({ base, model, options, names }: ContextInput<Options>): TypeScriptContext {
  const types = new Map(model.types.map((type) => [type.name, type]));
  const named = (name: string): TypeDef => required(types.get(name), `a type \`${name}\``);
  const typeName = (node: object, role?: string): Code => {
    const { symbol, text: local } = names.of(node, role);
    return symbol ? reference({ ...symbol, space: "type" }) : text(local);
  };
  const runtime = (name: string, space: "value" | "type"): Code => {
    if (!runtimeExports.has(name)) throw new UnknownRuntimeName(name, runtimeExports);
    return reference({ name, module: runtimeModule, space });
  };
  const scope: TypeScope = {
    named: (name) => typeName(named(name)),
    parameter,
    runtime: (name) => runtime(name, "type"),
    int64: options.int64,
  };
  return {
    ...base,
    options,
    type: (ref) => annotation(ref, scope),
    aliased: (ref) => aliased(ref, scope),
    union,
    unionOf: (refs, ...more) => annotation({ kind: "choice", of: refs }, scope, more),
    typeArguments: (items) => typeArguments(items, scope),
    runtime: (name) => runtime(name, "value"),
    runtimeType: (name) => runtime(name, "type"),
    typeName,
    named,
    literal,
    value: (json, ref) => literal(valueOf(json, ref, model, options)),
    key: (wire) => text(valueKey(wire)),
    typeKey: (wire) => text(typeKey(wire)),
    parameter: (name) => text(parameter(name)),
    parameterCodec: (name) => text(`${applyCasing(splitWords(name), "camel")}Codec`),
    doc: docComment,
    nameLiteral: (node, role) => literal(names.of(node, role).text),
    isObject: (ref) => isObject(ref, model),
    localName: (node, role) => text(names.of(node, role).text),
    text: (node, role) => names.of(node, role).text,
    runtimeName: (name) => text(name),
    moduleOf: (node, role) => required(names.of(node, role).symbol, "an exported name").module,
    from: (module) => text(`"${specifier("index", module, options.extension)}"`),
    functionsModule,
    markdown: (source) => lines(markdownLines(source).map((line) => text(line))),
    module: (content, node = model) => blocks([header(node.origin.file.path), content]),
    bodyFields: (operation) => bodyFields(operation, model),
    startsEmpty: (ref) => startsEmpty(ref, model),
  };
}

/** The comment that a generated module begins with. */
function header(schema: string): Code {
  return text(`// Generated by heddle from ${commentPhrase(schema)}. Do not edit: change the schema or the templates.`);
}

function parameter(name: string): string {
  return applyCasing(splitWords(name), "pascal") || "_";
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the model has no ${what}`);
  return value;
}
