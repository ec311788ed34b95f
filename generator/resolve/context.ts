import type { Json } from "../model/described.js";
import type { TypeRef } from "../model/type-ref.js";
import type { Page } from "../model/types.js";
import type { Report } from "../source/report.js";
import type { Span, Text } from "../source/span.js";
import type { PageDeclaration, Value } from "../syntax/document.js";
import type { RecordShape } from "./types/record-shape.js";
import type { Scope } from "./scope.js";

/** What the resolution of one program shares: where names are looked up, and what can only be judged once every type is known. */
export interface Context {
  readonly report: Report;
  readonly scope: Scope;
  /** Fields that travel in one direction only, by their origin: copies of a field keep it, so they are found as well. */
  readonly access: Map<Span, "readonly" | "writeonly">;
  /** Members of the objects worked out so far. */
  readonly shapes: Map<string, RecordShape | "broken">;
  /** Names of the objects whose members are being worked out, outermost first. */
  readonly open: string[];
  /** Values to hold against their types at the end. */
  readonly values: ValueCheck[];
  /** Pages to hold against the members of their types at the end. */
  readonly pages: PageCheck[];
  /** Names that `deprecated.use` mentions. */
  readonly uses: Text[];
}

/** A default or an example, and the type it must have. */
interface ValueCheck {
  readonly value: Value;
  readonly type: TypeRef;
  /** `example` or `default`. */
  readonly what: string;
  /** Which form of a split type it shows. */
  readonly form: "request" | "response";
}

/** A page declaration, and the type it stands in. */
export interface PageCheck {
  readonly type: string;
  readonly page: Page;
  readonly declaration: PageDeclaration;
}

/** The plain values of defaults or examples; that they fit `type` is checked at the end. */
export function valuesOf(
  cx: Context,
  values: readonly Value[],
  what: string,
  type: TypeRef,
  form: ValueCheck["form"] = "response",
): readonly Json[] {
  for (const value of values) cx.values.push({ value, type, what, form });
  return values.map(({ value }) => value);
}
