import type { Code } from "../../code/index.js";
import type {
  Content,
  Described,
  Enum,
  ErrorCase,
  ErrorDef,
  Json,
  Operation,
  Resource,
  Success,
  TypeDef,
  TypeRef,
  Union,
} from "../../model/index.js";
import type { TemplateContext } from "../../target/index.js";
import type { Paging } from "../../target/paging.js";
import type { BodyField } from "../../target/request-body.js";

/** What TypeScript templates can ask for beside what all can. */
export interface TypeScriptContext extends TemplateContext {
  literal(value: Json | bigint): Code;
  /** A JSON value of a type as an expression of what the program has: 64-bit integers and bytes are not what they are in JSON. */
  value(json: Json, ref: TypeRef): Code;
  /** The members of a JSON object of a type, each as {@link value} gives it. */
  members(json: { readonly [key: string]: Json }, ref: TypeRef): readonly (readonly [key: string, value: Code])[];
  /** A value of a declared type in wire form, from the schema's examples where it has some. */
  example(type: TypeDef): Json;
  /** The same of each variant of a union, in its order. */
  variantExamples(type: Union): readonly Json[];
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
  /** The same for a generic type's schema. */
  parameterValidator(name: string): Code;
  /** The namespace of zod, imported as `z`. */
  readonly zod: Code;
  /** An export of the runtime's part for zod. */
  zodRuntime(name: string): Code;
  zodRuntimeType(name: string): Code;
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
  /** The module that exports a name, and how the index, or the module `by`, names a module. */
  moduleOf(node: object, role?: string): string;
  from(module: string, by?: string): Code;
  functionsModule(resource: Resource): string;
  /** Markdown for a file of its own: HTML in it is shown, not followed. */
  markdown(source: string): Code;
  /** A text of the schema as one paragraph of a Markdown file, in which nothing is markup. */
  prose(words: string): Code;
  /** A text of the schema on one line, with invisible characters spelt out. */
  plainText(words: string): string;
  /** A module's code below the comment that says where it comes from: the schema file of `node`. */
  module(content: Code, node?: Described): Code;
  /** The media types that an operation's body can be sent in. */
  sentContents(operation: Operation): readonly Content[];
  /** The media types of an answer that can be read, the main one first. */
  readContents(success: Success): readonly Content[];
  /** Whether each answer of an operation can be read. */
  readable(operation: Operation): boolean;
  /** Whether there is a file somewhere in values of the type. */
  holdsFile(ref: TypeRef): boolean;
  /** The fields of an operation's body, if that is an object, with their types as the operation uses them. */
  bodyFields(operation: Operation): readonly BodyField[];
  /** How the list goes on that an operation gives a page of; undefined if it gives something else. */
  paging(operation: Operation): Paging | undefined;
  /** Whether the values of an enumeration have names of their own in the program. */
  namesValues(type: Enum): boolean;
  /** Which error has the class of an operation's one: the service's, or that one itself. */
  errorOf(error: ErrorCase): ErrorCase | ErrorDef;
  /** Whether `{}` is a value of the type. */
  startsEmpty(ref: TypeRef): boolean;
}
