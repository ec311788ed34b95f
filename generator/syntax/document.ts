import type { SourceFile } from "../source/source-file.js";
import type { Span, Text } from "../source/span.js";
import type { Json } from "../model/described.js";
import type { Node } from "./node.js";
import type { ResourceDeclaration } from "./document-operation.js";
import type { ClientDeclaration, ErrorsDeclaration, RateLimitDeclaration } from "./document-service.js";
import type { TypeExpression } from "./type-expression.js";

export type * from "./document-operation.js";
export type * from "./document-service.js";

/** What was written, file by file, with its places: nothing looked up, nothing defaulted. Root document first, then includes in the order they are met. */
export interface Program {
  readonly files: readonly Document[];
}

/** One schema file. Only the root has `api`; every other part may stand in any file. */
export interface Document {
  readonly file: SourceFile;
  /** Path relative to the root document's folder, without extension: the module that its declarations belong to. */
  readonly module: string;
  readonly api?: Text;
  readonly version?: Text;
  readonly description: Description;
  readonly client?: ClientDeclaration;
  readonly rateLimits: readonly RateLimitDeclaration[];
  readonly types: readonly TypeDeclaration[];
  readonly errors?: ErrorsDeclaration;
  readonly resources: readonly ResourceDeclaration[];
}

/** `doc`, `deprecated`, `since`, `removed` of anything with a name. */
export interface Description {
  readonly doc?: Text;
  readonly deprecated?: { readonly since?: Text; readonly use?: Text; readonly doc?: Text; readonly span: Span };
  readonly since?: Text;
  readonly removed?: Text;
}

/** A JSON value as written, with the place of the whole. */
export interface Value {
  readonly value: Json;
  readonly span: Span;
  /** What it was read from, if it stands in YAML of its own. */
  readonly node?: Node;
}

export interface TypeDeclaration {
  readonly name: Text;
  readonly parameters: readonly Text[];
  readonly description: Description;
  readonly examples: readonly Value[];
  readonly body: TypeBody;
}

export type TypeBody =
  | ({ readonly kind: "record" } & RecordBody)
  | { readonly kind: "enum"; readonly base?: Text; readonly values: readonly EnumValueDeclaration[]; readonly openness: Openness }
  | UnionBody
  | { readonly kind: "alias"; readonly type: TypeExpression; readonly distinct: boolean }
  /** A bare type expression as a whole type: `Update: Partial<Create>`. */
  | { readonly kind: "derived"; readonly type: TypeExpression };

export type Openness = "open" | "closed" | "string";

export interface RecordBody {
  /** Fields, spreads and includes in the author's order. */
  readonly members: readonly MemberDeclaration[];
  readonly extra?: TypeExpression;
  readonly exhaustive: boolean;
  readonly page?: PageDeclaration;
  readonly file?: FileDeclaration;
}

export type MemberDeclaration = FieldDeclaration | SpreadDeclaration | IncludeDeclaration;

export interface FieldDeclaration {
  readonly kind: "field";
  readonly name: Text;
  readonly wire?: Text;
  readonly optional: boolean;
  readonly type: TypeExpression;
  readonly default?: Value;
  readonly sendDefault: boolean;
  readonly access: "both" | "readonly" | "writeonly";
  readonly secret: boolean;
  readonly examples: readonly Value[];
  readonly description: Description;
}

export interface SpreadDeclaration {
  readonly kind: "spread";
  readonly name: Text;
  readonly type: TypeExpression;
  readonly description: Description;
}

export interface IncludeDeclaration {
  readonly kind: "include";
  readonly type: TypeExpression;
}

export interface EnumValueDeclaration {
  readonly name: Text;
  /** Absent: the name. */
  readonly value?: { readonly value: string | number; readonly span: Span };
  readonly description: Description;
}

export interface UnionBody {
  readonly kind: "union";
  /** `$tag`; absent with `untagged` and `external`. */
  readonly tag?: Text;
  readonly content?: Text;
  readonly placement?: { readonly value: "internal" | "adjacent" | "external" | "untagged"; readonly span: Span };
  readonly openness: Exclude<Openness, "string">;
  readonly base: readonly MemberDeclaration[];
  readonly variants: readonly VariantDeclaration[];
}

export interface VariantDeclaration {
  readonly name: Text;
  readonly tag?: Text;
  readonly description: Description;
  readonly payload:
    | { readonly kind: "fields"; readonly members: readonly MemberDeclaration[] }
    | { readonly kind: "type"; readonly type: TypeExpression }
    | { readonly kind: "empty" };
}

/** `$file`: which fields hold the file's bytes, name and media type. */
export interface FileDeclaration {
  readonly data: Text;
  readonly name?: Text;
  readonly type?: Text;
}

/** `$page`: keys as written (`items`, `has_more`, `limit`, `offset`, `page`, `size`, `cursor`, `next`, `id`); resolve decides the style. */
export interface PageDeclaration {
  readonly span: Span;
  readonly entries: readonly { readonly key: Text; readonly value: Text }[];
}
