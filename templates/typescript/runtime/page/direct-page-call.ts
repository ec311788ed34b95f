import { Call, stateOf } from "../call/call.js";
import { start, type DirectCall } from "../call/direct-call.js";
import type { Result } from "../call/result.js";
import type { Client } from "../client/client.js";
import type { PageCall } from "./page-call.js";
import { walk, withUrl, type Answer } from "./walk.js";

/** A call whose first page is already under way; the pages behind it are fetched as they are asked for. */
export type DirectPageCall<Page, Item, E> = DirectCall<Page, E> &
  Pick<PageCall<Page, Item, E>, "items" | "pages">;

/** Sends `call` at once. */
export function startPages<Page, Item, E>(
  call: PageCall<Page, Item, E>,
): DirectPageCall<Page, Item, E> {
  const [client, operation, input, options] = stateOf(call);
  const first = start(
    new Call<Answer, E>(client as Client, operation, input, options, withUrl),
  );
  const value = first.then(([page]) => page.value as Page);
  // Whoever asks otherwise gets the first page's error there.
  const stops: typeof walk = () => {
    value.catch(() => {});
    return walk(call, first);
  };
  return Object.assign(value, {
    async result(): Promise<Result<Page, E>> {
      value.catch(() => {});
      const result = await first.result();
      return result.ok
        ? { ok: true, value: result.value[0].value as Page }
        : { ok: false, error: result.error };
    },
    async *items() {
      for await (const [, items] of stops(call)) yield* items as Item[];
    },
    async *pages() {
      for await (const [page] of stops(call)) yield page.value as Page;
    },
  });
}
