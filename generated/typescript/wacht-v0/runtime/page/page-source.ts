import type { FetchedPage } from "./page-style.js";
import { valueAt } from "../codecs/value-at.js";

/** A field of the page, as a dotted path, or a header of its response. */
export type PageSource = string | { readonly header: string };

/** What a page has there. */
export function valueFrom(page: FetchedPage, source: PageSource): unknown {
  return typeof source === "string"
    ? valueAt(page.value, source)
    : page.headers.get(source.header);
}

/** What errors call it. */
export function sourceName(source: PageSource): string {
  return typeof source === "string" ? `$.${source}` : source.header;
}
