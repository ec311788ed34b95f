import type { ConstraintExpression, TypeExpression } from "./type-expression.js";

/** Writes a type as the parser reads it. */
export function printType(type: TypeExpression): string {
  return type.kind === "union"
    ? type.of.map((option) => printOperand(option, option.kind === "union")).join(" | ")
    : printOperand(type, false);
}

function printOperand(type: TypeExpression, grouped: boolean): string {
  if (grouped) return `(${printType(type)})`;
  switch (type.kind) {
    case "union":
      return printType(type);
    case "null":
      return "null";
    case "literal":
      return typeof type.value === "string" ? JSON.stringify(type.value) : String(type.value);
    case "map":
      return `map<${printType(type.of)}>`;
    case "list":
      return `${printOperand(type.of, type.of.kind === "union")}[]${printConstraint(type.constraint)}`;
    case "name":
      return `${type.name.value}${printArguments(type.args)}${printConstraint(type.constraint)}${type.encoding ? ` as ${type.encoding.value}` : ""}`;
  }
}

function printArguments(args: readonly TypeExpression[]): string {
  return args.length === 0 ? "" : `<${args.map(printType).join(", ")}>`;
}

function printConstraint(constraint: ConstraintExpression | undefined): string {
  if (!constraint) return "";
  const pattern = constraint.pattern && `/${escapeSlashes(constraint.pattern.value)}/`;
  if (constraint.kind === "pattern") return `(${pattern})`;
  const range = `${constraint.min?.value ?? ""}..${constraint.max?.value ?? ""}`;
  return `(${pattern === undefined ? range : `${range}, ${pattern}`})`;
}

/** In the text of a pattern `/` stands as `\/`; a backslash keeps what is behind it. */
function escapeSlashes(pattern: string): string {
  return pattern.replace(/\\.|\//gs, (part) => (part === "/" ? "\\/" : part));
}
