import type { Model } from "../model/model.js";
import type { TypeDef } from "../model/types.js";
import { allOperations } from "../model/walk.js";
import type { Context } from "./context.js";
import { hintFor } from "./hint.js";

/** `deprecated.use` names something that exists: a type, an operation, an error, or a field, value or parameter, alone or as `Type.field`. */
export function checkUses(cx: Context, model: Model): void {
  const known = new Set<string>([...model.types.flatMap(namesOfType), ...model.errors.errors.map(({ name }) => name)]);
  for (const operation of allOperations(model.resources)) {
    const inside = [...operation.params, ...operation.calls].map(({ name }) => name);
    for (const name of [operation.id, operation.name, ...inside]) known.add(name);
  }
  for (const { value, span } of cx.uses) {
    if (!known.has(value)) cx.report.add("HD318", span, { name: value }, hintFor(value, known));
  }
}

function namesOfType(type: TypeDef): readonly string[] {
  const inside = namesInType(type);
  return [type.name, ...inside, ...inside.map((name) => `${type.name}.${name}`)];
}

function namesInType(type: TypeDef): readonly string[] {
  switch (type.kind) {
    case "record":
      return type.members.map(({ name }) => name);
    case "enum":
      return type.values.map(({ name }) => name);
    case "union":
      return [...type.base, ...type.variants].map(({ name }) => name);
    case "alias":
      return [];
  }
}
