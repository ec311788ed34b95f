/** A use of a type. Plain data: no defaults to fill, nothing left to parse. */
export type TypeRef = ScalarRef | NamedRef | ParameterRef | ListRef | MapRef | NullableRef | ChoiceRef | LiteralRef;

export interface ScalarRef {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  /** How the value travels, where that is not the scalar's own way (`int64 as string`). */
  readonly encoding?: Encoding;
  readonly constraints?: Constraints;
}

/** A declared type, by its unique name in {@link Model.types}. `args` is empty unless it is generic. */
export interface NamedRef {
  readonly kind: "named";
  readonly name: string;
  readonly args: readonly TypeRef[];
}

/** A type parameter of the enclosing generic declaration: the `T` of `OffsetPage<T>`. */
export interface ParameterRef {
  readonly kind: "parameter";
  readonly name: string;
}

export interface ListRef {
  readonly kind: "list";
  readonly of: TypeRef;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** String keys, values of one type. */
export interface MapRef {
  readonly kind: "map";
  readonly of: TypeRef;
}

export interface NullableRef {
  readonly kind: "nullable";
  readonly of: TypeRef;
}

/** One of several scalars or literals, told apart by their JSON kind (`string | int32`); never null, never named. */
export interface ChoiceRef {
  readonly kind: "choice";
  readonly of: readonly TypeRef[];
}

export interface LiteralRef {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

export const scalars = [
  "string",
  "bool",
  "int32",
  "int64",
  "uint32",
  "uint64",
  "float32",
  "float64",
  "decimal",
  "bytes",
  "uuid",
  "url",
  "date",
  "time",
  "datetime",
  "duration",
  "json",
] as const;

export type Scalar = (typeof scalars)[number];

/** Which encodings a scalar has beside its own: `int64 as string`, `datetime as unix_ms`. */
export const encodings = {
  int64: ["string"],
  uint64: ["string"],
  decimal: ["number"],
  bytes: ["base64url", "hex"],
  datetime: ["unix", "unix_ms"],
  duration: ["seconds", "milliseconds"],
} as const satisfies Partial<Record<Scalar, readonly string[]>>;

export type Encoding = (typeof encodings)[keyof typeof encodings][number];

/** Bounds are inclusive. `min`/`max` are values of a number, lengths of a string in code points, or of bytes in octets. */
export interface Constraints {
  /** Decimal text where the scalar is 64 bits wide or decimal, so that no digit is lost. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** RE2 subset, unanchored, without the slashes. */
  readonly pattern?: string;
}
