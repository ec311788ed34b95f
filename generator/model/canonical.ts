import type { Shape } from "./canonical-shape.js";
import type { Model } from "./model.js";
import { layout } from "./model-shape.js";

/**
 * The model as JSON text that is the same for the same meaning: keys in the order of the interfaces, lists in the author's order,
 * no source places, nothing absent. `indent` spaces a level; 0 puts everything on one line.
 *
 * It keeps its own stack, because `JSON.stringify` overflows at some 5,000 levels.
 */
export function canonical(model: Model, indent = 2): string {
  const out: string[] = [];
  const waiting: Step[] = [{ value: model, shape: layout, depth: 0 }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (typeof step === "string") out.push(step);
    else waiting.push(...stepsOf(step, indent).toReversed());
  }
  return `${out.join("")}\n`;
}

/** Text that is ready, or a value that is still to be written. */
type Step = string | { readonly value: unknown; readonly shape: Shape; readonly depth: number };

function stepsOf({ value, shape, depth }: Exclude<Step, string>, indent: number): readonly Step[] {
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  if (Array.isArray(value))
    return enclose(
      "[]",
      value.map((item: unknown) => [{ value: item, shape: shape.item, depth: depth + 1 }]),
      depth,
      indent,
    );
  const colon = indent === 0 ? ":" : ": ";
  const entries = shape
    .entries(value)
    .map(({ key, value: inner, shape: of }) => [JSON.stringify(key) + colon, { value: inner, shape: of, depth: depth + 1 }]);
  return enclose("{}", entries, depth, indent);
}

function enclose(brackets: "[]" | "{}", items: readonly (readonly Step[])[], depth: number, indent: number): readonly Step[] {
  if (items.length === 0) return [brackets];
  const line = (level: number) => (indent === 0 ? "" : `\n${" ".repeat(indent * level)}`);
  const inner = items.flatMap((item, index) => [(index === 0 ? "" : ",") + line(depth + 1), ...item]);
  return [brackets.charAt(0), ...inner, line(depth) + brackets.charAt(1)];
}
