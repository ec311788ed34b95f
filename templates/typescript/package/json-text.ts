/** What a manifest is made of. */
export type Manifest = string | number | boolean | readonly string[] | { readonly [key: string]: Manifest };

/** JSON as Prettier prints it: a line for each member of an object, short lists on one line. */
export function jsonText(value: Manifest): string {
  return `${text(value, "")}\n`;
}

function text(value: Manifest, indentation: string): string {
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
  const inner = `${indentation}  `;
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${text(member, inner)}`);
  return `{\n${members.join(",\n")}\n${indentation}}`;
}

function isList(value: Manifest): value is readonly string[] {
  return Array.isArray(value);
}
