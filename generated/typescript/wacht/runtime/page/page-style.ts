import { Mismatch } from "../codecs/mismatch.js";
import type { CallInput } from "../call/operation.js";

/** A page that came, and what it was asked for with. */
export interface FetchedPage {
  /** The decoded body. */
  readonly value: unknown;
  readonly items: readonly unknown[];
  /** What the page says about there being another one, if it says anything. */
  readonly more: unknown;
  readonly headers: Headers;
  /** Where the page came from; relative links begin there. */
  readonly url: string;
  /** The client's, which no link may leave. */
  readonly origin: string;
  readonly input: CallInput;
}

/** How a list goes on from page to page. */
export interface PageStyle {
  /** The field of the page with its items; paths are joined by dots. */
  readonly items: string;
  /** The field that says whether there is another page. */
  readonly more: string | undefined;
  /** The input of the next call, undefined behind the last page. Asked only if there may be another one. */
  next(page: FetchedPage): CallInput | undefined;
}

/** What all styles have in common that ask for a page by parameters. */
export interface PageParameters {
  readonly items: string;
  readonly more?: string;
  /** Where the parameters stand: `params` unless said otherwise. */
  readonly in?: "params" | "body";
  /** By the name of a parameter, the field of the page that repeats it, where that has another name. */
  readonly fields?: { readonly [parameter: string]: string };
  /** Items of a full page where neither call nor page says how many. */
  readonly room?: number;
}

/** What the call for `page` had as a parameter. */
export function sentAs(
  page: FetchedPage,
  options: PageParameters,
  name: string,
): unknown {
  const sent = Object.entries(page.input[options.in ?? "params"] ?? {});
  return new Map<string, unknown>(sent).get(name);
}

/**
 * The call for `page` with another parameter. To ask for the same page again would be
 * a loop and is an error (PAGE-4); `source` is what leads there.
 */
export function askingFor(
  page: FetchedPage,
  options: PageParameters,
  name: string,
  value: unknown,
  source: string,
): CallInput {
  if (`${sentAs(page, options, name)}` === `${value}`) throw repeated(source);
  const place = options.in ?? "params";
  const before = page.input[place] as object | undefined;
  return { ...page.input, [place]: { ...before, [name]: value } };
}

/** What is wrong with a page that leads to itself. */
export function repeated(source: string): Mismatch {
  return new Mismatch(source, "the next page", "the same page again", "");
}
