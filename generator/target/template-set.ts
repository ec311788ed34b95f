import type { Trace } from "./evaluate.js";
import type { Slot } from "./slots.js";

/** A template that was loaded, not yet trusted to give what it should. */
export interface LoadedTemplate {
  readonly slot: Slot;
  readonly variant: string | undefined;
  /** As messages call it. */
  readonly file: string;
  readonly run: (...args: readonly unknown[]) => unknown;
  readonly trace: Trace;
}

/** The templates of a target: its own and, above them, those of the user's folders. */
export class TemplateSet {
  readonly #layers: readonly (readonly LoadedTemplate[])[];
  /** Where a template that is missing belongs: the uppermost folder of the user's, if there is one. */
  readonly userFolder: string | undefined;

  /** The lowest layer first. */
  constructor(layers: readonly (readonly LoadedTemplate[])[], userFolder?: string) {
    this.#layers = layers.toReversed();
    this.userFolder = userFolder;
  }

  /**
   * The templates that render a slot: the first one does, and each inherits from the next. Those of the variant come before the ordinary
   * ones of every layer.
   */
  chain(slot: Slot, variant?: string): readonly LoadedTemplate[] {
    const of = (wanted: string | undefined): readonly LoadedTemplate[] =>
      this.#layers.flatMap((layer) => layer.filter((template) => template.slot === slot && template.variant === wanted));
    return variant === undefined ? of(undefined) : [...of(variant), ...of(undefined)];
  }

  /** The variants of a slot, each once, in the order of their code points. */
  variants(slot: Slot): readonly string[] {
    const names = this.#layers.flat().flatMap((template) => (template.slot === slot ? (template.variant ?? []) : []));
    return [...new Set(names)].sort();
  }
}
