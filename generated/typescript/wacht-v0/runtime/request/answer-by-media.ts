import type { Reader } from "../call/operation.js";

/** Answers by media type; what is none of them is read as the first, which says what is wrong with it. */
export function answerByMedia<T>(readers: {
  readonly [contentType: string]: Reader<T>;
}): Reader<T> {
  const [first] = Object.values(readers);
  return {
    accept: Object.keys(readers).join(", "),
    read(response) {
      const [essence] = `${response.headers.get("content-type")}`.split(";");
      const name = `${essence}`.trim().toLowerCase();
      const reader = Object.hasOwn(readers, name) ? readers[name] : first;
      return (reader as Reader<T>).read(response);
    },
  };
}
