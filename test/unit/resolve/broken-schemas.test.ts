import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../../../generator/model/canonical.js";
import type { Model } from "../../../generator/model/model.js";
import { walkModel } from "../../../generator/model/walk.js";
import { resolveText } from "../../support/schema.js";
import { wacht } from "./wacht.js";

const folder = join(import.meta.dirname, "models");
const schemas = [
  { ...wacht },
  { "api.yaml": readFileSync(join(folder, "shapes.yaml"), "utf8") },
  { "api.yaml": readFileSync(join(folder, "service.yaml"), "utf8") },
].map((files): Readonly<Record<string, string>> => files);

/** One careless edit: a line gone, a line repeated, or one word in the place of another. */
const edit = fc.record({ kind: fc.constantFrom("drop", "repeat", "swap"), from: fc.nat(10_000), to: fc.nat(10_000) });

function apply(text: string, { kind, from, to }: { readonly kind: string; readonly from: number; readonly to: number }): string {
  const lines = text.split("\n");
  const at = from % lines.length;
  if (kind === "drop") return lines.toSpliced(at, 1).join("\n");
  if (kind === "repeat") return lines.toSpliced(at, 0, lines[to % lines.length] ?? "").join("\n");
  const words = [...text.matchAll(/[\w.]+/g)];
  const [target, source] = [words[from % words.length], words[to % words.length]];
  if (!target || !source) return text;
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length);
}

/** Every name that a model's references use and no type has. */
function dangling(model: Model): readonly string[] {
  const known = new Set(model.types.map(({ name }) => name));
  const missing: string[] = [];
  walkModel(model, (ref) => {
    if (ref.kind === "named" && !known.has(ref.name)) missing.push(ref.name);
  });
  return missing;
}

test("a careless edit gives findings or a model whose references hold, never an exception", () => {
  const broken = fc.tuple(fc.constantFrom(...schemas), fc.array(edit, { minLength: 1, maxLength: 2 }));
  fc.assert(
    fc.property(broken, ([schema, edits]) => {
      const files = Object.entries(schema).map(([path, text]) => [path, edits.reduce(apply, text)] as const);
      const { model, diagnostics } = resolveText(Object.fromEntries(files));
      expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      if (!model) return;
      expect(dangling(model)).toEqual([]);
      expect(() => JSON.parse(canonical(model)) as unknown).not.toThrow();
    }),
    { numRuns: 100 },
  );
});
