import type { Json, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { isFields, isList, type Fields } from "../fields.js";

/** What an answer is to have of an API that is newer than the schema. */
export interface Newer {
  readonly enum: boolean;
  readonly field: boolean;
}

/** A value of a type as a newer version of the API might answer it: open enums with new values, objects with new fields. */
export function newer(table: TypeTable, ref: TypeRef, value: Json, what: Newer): Json {
  const type = table.present(ref);
  if (isList(value)) return type.kind === "list" ? value.map((item) => newer(table, type.of, item, what)) : value;
  const declared = type.kind === "named" ? table.get(type.name) : undefined;
  if (!isFields(value)) {
    const isOpen = what.enum && declared?.kind === "enum" && declared.openness !== "closed" && declared.base === "string";
    return isOpen && typeof value === "string" ? `${value}_of_tomorrow` : value;
  }
  const fields: Fields = Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const inner = table.at(type, [key]);
      return [key, inner ? newer(table, inner, item, what) : item] as const;
    }),
  );
  const takesMore = declared?.kind === "record" && !declared.exhaustive && declared.extra === undefined;
  return what.field && takesMore ? { ...fields, field_of_tomorrow: "not in the schema" } : fields;
}
