import type { Cx } from "../cx.js";
import { Names, pascal } from "../names/words.js";

/** Names of the variants of one union. Many languages call a variant `UnionVariant`, so that must not be the name of a type. */
export class VariantNames {
  readonly #cx: Cx;
  readonly #union: string;
  readonly #names = new Names();

  constructor(cx: Cx, union: string) {
    this.#cx = cx;
    this.#union = union;
  }

  /** The first of the names that is free, and the type it stands for. */
  take(...wanted: readonly [string, ...string[]]): { readonly name: string; readonly type: string } {
    const last = wanted.at(-1) ?? wanted[0];
    const free = [...wanted, `${last}_variant`].find((name) => this.#names.isFree(name) && this.#cx.types.names.isFree(this.#typeOf(name)));
    const name = this.#names.take(free ?? `${last}_variant`);
    this.#cx.types.names.reserve(this.#typeOf(name));
    return { name, type: this.#typeOf(name) };
  }

  #typeOf(variant: string): string {
    return `${this.#union}${pascal(variant.replaceAll(/[^A-Za-z0-9]/g, "_"))}`;
  }
}
