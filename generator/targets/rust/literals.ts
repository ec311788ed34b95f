import { text, type Code } from "../../code/index.js";
import type { Json } from "../../model/index.js";
import { floatLiteral, integerLiteral, stringLiteral } from "./strings.js";

/** A JSON scalar as an expression; other values are the text of their JSON. */
export function literal(value: Json): Code {
  if (typeof value === "string") return text(stringLiteral(value));
  if (typeof value === "boolean") return text(String(value));
  if (typeof value === "number") return text(Number.isSafeInteger(value) ? integerLiteral(value) : floatLiteral(value));
  return text(stringLiteral(JSON.stringify(value)));
}
