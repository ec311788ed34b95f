import type { Enum, TypeDef } from "../../model/index.js";

/** Whether the values of an enumeration need their names: a number says nothing, and `X-Large` is not what `extra_large` says. */
export function namesValues(type: TypeDef): type is Enum {
  return type.kind === "enum" && type.values.some(({ name, value }) => letters(name) !== letters(String(value)));
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
