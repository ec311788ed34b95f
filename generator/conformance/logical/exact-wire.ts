import type { ScalarRef, TypeRef } from "../../model/index.js";
import { plain } from "./to-logical.js";
import { WireToLogical } from "./wire-to-logical.js";

/** Begins a text that stands for a number with a fraction whose digits JavaScript would change. */
const mark = "\u0000n";

/** JSON text as logical values, no digit lost. */
export class ExactWire extends WireToLogical {
  text(text: string, ref: TypeRef): unknown {
    return released(this.value(parsed(text), ref));
  }

  protected override scalar(value: unknown, ref: ScalarRef): unknown {
    const digits = digitsOf(value);
    if (digits === undefined) return super.scalar(value, ref);
    const isExact = ref.scalar === "decimal" || /^u?int64$/.test(ref.scalar);
    return super.scalar(isExact ? digits : Number(digits), ref);
  }
}

/** JSON text of no known type. */
export function plainText(text: string): unknown {
  return released(parsed(text));
}

function parsed(text: string): unknown {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : JSON.stringify(mark + token),
  );
  return JSON.parse(marked, (_, value: unknown) => {
    const digits = digitsOf(value);
    if (digits === undefined) return value;
    if (String(Number(digits)) === digits) return Number(digits);
    return /^-?\d+$/.test(digits) ? BigInt(digits) : value;
  });
}

function digitsOf(value: unknown): string | undefined {
  return typeof value === "string" && value.startsWith(mark) ? value.slice(mark.length) : undefined;
}

/** What no type has taken: numbers again, as far as they are exact. */
export function released(value: unknown): unknown {
  const digits = digitsOf(value);
  if (digits !== undefined) return Number(digits);
  if (Array.isArray(value)) return value.map(released);
  if (typeof value !== "object" || value === null) return plain(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, released(item)]));
}
