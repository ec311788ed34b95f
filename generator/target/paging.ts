import type { Model, Operation, Page, TypeRef } from "../model/index.js";
import { declaration, fieldsOf, substitute, type BodyField } from "./request-body.js";

/** How a list goes on that an operation gives a page of. */
export interface Paging {
  readonly page: Page;
  /** The type of an item. */
  readonly item: TypeRef;
  /** The fields of the page. */
  readonly fields: readonly BodyField[];
}

/** The paging of an operation whose main answer is a page. */
export function pagingOf(operation: Operation, model: Model): Paging | undefined {
  const answer = operation.success[0]?.content?.type;
  if (!operation.paged || !answer) return undefined;
  const type = present(answer, model);
  const declared = declaration(type, model);
  if (declared?.kind !== "record" || !declared.page) return undefined;
  const items = at(type, declared.page.items.split("."), model);
  return { page: declared.page, item: items.kind === "list" ? items.of : anything, fields: fieldsOf(type, model) };
}

const anything: TypeRef = { kind: "scalar", scalar: "json" };

/** The type at a path of fields. */
function at(ref: TypeRef, path: readonly string[], model: Model): TypeRef {
  return path.reduce((found, key) => {
    const field = fieldsOf(found, model).find((each) => each.field.wire === key);
    return field ? present(field.type, model) : anything;
  }, ref);
}

/** A type without null, its aliases followed. */
function present(ref: TypeRef, model: Model): TypeRef {
  if (ref.kind === "nullable") return present(ref.of, model);
  const type = declaration(ref, model);
  if (ref.kind !== "named" || type?.kind !== "alias") return ref;
  return present(substitute(type.type, new Map(type.parameters.map((name, index) => [name, ref.args[index]]))), model);
}
