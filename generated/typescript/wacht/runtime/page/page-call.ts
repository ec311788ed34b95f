import { Call, stateOf } from "../call/call.js";
import { withInfo } from "../call/call-form.js";
import type { Client } from "../client/client.js";
import type { CallError } from "../errors/call-error.js";
import type { WithResponse, WithTypedHeaders } from "../call/result.js";
import { walk, type PageOptions } from "./walk.js";

/**
 * A call whose answer is a page of a list. `send()` gives that page, `items()` and
 * `pages()` go on to those behind it.
 */
export class PageCall<Page, Item, E = CallError, H = never> extends Call<
  Page,
  E,
  H
> {
  /**
   * The items of all pages, one by one. A page is fetched when the one before is used
   * up; leaving the loop fetches nothing more (PAGE-2). Throws the declared errors.
   *
   * @example
   * for await (const item of call.items()) console.log(item);
   */
  async *items(): AsyncGenerator<Item, void, undefined> {
    for await (const [, items] of walk(this)) yield* items as Item[];
  }

  /** The pages, one by one, as {@link send} gives them. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const isWhole = stateOf(this)[4] === withInfo;
    for await (const [page] of walk(this))
      yield (isWhole ? page : page.value) as Page;
  }

  /** Ends {@link items} after so many, and {@link pages} with the page that has the last of them (PAGE-6). */
  maxItems(count: number): this {
    const options: PageOptions = { maxItems: count };
    return this.options(options);
  }

  /** The same call, giving each page together with its status, headers and the like (RAW-1). */
  override withResponse(): PageCall<
    [H] extends [never] ? WithResponse<Page> : WithTypedHeaders<Page, H>,
    Item,
    E
  > {
    const [client, operation, input, options] = stateOf(this);
    return new PageCall(client as Client, operation, input, options, withInfo);
  }
}
