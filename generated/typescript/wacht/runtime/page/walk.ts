import { stateOf } from "../call/call.js";
import { withInfo, type CallForm } from "../call/call-form.js";
import { settingsOf } from "../client/settings.js";
import { Mismatch } from "../codecs/mismatch.js";
import { valueAt } from "../codecs/value-at.js";
import { DecodeError } from "../errors/decode-error.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import { execute } from "../call/execute.js";
import type { CallInput, Operation } from "../call/operation.js";
import type { CallOptions } from "../client/options.js";
import type { WithResponse } from "../call/result.js";
import type { FetchedPage, PageStyle } from "./page-style.js";

/** Options of a call whose answer is a page. */
export interface PageOptions extends CallOptions {
  /** The most items that are given, over all pages; a parameter of the call says how many a page has (PAGE-6). */
  readonly maxItems?: number | undefined;
}

/** A page in its response, and where that came from. */
export type Answer = readonly [response: WithResponse<unknown>, url: string];

/** Gives an {@link Answer}. */
export const withUrl: CallForm = async (
  job,
  response,
  ...rest
): Promise<Answer> => [
  (await withInfo(job, response, ...rest)) as WithResponse<unknown>,
  response.url,
];

/** A page on the way through a list, with those of its items that are wanted. */
type Stop = readonly [page: WithResponse<unknown>, items: readonly unknown[]];

/**
 * The pages of a call, each of them a call of its own that is made when the one before
 * is used up (PAGE-2, PAGE-5). `begun` is the first one, if it is under way.
 */
export async function* walk(
  call: object,
  begun?: Promise<Answer>,
): AsyncGenerator<Stop, void, undefined> {
  const [client, operation, first, options] = stateOf(call);
  const { baseUrl } = settingsOf(client);
  let again: CallOptions = options;
  const style = operation.spec().page as PageStyle;
  let left = maxItemsOf(options, operation.id);
  let input: CallInput | undefined = left > 0 ? first : undefined;
  while (input) {
    const sent: CallInput = input;
    const [page, url] = (await (begun ??
      execute([client, operation, sent, again, withUrl]))) as Answer;
    begun = undefined;
    // A key of the caller's own was for one request (RETRY-6).
    again = { ...options, idempotencyKey: undefined };
    const items = valueAt(page.value, style.items);
    const fetched: FetchedPage = {
      ...page,
      items: Array.isArray(items) ? items : [],
      more: valueAt(page.value, style.more ?? ""),
      url: url || sent.url || baseUrl + pathOf(operation, sent),
      origin: new URL(baseUrl).origin,
      input: sent,
    };
    yield [page, fetched.items.slice(0, left)];
    left -= fetched.items.length;
    input =
      left > 0 && fetched.items.length > 0 && fetched.more !== false
        ? nextOf(style, fetched, page, operation.id)
        : undefined;
  }
}

/** Where a call goes, for transports whose responses do not say. */
function pathOf({ path }: Operation<unknown>, input: CallInput): string {
  const values = new Map<string, unknown>(Object.entries(input.path ?? {}));
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    encodeURIComponent(`${values.get(name)}`),
  );
}

function maxItemsOf({ maxItems = Infinity }: PageOptions, id: string): number {
  if (maxItems >= 0) return maxItems;
  const rule = "must not be negative";
  throw new InvalidArgumentError(id, [{ path: "maxItems", rule }]);
}

/** The input of the next call. A page that leads astray was read all the same: the error is about what follows. */
function nextOf(
  style: PageStyle,
  fetched: FetchedPage,
  { value: _, ...info }: WithResponse<unknown>,
  id: string,
): CallInput | undefined {
  try {
    return style.next(fetched);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    throw new DecodeError(id, error.words, { ...info, ...error.details });
  }
}
