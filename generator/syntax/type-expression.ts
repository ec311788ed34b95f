import type { Span, Text } from "../source/span.js";

/** A type as written: `int32(1..100)`, `OffsetPage<User>[]`, `int64 as string`, `"a" | "b" | null`. Names are not looked up. */
export type TypeExpression =
  | {
      readonly kind: "name";
      readonly name: Text;
      readonly args: readonly TypeExpression[];
      readonly constraint?: ConstraintExpression;
      readonly encoding?: Text;
      readonly span: Span;
    }
  | { readonly kind: "list"; readonly of: TypeExpression; readonly constraint?: ConstraintExpression; readonly span: Span }
  | { readonly kind: "map"; readonly of: TypeExpression; readonly span: Span }
  | { readonly kind: "union"; readonly of: readonly TypeExpression[]; readonly span: Span }
  | { readonly kind: "null"; readonly span: Span }
  | { readonly kind: "literal"; readonly value: string | number | boolean; readonly span: Span };

/** `(1..100)`, `(..10)`, `(1..)` as the decimal texts between the dots, or `(/^ctx_/)`, or both: `(1..200, /^ctx_/)`. */
export type ConstraintExpression =
  | { readonly kind: "range"; readonly min?: Text; readonly max?: Text; readonly pattern?: Text; readonly span: Span }
  | { readonly kind: "pattern"; readonly pattern: Text; readonly span: Span };
