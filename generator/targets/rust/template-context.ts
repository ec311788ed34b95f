import type { Code } from "../../code/index.js";
import type { Content, Described, Json, Member, Operation, Resource, Success, TypeDef, TypeRef, Variant } from "../../model/index.js";
import type { ContentVariant, Response } from "./contents.js";
import type { BodyField, DocParts, Paging, TemplateContext } from "../../target/index.js";

/** One of several literals that a type has a name for. */
export interface ListedLiteral {
  readonly value: string | number | boolean;
  readonly name: Code;
}

/** A part of a longer text: its heading, what it says as Markdown, and a program. */
export interface GuideSection {
  readonly title?: string;
  readonly text?: string;
  readonly example?: Code;
}

/** What Rust templates can ask for beside what all can. */
export interface RustContext extends TemplateContext {
  /** What programs call the crate; undefined where the output is not made a package. */
  readonly crate: string | undefined;
  /** `Name<A, B>`. */
  generic(name: Code, args: readonly Code[]): Code;
  /** A type of another crate, imported. */
  external(module: string, name: string): Code;
  /** The name of an item in a `pub use` of the module itself, which then needs no other import of it. */
  exported(module: string, name: string): Code;
  exportedType(type: TypeDef): Code;
  /** A constant or static of the service's module, imported. */
  service(name: string): Code;
  /** An item of the module of errors, imported. */
  errors(name: string): Code;
  /** A type parameter's own name. */
  parameter(name: string): Code;
  /** The declared type of that name. */
  named(name: string): TypeDef;
  /** The literals that a name stands for, each with its variant's name; undefined for another type. */
  listed(type: TypeDef): readonly ListedLiteral[] | undefined;
  /** The identifier alone, without an import; as code and as text. */
  localName(node: object, role?: string): Code;
  text(node: object, role?: string): string;
  /** An integer, with its digits in groups; a float, with a point. */
  integer(value: number | string): Code;
  float(value: number): Code;
  /** An identifier of the templates' own making. */
  identifier(name: string): Code;
  /** The doc comment of the module itself. */
  moduleDoc(parts: DocParts): Code;
  /** The same, in sections. */
  guide(sections: readonly GuideSection[]): Code;
  /** Sections as a file of Markdown. */
  markdown(sections: readonly GuideSection[]): string;
  /** Markdown or other text for a file of its own. */
  plain(source: string): string;
  /** The last segment of a module's path: `context`, of a type or a resource. */
  moduleName(node: TypeDef | Resource): string;
  /** A module's code below the comment that says where it comes from: the schema file of `node`. */
  module(content: Code, node?: Described): Code;
  /** The fields of an operation's body, if that is an object, with their types as the operation uses them. */
  bodyFields(operation: Operation): readonly BodyField[];
  /** The bodies among which callers choose, by media type; one where there is no choice. */
  bodies(operation: Operation): readonly ContentVariant<Content>[];
  /** The answers that differ by status or by media type; none where a call gives one kind of value. */
  responses(operation: Operation): readonly Response[];
  /** The media types that an answer can be read in, the main one first. */
  readContents(success: Success): readonly Content[];
  /** Whether what a member or a variant holds is a file, or a list of files. */
  holdsFiles(node: Member | Variant): boolean;
  /** The type of a member or a variant that does. */
  fileType(ref: TypeRef): Code;
  /** How the list goes on that an operation gives a page of; undefined if it gives something else. */
  paging(operation: Operation): Paging | undefined;
  /** Whether `{}` is a value of the type. */
  startsEmpty(ref: TypeRef): boolean;
  /** Whether a value of that type inside of `owner` needs a box. */
  isRecursive(ref: TypeRef, owner: TypeDef): boolean;
  /** Whether the crate has the operation; one is left out if its answers cannot be read. */
  isOffered(operation: Operation): boolean;
  literal(value: Json): Code;
}
