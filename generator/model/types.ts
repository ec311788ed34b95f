import type { Described, Json } from "./described.js";
import type { TypeRef } from "./type-ref.js";

export type TypeDef = Record | Enum | Union | Alias;

interface Declared extends Described {
  /** Unique among all types of the model, as the author wrote it. */
  readonly name: string;
  /** Path of the declaring schema file without extension, relative to the root document: generated files follow it. */
  readonly module: string;
  /** Type parameters in order; empty unless generic. */
  readonly parameters: readonly string[];
  readonly examples: readonly Json[];
  /** In which direction values of it travel; both are false for a type that no operation reaches. */
  readonly travels: { readonly request: boolean; readonly response: boolean };
  /** The type this one was split from: the request form of a type with `readonly` or `writeonly` fields, or of one that holds such a type. */
  readonly splitFrom?: string;
}

/** An object. Includes, `Partial`, `Pick` and `Omit` are already worked in. */
export interface Record extends Declared {
  readonly kind: "record";
  /** In the author's order, which is the order on the wire. */
  readonly members: readonly Member[];
  /** Type of the fields that are not declared (`$extra`). */
  readonly extra?: TypeRef;
  /** Exactly these fields, now and later: a struct literal names them all (`$exhaustive`). */
  readonly exhaustive: boolean;
  readonly page?: Page;
  /** Which fields hold a file (`$file`): in a request, a file can be given instead of the object. */
  readonly file?: FileFields;
}

/** The wire names of the fields that hold a file's bytes, its name and its media type. */
export interface FileFields {
  readonly data: string;
  readonly name?: string;
  readonly type?: string;
}

export type Member = Field | Spread;

export interface Field extends Described {
  readonly kind: "field";
  /** The author's name, which targets derive identifiers from. */
  readonly name: string;
  /** The key in JSON; the same as `name` unless renamed. */
  readonly wire: string;
  readonly type: TypeRef;
  /** False: may be absent. Null is the type's business. */
  readonly required: boolean;
  /** Documentation, unless `sendDefault`. */
  readonly default?: Json;
  readonly sendDefault: boolean;
  readonly secret: boolean;
  readonly examples: readonly Json[];
}

/** A union whose members lie in this object itself (`...execution_type: ExecuteAgentRequestType`). */
export interface Spread extends Described {
  readonly kind: "spread";
  readonly name: string;
  /** Always names a tagged {@link Union}. */
  readonly type: TypeRef;
}

export interface Enum extends Declared {
  readonly kind: "enum";
  readonly base: "string" | "int32" | "int64";
  readonly values: readonly EnumValue[];
  /** `open`: unknown values are kept; `closed`: they are an error; `string`: open, and a plain string in the target. */
  readonly openness: "open" | "closed" | "string";
}

export interface EnumValue extends Described {
  readonly name: string;
  readonly value: string | number;
}

export interface Union extends Declared {
  readonly kind: "union";
  readonly tagging: Tagging;
  /** Open: unknown variants are kept as they came. */
  readonly open: boolean;
  /** Fields that every variant has (`$base`). */
  readonly base: readonly Member[];
  readonly variants: readonly Variant[];
}

/** Where the tag is. `spread` is not here: it is how a record uses a union, see {@link Spread}. */
export type Tagging =
  | { readonly kind: "internal"; readonly tag: string }
  | { readonly kind: "adjacent"; readonly tag: string; readonly content: string }
  | { readonly kind: "external" }
  | { readonly kind: "untagged" };

export interface Variant extends Described {
  readonly name: string;
  /** The tag's value on the wire; the key for external tagging; unused for untagged. */
  readonly tag: string;
  readonly payload: Payload;
}

/** `fields`: declared in place, no name of its own; `type`: a type declared elsewhere, or a scalar or list; `empty`: the tag alone. */
export type Payload =
  | { readonly kind: "fields"; readonly members: readonly Member[] }
  | { readonly kind: "type"; readonly type: TypeRef }
  | { readonly kind: "empty" };

export interface Alias extends Declared {
  readonly kind: "alias";
  readonly type: TypeRef;
  /** Whether targets that can should make it a type of its own rather than another name. */
  readonly distinct: boolean;
}

/** How a page type is read; each is the wire name of a field, paths in the body joined by dots. */
export type Page =
  | { readonly style: "offset"; readonly items: string; readonly hasMore?: string; readonly limit: string; readonly offset: string }
  | { readonly style: "number"; readonly items: string; readonly hasMore?: string; readonly page: string; readonly size: string }
  | {
      readonly style: "cursor";
      readonly items: string;
      readonly hasMore?: string;
      readonly cursor: string;
      readonly next: ValueSource;
      readonly limit?: string;
    }
  | { readonly style: "link"; readonly items: string; readonly hasMore?: string; readonly next: ValueSource }
  | {
      readonly style: "last_id";
      readonly items: string;
      readonly hasMore?: string;
      readonly cursor: string;
      readonly id: string;
      readonly limit?: string;
    };

/** Where the next page's token or link stands in a response. */
export type ValueSource = { readonly in: "body"; readonly path: string } | { readonly in: "header"; readonly name: string };
