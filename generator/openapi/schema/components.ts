import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import { pascal } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { hintOf } from "./hint.js";
import { bareType } from "./type-of.js";
import { webhookSchemas } from "./webhook-types.js";

/** Gives every declared schema its name, before any of them is read. */
export function reserveComponents(cx: Cx): void {
  const schemas = cx.root.get("components")?.get("schemas")?.entries() ?? [];
  const plain = schemas.filter(({ key }) => pascal(key) === key);
  const others = schemas.filter(({ key }) => pascal(key) !== key);
  for (const schema of [...plain, ...others])
    if (schema.isObject) cx.types.reserve(schema, pascal(schema.key), `${pascal(schema.key)}Type`);
}

/** Declares all of them, in their order. What comes out as another type is an alias of it. */
export function declareComponents(cx: Cx): void {
  const unwanted = webhookSchemas(cx.root);
  for (const schema of cx.root.get("components")?.get("schemas")?.entries() ?? []) {
    const name = cx.types.nameOf(schema);
    if (unwanted.has(schema.key)) cx.notes.add("webhook-schema", schema);
    if (name === undefined || unwanted.has(schema.key)) continue;
    const type = bareType(cx, schema, hintOf(name, schema.key));
    if (!isItself(type, name)) alias(cx, schema, name, type);
  }
}

function isItself(type: TypeExpression, name: string): boolean {
  return type.kind === "name" && type.name.value === name;
}

function alias(cx: Cx, schema: Cursor, name: string, type: TypeExpression): void {
  const description = schema.text("$ref") !== undefined ? {} : descriptionOf(schema);
  cx.types.declare(schema, [name], () => ({ description, examples: [], body: { kind: "alias", type, distinct: false } }));
}
