import type { Context } from "../context.js";
import type { Forms } from "../types/split.js";
import type { TypeTable } from "../types/type-table.js";
import { placeOf } from "./place.js";
import { misfits } from "./wire-values.js";

/** Holds every default and example against the form of its type that travels. */
export function checkValues(cx: Context, table: TypeTable, forms: Forms): void {
  for (const { value, type, what, form } of cx.values) {
    for (const misfit of misfits(table, forms(type, form), value.value))
      cx.report.add("HD417", placeOf(value, misfit), { what, path: misfit.path, problem: misfit.problem });
  }
}
