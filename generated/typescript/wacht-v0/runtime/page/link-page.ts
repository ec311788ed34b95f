import { nextLink } from "./link-header.js";
import { Mismatch } from "../codecs/mismatch.js";
import { sourceName, valueFrom, type PageSource } from "./page-source.js";
import { repeated, type FetchedPage, type PageStyle } from "./page-style.js";

/** Settings of {@link linkPage}. */
export interface LinkPageOptions {
  readonly items: string;
  readonly more?: string;
  /** Where a page has the address of the next one: in a header, as RFC 8288 says. */
  readonly next: PageSource;
}

/** A page has the address of the next one, which stands for path and query. */
export function linkPage({ items, more, next }: LinkPageOptions): PageStyle {
  return {
    items,
    more,
    next(page) {
      const found = valueFrom(page, next) ?? "";
      const link = typeof next === "string" ? found : nextLink(`${found}`);
      if (!link) return undefined;
      const url = addressOf(`${link}`, page, sourceName(next));
      if (url === page.url) throw repeated(sourceName(next));
      return { ...page.input, url };
    },
  };
}

/** The absolute address of a link; credentials go there, so it stays within the client's origin (PAGE-7). */
function addressOf(link: string, page: FetchedPage, source: string): string {
  const url = URL.canParse(link, page.url) && new URL(link, page.url);
  if (!url || url.origin !== page.origin) {
    const got = url ? `one to ${url.origin}` : "no URL";
    throw new Mismatch(source, `a link within ${page.origin}`, got, "");
  }
  return url.origin + url.pathname + url.search;
}
