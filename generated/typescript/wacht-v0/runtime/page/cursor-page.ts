import { isLast } from "./counted-page.js";
import { sourceName, valueFrom, type PageSource } from "./page-source.js";
import {
  askingFor,
  type PageParameters,
  type PageStyle,
} from "./page-style.js";
import { valueAt } from "../codecs/value-at.js";

/** Settings of {@link cursorPage}. */
export interface CursorPageOptions extends PageParameters {
  /** The parameter that takes the token. */
  readonly cursor: string;
  /** Where a page has the token of the next one. */
  readonly next: PageSource;
}

/** Settings of {@link lastIdPage}. */
export interface LastIdPageOptions extends PageParameters {
  /** The parameter that takes the id. */
  readonly cursor: string;
  /** The field of an item behind which the next page begins. */
  readonly id: string;
  /** The parameter that says how many items a page has. */
  readonly limit?: string;
}

/** A page has a token for the next one; without it, it is the last. */
export function cursorPage(options: CursorPageOptions): PageStyle {
  const { items, more, cursor, next } = options;
  return {
    items,
    more,
    next(page) {
      const token = valueFrom(page, next) ?? "";
      if (token === "") return undefined;
      return askingFor(page, options, cursor, token, sourceName(next));
    },
  };
}

/** The next page begins behind the last item of this one. */
export function lastIdPage(options: LastIdPageOptions): PageStyle {
  const { items, more, cursor, id, limit = "" } = options;
  return {
    items,
    more,
    next(page) {
      const token = valueAt(page.items.at(-1), id) ?? "";
      if (token === "" || isLast(page, options, limit)) return undefined;
      return askingFor(page, options, cursor, token, id);
    },
  };
}
