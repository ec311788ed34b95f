import { empty } from "../code/index.js";
import type { Report } from "../source/report.js";
import { describeNode, originOf } from "./describe-node.js";
import { expectedOf, isRendered, kindOf } from "./rendered.js";
import { slotNames, type Slot, type Slots } from "./slots.js";
import type { Rendered } from "./template.js";
import { BadResult, NothingToInherit, reportFailure, TemplateFailure } from "./template-failure.js";
import type { LoadedTemplate, TemplateSet } from "./template-set.js";

/** Renders a slot for a node; `cx` is handed to the template. */
export type SlotRenderer = <S extends Slot>(slot: S, node: Slots[S], cx: object) => Rendered<S>;

/**
 * Renders slots through the templates of a target. A template that fails is reported and leaves nothing behind, so that the others
 * still show what is wrong with them; the same failure at the same place of a template is reported once, not once for each operation.
 */
export function slotRenderer(target: string, templates: TemplateSet, report: Report): SlotRenderer {
  const missing = new Set<Slot>();
  const seen = new Set<string>();
  const open = new Map(slotNames.map((slot) => [slot as Slot, new Set<object>()]));
  return <S extends Slot>(slot: S, node: Slots[S], cx: object): Rendered<S> => {
    const nothing = (slot === "files" ? [] : empty) as Rendered<S>;
    if (open.get(slot)?.has(node)) throw new RangeError(`${describeNode(slot, node)} is being rendered already`);
    const chain = templates.chain(slot, variantOf(node));
    if (chain.length === 0) {
      if (slot !== "files" && !missing.has(slot)) report.add("HD610", undefined, { target, slot });
      missing.add(slot);
      return nothing;
    }
    open.get(slot)?.add(node);
    try {
      return run(chain, slot, node, cx) as Rendered<S>;
    } catch (failure) {
      if (!(failure instanceof TemplateFailure)) throw failure;
      if (!seen.has(failure.identity)) reportFailure(failure, describeNode(slot, node), originOf(slot, node), report);
      seen.add(failure.identity);
      return nothing;
    } finally {
      open.get(slot)?.delete(node);
    }
  };
}

function run(chain: readonly LoadedTemplate[], slot: Slot, node: object, cx: object): unknown {
  const [template, ...below] = chain;
  if (template === undefined) throw new NothingToInherit(slot);
  try {
    const result = template.run(node, cx, () => run(below, slot, node, cx));
    if (!isRendered(slot, result)) throw new BadResult(kindOf(result), expectedOf(slot));
    return result;
  } catch (error) {
    throw error instanceof TemplateFailure ? error : new TemplateFailure(template, error);
  }
}

function variantOf(node: object): string | undefined {
  return "template" in node ? (node as Slots["operation"]).template?.name : undefined;
}
