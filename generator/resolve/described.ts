import type { Described } from "../model/described.js";
import type { Span, Text } from "../source/span.js";
import type { Description } from "../syntax/document.js";
import type { Context } from "./context.js";

/** The part of a node that is the same for everything with a name. */
export function described(cx: Context, description: Description, origin: Span): Described {
  const { doc, deprecated, since, removed } = description;
  if (deprecated?.use) cx.uses.push(deprecated.use);
  return {
    ...textOf("doc", doc),
    ...(deprecated && {
      deprecated: { ...textOf("since", deprecated.since), ...textOf("use", deprecated.use), ...textOf("doc", deprecated.doc) },
    }),
    ...textOf("since", since),
    ...textOf("removed", removed),
    origin,
  };
}

/** `{[key]: text}`, or nothing if there is no text: an absent key and an undefined one are different things here. */
export function textOf<K extends string>(key: K, text: Text | undefined): { readonly [key in K]?: string } {
  return text ? ({ [key]: text.value } as { [key in K]: string }) : {};
}
