import type { Json } from "../../model/described.js";
import type { Cursor } from "../source/cursor.js";

/** Keys of the schemas that only webhooks use. They are not imported, and a document may have more of them than of all others. */
export function webhookSchemas(root: Cursor): ReadonlySet<string> {
  const webhooks = ["webhooks", "x-webhooks"].flatMap((key) => root.get(key) ?? []);
  if (webhooks.length === 0) return new Set();
  const schemas = root.get("components")?.get("schemas");
  const used = closure(schemas, refsIn(webhooks.map(({ value }) => value)));
  const others = (schemas?.entries() ?? []).filter(({ key }) => !used.has(key)).map(({ value }) => value);
  const rest = root.entries().filter(({ key }) => key !== "components" && key !== "webhooks" && key !== "x-webhooks");
  const shared =
    root
      .get("components")
      ?.entries()
      .filter(({ key }) => key !== "schemas") ?? [];
  const needed = closure(schemas, refsIn([...others, ...rest.map(({ value }) => value), ...shared.map(({ value }) => value)]));
  return new Set([...used].filter((key) => !needed.has(key)));
}

/** The schemas that are named, and those that they name. */
function closure(schemas: Cursor | undefined, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = found.has(name) ? undefined : schemas?.get(name);
    if (!schema) continue;
    found.add(name);
    open.push(...refsIn([schema.value]));
  }
  return found;
}

/** Keys of the schemas that a value refers to. */
function refsIn(values: readonly Json[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open: Json[] = [...values];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") found.add(/^#\/components\/schemas\/([^/]+)/.exec(inner)?.[1] ?? "");
      else if (typeof inner === "object") open.push(inner);
    }
  }
  return found;
}
