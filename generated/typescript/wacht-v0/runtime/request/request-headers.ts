import type { Draft } from "./draft.js";
import type { HeaderValues } from "../client/options.js";

/** Sets what `values` has and removes what is null there, for good (HDR-1, HDR-2). */
export function mergeHeaders(
  headers: Headers,
  values: HeaderValues | undefined,
  draft: Draft,
): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    draft.path.push("header", name);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) draft.violate("is no header name");
    else if (value === null) headers.delete(name);
    else if (/[^\t -~]/.test(value))
      draft.violate("must be ASCII without line breaks");
    else headers.set(name, value);
    draft.path.length = 0;
  }
}
