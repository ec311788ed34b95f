import type { Json, TypeRef } from "../../model/index.js";
import { scalarKind } from "../../resolve/values/json-kind.js";
import { misfits } from "../../resolve/values/wire-values.js";
import type { TypeTable } from "../../resolve/types/type-table.js";

/** What a text in a path, query, header or form stands for, by its type; where it stands for nothing, the text itself, which does not fit. */
export function fromText(table: TypeTable, ref: TypeRef, text: string): Json {
  const type = table.present(ref);
  switch (type.kind) {
    case "scalar": {
      const kind = scalarKind(type);
      return kind === "number" ? number(text) : kind === "boolean" ? boolean(text) : text;
    }
    case "literal":
      return typeof type.value === "number" ? number(text) : typeof type.value === "boolean" ? boolean(text) : text;
    case "choice":
      return type.of.map((each) => fromText(table, each, text)).find((value) => misfits(table, type, value).length === 0) ?? text;
    case "named": {
      const declared = table.get(type.name);
      if (declared?.kind === "enum") return declared.base === "string" ? text : number(text);
      return json(text);
    }
    default:
      return text;
  }
}

/** Integers that a double cannot hold stay text, as everywhere. */
function number(text: string): Json {
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

function boolean(text: string): Json {
  return text === "true" ? true : text === "false" ? false : text;
}

function json(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
