import type { CallForm } from "./call-state.js";
import type { RawBody } from "./result.js";

/** Gives the value together with the response. */
export const withInfo: CallForm = {
  join: (value, info) => ({ ...info, value }),
};

/** Gives the response with its body unread; the caller's signal still ends it. */
export const raw: CallForm = {
  async read({ body }, signal): Promise<RawBody> {
    const stream = body?.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(),
      signal ? { signal } : {},
    );
    const response = new Response(stream ?? null);
    return {
      body: response.body,
      text: () => response.text(),
      json: () => response.json(),
      bytes: async () => new Uint8Array(await response.arrayBuffer()),
    };
  },
  join: (value, info) => ({ ...info, ...(value as RawBody) }),
};
