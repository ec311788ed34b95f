import {
  askingFor,
  sentAs,
  type FetchedPage,
  type PageParameters,
  type PageStyle,
} from "./page-style.js";
import { valueAt } from "../codecs/value-at.js";

/** Settings of {@link offsetPage}. */
export interface OffsetPageOptions extends PageParameters {
  /** Parameters: how many items a page has, and how many come before it. */
  readonly limit: string;
  readonly offset: string;
}

/** Settings of {@link numberPage}. */
export interface NumberPageOptions extends PageParameters {
  /** Parameters: the number of the page, and how many items it has. */
  readonly page: string;
  readonly size: string;
  /** Number of the first page; 1 unless said otherwise. */
  readonly first?: number;
}

/**
 * The next page begins behind the items that came, counted from where the
 * service says that this one began, else from where it was asked to (PAGE-3).
 */
export function offsetPage(options: OffsetPageOptions): PageStyle {
  const { items, more, limit, offset } = options;
  return {
    items,
    more,
    next(page) {
      if (isLast(page, options, limit)) return undefined;
      const begun = countOf(page, options, offset) ?? 0;
      const next = begun + page.items.length;
      return askingFor(page, options, offset, next, offset);
    },
  };
}

/** The next page has the next number. */
export function numberPage(options: NumberPageOptions): PageStyle {
  const { items, more, page: name, size, first = 1 } = options;
  return {
    items,
    more,
    next(page) {
      if (isLast(page, options, size)) return undefined;
      const next = (countOf(page, options, name) ?? first) + 1;
      return askingFor(page, options, name, next, name);
    },
  };
}

/** Whether a page that does not say so is the last one: it has fewer items than room (PAGE-4). */
export function isLast(
  page: FetchedPage,
  options: PageParameters,
  limit: string,
): boolean {
  const room = countOf(page, options, limit) ?? options.room ?? 0;
  return page.more !== true && page.items.length < room;
}

/** A count that the page repeats, else the one that was sent. */
function countOf(
  page: FetchedPage,
  options: PageParameters,
  name: string,
): number | undefined {
  const field = options.fields?.[name] ?? name;
  const told = [valueAt(page.value, field), sentAs(page, options, name)];
  const count = told.find((value) => /^\d+$/.test(`${value}`));
  return count === undefined ? undefined : Number(count);
}
