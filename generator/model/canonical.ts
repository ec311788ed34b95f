import type { Shape } from "./canonical-shape.js";
import type { Model } from "./model.js";
import { layout } from "./model-shape.js";

/** A value is broken where its line would be longer, a comma at the end not counted. */
const width = 100;

/**
 * The model as JSON text that is the same for the same meaning: keys in the order of the interfaces, lists in the author's order,
 * no source places, nothing absent. What fits stands on one line; the rest is broken, two spaces a level.
 *
 * It keeps its own stack, because `JSON.stringify` overflows at some 5,000 levels.
 */
export function canonical(model: Model): string {
  const out: string[] = [];
  const waiting: Step[] = [{ part: partOf(model, layout), depth: 0, column: 0 }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (typeof step === "string") out.push(step);
    else for (const line of lines(step).toReversed()) waiting.push(line);
  }
  return `${out.join("")}\n`;
}

/** Text that is ready, or a value still to be written from `column` on. */
type Step = string | { readonly part: Part; readonly depth: number; readonly column: number };

/** A value on its way to text: a leaf, or brackets around keyed items. `length` is that of the text on one line. */
interface Part {
  readonly text: string;
  readonly items: { readonly key: string; readonly part: Part }[];
  length: number;
}

/** Builds parents before their items, so lengths are added up in the opposite order afterwards. */
function partOf(root: unknown, shape: Shape): Part {
  const made: { readonly part: Part; readonly value: unknown; readonly shape: Shape }[] = [{ part: bare(root), value: root, shape }];
  for (const { part, value, shape: own } of made) {
    for (const item of itemsOf(value, own)) {
      const inner = bare(item.value);
      part.items.push({ key: item.key, part: inner });
      made.push({ part: inner, value: item.value, shape: item.shape });
    }
  }
  for (const { part } of made.toReversed()) {
    part.length =
      part.text.length +
      part.items.reduce((sum, item, index) => sum + (index === 0 ? 0 : ", ".length) + item.key.length + item.part.length, 0);
  }
  return made[0]?.part ?? bare(root);
}

function bare(value: unknown): Part {
  const text = Array.isArray(value) ? "[]" : typeof value === "object" && value !== null ? "{}" : JSON.stringify(value);
  return { text, items: [], length: 0 };
}

function itemsOf(value: unknown, shape: Shape): readonly { readonly key: string; readonly value: unknown; readonly shape: Shape }[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.map((item: unknown) => ({ key: "", value: item, shape: shape.item }));
  return shape.entries(value).map((entry) => ({ ...entry, key: `${JSON.stringify(entry.key)}: ` }));
}

function lines({ part: { text, items, length }, depth, column }: Exclude<Step, string>): readonly Step[] {
  if (items.length === 0) return [text];
  const fits = column + length <= width;
  const line = (level: number) => (fits ? "" : `\n${"  ".repeat(level)}`);
  const separator = fits ? ", " : ",";
  const inner = items.flatMap(({ key, part }, index) => [
    (index === 0 ? "" : separator) + line(depth + 1) + key,
    { part, depth: depth + 1, column: fits ? 0 : (depth + 1) * 2 + key.length },
  ]);
  return [text.charAt(0), ...inner, line(depth) + text.charAt(1)];
}
