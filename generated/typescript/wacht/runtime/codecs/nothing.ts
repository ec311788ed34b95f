import type { Reader } from "../call/operation.js";

/** No answer but the status: a body, if there is one, is read and dropped (JSON-16). */
export const nothing: Reader<void> = {
  async read({ body }) {
    await body?.pipeTo(new WritableStream());
  },
};
