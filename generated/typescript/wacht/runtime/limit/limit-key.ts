import { valueAt } from "../codecs/value-at.js";
import type { Job } from "../call/job.js";

/** What a call counts for: the first of `places` that has a value (LIMIT-2). */
export function limitKey(job: Job, places: readonly string[]): string {
  const { call, credentials, input, schemes } = job;
  const params = { ...input.params, ...call.headers, ...call.extraQuery };
  const arguments_ = {
    body: { ...Object(input.body), ...call.extraBody } as unknown,
    path: input.path,
    query: params,
    header: params,
  };
  for (const place of places) {
    const value =
      place === "credential"
        ? schemes
            .map(({ credential }) => identityOf(credentials.get(credential)))
            .join()
        : valueAt(arguments_, place);
    if (/^[snb]/.test(typeof value) && value !== "") return `${place}=${value}`;
  }
  return "";
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for an object, a hash for a text: state that lasts holds no credential. */
function identityOf(credential: unknown): number | string {
  if (typeof credential === "string") return hash(credential);
  const object = Object(credential) as object;
  const identity = identities.get(object) ?? ++lastIdentity;
  identities.set(object, identity);
  return `#${identity}`;
}

/** FNV-1a over UTF-16, twice with different starts: 64 bits in hexadecimal. */
function hash(text: string): string {
  const half = (start: number): string => {
    let state = start;
    for (let index = 0; index < text.length; index++)
      state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    return (state >>> 0).toString(16);
  };
  return half(0x811c9dc5) + half(0x050c5d1f);
}
